import type { Element, Opinion, Requirement } from '../case/index.js';
import type { LeafAssessment } from '../doubt/index.js';
import { faint, type Line, link, type Span } from './document.js';
import { formatDoubt, formatNumber, formatProbability, withBand } from './numbers.js';
import { anchorOf, elementLinks, type View } from './view.js';
import { listed, sentence } from './words.js';

/** What an assessor wants to know of an element: where its doubt comes from, what it is subject to, who answers for it. */
export function elementFacts(view: View, element: Element): Line[] {
  const { id, type, subsystem, outcome, assumes, owner, holdsUntil, legs, url, block } = element;
  const doubts = view.numbers ? view.doubts(id) : undefined;
  const facts: Line[] = [];
  if (doubts !== undefined) {
    facts.push([
      `Doubt: declared ${formatDoubt(doubts.declared)}, independent ${formatDoubt(doubts.independent)}, dependence-free bound ${formatDoubt(doubts.bound)}.`,
    ]);
  }
  for (const leaf of view.leavesOf(id))
    if (view.numbers || leaf.source !== 'nothing stated') facts.push(leafFact(view, element, leaf));
  const cited = view.subjectTo(id);
  if (cited.length > 0) facts.push(['Also subject to ', ...elementLinks(view, cited), '.']);
  if (legs.kind === 'independent')
    facts.push([sentence(`Its legs are declared independent: ${legs.because ?? 'no reason is given'}`)]);
  if (legs.kind === 'beta' && view.numbers) {
    facts.push([
      sentence(
        `Its legs share a common cause of probability ${formatProbability(legs.beta)}: ${legs.because ?? 'no reason is given'}`,
      ),
    ]);
  }
  if (subsystem !== undefined) facts.push([`Subsystem: ${sentence(subsystem)}`]);
  if (outcome !== undefined) facts.push([`Outcome: ${sentence(outcome)}`]);
  if (assumes.length > 0)
    facts.push([`It takes ${listed(assumes.map((one) => `${one.subsystem} to be ${one.trust}`))}.`]);
  if (holdsUntil.length > 0)
    facts.push([`Holds up to ${listed(holdsUntil.map(({ axis, value }) => `${axis} ${formatNumber(value)}`))}.`]);
  if (owner !== undefined) facts.push([`Owner: ${sentence(owner)}`]);
  if (block !== undefined) facts.push([`Building block: ${sentence(block)}`]);
  const drawn = view.drawnAt(id);
  if (drawn !== undefined) facts.push([link(drawn, 'Show it in the drawing')]);
  if (url !== undefined) facts.push([`See ${url}`]);
  if (type === 'challenge') facts.push(...challengeFacts(view, element));
  return facts;
}

/** `Doubt of the step from its support: 0.02, stated by N. Okafor: …`. */
function leafFact(view: View, element: Element, leaf: LeafAssessment): Line {
  const what = {
    element: 'Own doubt',
    inference: 'The step from its support',
    challenge: 'That the challenge is right',
    limit: 'Its limit',
  }[leaf.kind];
  return [
    `${what}: `,
    ...(leaf.doubt === undefined ? (view.isWithheld(leaf.id) ? ['withheld, '] : []) : [`${withBand(leaf.doubt)}, `]),
    ...sourceOf(view, element, leaf),
  ];
}

/** Where the doubt of a leaf comes from, in words. */
export function sourceOf(view: View, element: Element, leaf: LeafAssessment): Line {
  switch (leaf.source) {
    case 'undeveloped':
      return ['undeveloped', ...certain(view), '.'];
    case 'nothing stated':
      return ['nothing is stated', ...certain(view), '.'];
    case 'limit':
      return ['past its limit', ...certain(view), '.'];
    case 'no value':
      return ['from a quantity that has no value', ...certain(view), '.'];
    case 'blocked':
      return ['from evidence that may not be relied on (', ...evidenceLinks(leaf), ')', ...certain(view), '.'];
    case 'evidence':
      return [
        'from evidence ',
        ...evidenceLinks(leaf),
        requirementWords(view, element.requires),
        countingWords(view, leaf),
        '.',
      ];
    case 'quantity':
      return [
        'from the quantity ',
        ...leaf.quantities.flatMap(
          (name, at): Line => [...(at === 0 ? [] : [', ']), link(anchorOf.quantity(name), name)],
        ),
        ...from(leaf),
        '.',
      ];
    case 'elicited':
      return statedWords(view, element, leaf);
  }
}

function certain({ numbers }: View): Span[] {
  return numbers ? [', so counted as certain to fail'] : [];
}

function from(leaf: LeafAssessment): Line {
  return leaf.evidence.length === 0 ? [] : [', which rests on evidence ', ...evidenceLinks(leaf)];
}

function evidenceLinks({ evidence }: LeafAssessment): Line {
  return evidence.flatMap((id, at): Line => [...(at === 0 ? [] : [', ']), link(anchorOf.evidence(id), id)]);
}

/** `, of which rate <= 0.05 is required with a margin of 2`. */
export function requirementWords(view: View, requires: Requirement | undefined): string {
  if (requires === undefined || !view.numbers) return '';
  const margin = requires.margin === 1 ? '' : ` with a margin of ${formatNumber(requires.margin)}`;
  return `, of which ${requires.result} ${requires.direction} ${formatNumber(requires.value)} is required${margin}`;
}

/** How flawed trials were counted, where there was a choice that hurts. */
export function countingWords({ numbers }: View, { policy, counts, jeffreys }: LeafAssessment): string {
  if (!numbers) return '';
  const counted = counts === undefined ? '' : `, counted as ${counts}`;
  const counting = policy !== undefined && / as (?:no )?events/.test(policy) ? ` (flawed trials: ${policy})` : '';
  return `${counted}${counting}${jeffreys === undefined ? '' : `; by the Jeffreys posterior ${formatProbability(jeffreys)}`}`;
}

function statedWords(view: View, element: Element, leaf: LeafAssessment): Line {
  const stated =
    leaf.kind === 'inference' ? element.inference : leaf.kind === 'challenge' ? strengthOf(element) : element.doubt;
  const opinions = stated?.opinions ?? [];
  const spread =
    leaf.spread === undefined || !view.numbers
      ? ''
      : ` (pooled; from ${formatProbability(leaf.spread.lowest)} to ${formatProbability(leaf.spread.highest)})`;
  if (opinions.length === 0)
    return [leaf.by.length === 0 ? 'as nothing else is stated.' : `stated by ${listed(leaf.by)}.`];
  return [
    `stated${spread} by `,
    ...opinions.flatMap((opinion, at): Line => [...(at === 0 ? [] : [' And by ']), ...opinionWords(opinion)]),
  ];
}

function opinionWords({ by, date, because }: Opinion): Line {
  const when = date === undefined ? '' : ` on ${date}`;
  return [`${by ?? 'nobody who is named'}${when}: `, faint(sentence(because ?? 'no reason is given'))];
}

function strengthOf({ challenge }: Element) {
  return challenge === undefined || challenge.strength === 1 ? undefined : challenge.strength;
}

function challengeFacts(view: View, { challenge }: Element): Line[] {
  if (challenge === undefined) return [];
  const { target, raisedBy, date, answeredBy, blocking, status } = challenge;
  const against =
    target.kind === 'element'
      ? elementLinks(view, [target.element])
      : [`the link from `, ...elementLinks(view, [target.from]), ' to ', ...elementLinks(view, [target.to])];
  const raised =
    raisedBy === undefined && date === undefined
      ? ''
      : `; raised${raisedBy === undefined ? '' : ` by ${raisedBy}`}${date === undefined ? '' : ` on ${date}`}`;
  const answer: Line = answeredBy === undefined ? [] : ['; answered by ', ...elementLinks(view, [answeredBy])];
  const blocks = status === 'open' && !blocking ? '; it does not block' : '';
  return [['Against ', ...against, raised, ...answer, `${blocks}.`]];
}
