import type { CaseLookup, Edge, Element, ElementId } from '@surety/core/case';
import type { Doubts } from '@surety/core/doubt';

/** The argument for one outcome. */
export interface Outline {
  readonly outcome: string;
  readonly text: string;
  readonly rows: readonly (OutlineRow & { readonly doubt?: Doubts })[];
}

/** One line of the argument as a tree. The tree is given as rows, so that no depth is too deep. */
export interface OutlineRow {
  readonly id: ElementId;
  readonly type: string;
  readonly text: string;
  /** 0 for the claim. */
  readonly depth: number;
  readonly parent: ElementId | null;
  readonly relation: 'claim' | 'supportedBy' | 'inContextOf' | 'challenges' | 'answeredBy' | 'confidence';
  readonly marks: readonly string[];
  /** It is drawn above with all that stands below it. */
  readonly seeAbove: boolean;
  /** What stands below it is cut off by `--depth`. */
  readonly cut: boolean;
  /** The last among those below its parent. */
  readonly last: boolean;
}

interface Step {
  readonly id: ElementId;
  readonly parent: Element | null;
  readonly relation: OutlineRow['relation'];
  readonly depth: number;
  readonly last: boolean;
  readonly link: boolean;
}

/** The argument below a claim, depth first in the order of the text; safe on cycles and dangling references. */
export function outlineRows(
  index: CaseLookup,
  claim: ElementId,
  mostDepth = Number.POSITIVE_INFINITY,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const drawn = new Set<ElementId>();
  const stack: Step[] = [{ id: claim, parent: null, relation: 'claim', depth: 0, last: true, link: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { id, parent, relation, depth, last } = step;
    const element = index.element(id);
    const below = element === undefined ? [] : stepsBelow(index, element, depth + 1);
    const seeAbove = drawn.has(id) && below.length > 0;
    const cut = !seeAbove && below.length > 0 && depth >= mostDepth;
    rows.push({
      id,
      type: element?.type ?? 'missing',
      text: element?.text ?? '',
      depth,
      parent: parent?.id ?? null,
      relation,
      marks: element === undefined ? ['not in the case'] : marksOf(index, element, step),
      seeAbove,
      cut,
      last,
    });
    if (seeAbove || cut) continue;
    drawn.add(id);
    for (const next of below.reverse()) stack.push(next);
  }
  return rows;
}

function stepsBelow(index: CaseLookup, element: Element, depth: number): Step[] {
  const step = (id: ElementId, relation: OutlineRow['relation'], link = false) => ({
    id,
    parent: element,
    relation,
    depth,
    link,
  });
  const challenged = (edge: Edge) =>
    index.challengesToLink(element.id, edge.to).map((one) => step(one.id, 'challenges', true));
  const { supportedBy, inContextOf, challenge } = element;
  const steps = [
    ...inContextOf.flatMap((edge) => [step(edge.to, 'inContextOf'), ...challenged(edge)]),
    ...index.challengesTo(element.id).map((one) => step(one.id, 'challenges')),
    ...index.confidenceIn(element.id).map(({ goal }) => step(goal.id, 'confidence')),
    ...(challenge?.answeredBy === undefined ? [] : [step(challenge.answeredBy, 'answeredBy')]),
    ...supportedBy.flatMap((edge) => [step(edge.to, 'supportedBy'), ...challenged(edge)]),
  ];
  return steps.map((one, at) => ({ ...one, last: at === steps.length - 1 }));
}

/** What a reader should see of an element without its numbers. */
function marksOf(index: CaseLookup, element: Element, { relation, link }: Step): string[] {
  const { combine, challenge, supportedBy } = element;
  const challenged = index.challengesTo(element.id).filter((one) => one.challenge?.status !== 'answered');
  return [
    relation === 'inContextOf' ? 'context of the above' : '',
    relation === 'answeredBy' ? 'the answer' : '',
    relation === 'confidence' ? 'confidence argument' : '',
    combine.kind === 'any' && supportedBy.length > 1 ? 'any leg' : '',
    combine.kind === 'atLeast' ? `at least ${combine.k} of ${supportedBy.length}` : '',
    element.undeveloped ? 'undeveloped' : '',
    element.uninstantiated ? 'not instantiated' : '',
    element.defeated ? 'defeated' : '',
    challenge === undefined
      ? ''
      : `${challenge.status}${link && challenge.target.kind === 'link' ? `, against ${challenge.target.from} -> ${challenge.target.to}` : ''}`,
    challenged.length === 0 ? '' : `challenged by ${challenged.map((one) => one.id).join(', ')}`,
  ].filter((mark) => mark !== '');
}
