import type { Edge, Element, ElementId } from '../case/index.js';
import type { Line, OutlineRow, Tone } from './document.js';
import { elementFacts } from './element-facts.js';
import { formatDoubt } from './numbers.js';
import { anchorOf, type View } from './view.js';

type Relation = 'claim' | 'supportedBy' | 'inContextOf' | 'challenges' | 'answeredBy' | 'confidence';

interface Step {
  readonly id: ElementId;
  readonly relation: Relation;
  readonly depth: number;
  /** Set on what is said about one link: the element at its other end. */
  readonly link?: ElementId;
}

type Mark = OutlineRow['marks'][number];

/**
 * The argument below these elements, depth first in the order of the text. An element is drawn in full where it is met
 * first, and only mentioned after that; `drawn` carries this from one call to the next. Safe on cycles and on
 * references to nothing.
 */
export function outlineOf(view: View, roots: readonly ElementId[], drawn: Set<ElementId>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const stack: Step[] = roots.map((id): Step => ({ id, relation: 'claim', depth: 0 })).reverse();
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const element = view.index.element(step.id);
    if (element === undefined) {
      rows.push(missingRow(step));
      continue;
    }
    const again = drawn.has(element.id);
    rows.push(again ? mention(element, step) : fullRow(view, element, step));
    if (again) continue;
    drawn.add(element.id);
    for (const next of stepsBelow(view, element, step.depth + 1).reverse()) stack.push(next);
  }
  return rows;
}

function missingRow({ id, depth, relation, link }: Step): OutlineRow {
  const marks: Mark[] = [...relationMarks(relation, link), { tone: 'bad', text: 'not in the case' }];
  return { depth, id, type: 'reference', marks, text: '', facts: [] };
}

function mention({ id, type, text }: Element, { depth, relation, link }: Step): OutlineRow {
  return { depth, id, type, marks: relationMarks(relation, link), text, facts: [], seeAbove: anchorOf.element(id) };
}

function fullRow(view: View, element: Element, { depth, relation, link }: Step): OutlineRow {
  const doubts = view.numbers ? view.doubts(element.id) : undefined;
  const facts: Line[] = elementFacts(view, element);
  return {
    depth,
    anchor: anchorOf.element(element.id),
    id: element.id,
    type: element.type,
    marks: [...relationMarks(relation, link), ...elementMarks(view, element)],
    text: element.text,
    ...(doubts === undefined ? {} : { doubt: formatDoubt(doubts.declared) }),
    facts,
  };
}

function stepsBelow({ index }: View, element: Element, depth: number): Step[] {
  const challenged = (edge: Edge): Step[] =>
    index.challengesToLink(element.id, edge.to).map(({ id }) => ({ id, relation: 'challenges', depth, link: edge.to }));
  const { supportedBy, inContextOf, challenge } = element;
  const answer = challenge?.answeredBy;
  return [
    ...inContextOf.flatMap((edge): Step[] => [{ id: edge.to, relation: 'inContextOf', depth }, ...challenged(edge)]),
    ...index.challengesTo(element.id).map(({ id }): Step => ({ id, relation: 'challenges', depth })),
    ...index.confidenceIn(element.id).map(({ goal }): Step => ({ id: goal.id, relation: 'confidence', depth })),
    ...(answer === undefined ? [] : [{ id: answer, relation: 'answeredBy', depth } as const]),
    ...supportedBy.flatMap((edge): Step[] => [{ id: edge.to, relation: 'supportedBy', depth }, ...challenged(edge)]),
  ];
}

function relationMarks(relation: Relation, link: ElementId | undefined): Mark[] {
  if (relation === 'challenges')
    return [mark('open', link === undefined ? 'against it' : `against its link to ${link}`)];
  if (relation === 'answeredBy') return [mark('plain', 'the answer')];
  if (relation === 'confidence') return [mark('plain', 'confidence argument')];
  return [];
}

/** What a reader should see of an element without opening it. */
function elementMarks({ index }: View, element: Element): Mark[] {
  const { id, combine, challenge, supportedBy, category } = element;
  const marks: Mark[] = [];
  if (category !== undefined) marks.push(mark('plain', category));
  if (combine.kind === 'any' && supportedBy.length > 1) marks.push(mark('plain', 'any leg is enough'));
  if (combine.kind === 'atLeast') marks.push(mark('plain', `at least ${combine.k} of ${supportedBy.length}`));
  if (element.undeveloped) marks.push(mark('bad', 'undeveloped'));
  if (element.uninstantiated) marks.push(mark('bad', 'not instantiated'));
  if (element.defeated) marks.push(mark('bad', 'defeated'));
  if (challenge !== undefined) marks.push(mark(challenge.status === 'answered' ? 'good' : 'bad', challenge.status));
  const challenges = index.challengesTo(id);
  const open = challenges.some((one) => one.challenge?.status !== 'answered');
  if (challenges.length > 0) marks.push(mark(open ? 'bad' : 'good', open ? 'challenged' : 'challenge answered'));
  const parents = index.parents(id).length;
  if (parents > 1) marks.push(mark('plain', `shared by ${parents}`));
  return marks;
}

function mark(tone: Tone, text: string): Mark {
  return { tone, text };
}
