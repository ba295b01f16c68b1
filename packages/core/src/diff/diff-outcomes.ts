import type { ElementId } from '../case/index.js';
import type { Assessment, CutSetAssessment, OutcomeAssessment, Reason, Verdict } from '../doubt/index.js';
import { upperEnd } from '../doubt/index.js';
import type { NumberDiff, OutcomeDiff, OutcomeSide } from './assessment-diff.js';
import { diffNumbers } from './number-diff.js';
import { outcomeSentence } from './outcome-sentence.js';
import { renamedLeaf } from './rename-elements.js';

/** Cut sets that count as the top on each side. */
export const shownCutSets = 5;

/** What became of each outcome, the most important change first: worse, then otherwise changed, then as before. */
export function diffOutcomes(a: Assessment, b: Assessment, id: (old: ElementId) => ElementId): readonly OutcomeDiff[] {
  const before = new Map(a.outcomes.map((outcome) => [outcome.id, outcome]));
  const after = new Map(b.outcomes.map((outcome) => [outcome.id, outcome]));
  const gone = a.outcomes.filter((outcome) => !after.has(outcome.id));
  const diffs = [
    ...b.outcomes.map((outcome) => diffOutcome(before.get(outcome.id), outcome, id)),
    ...gone.map((outcome) => diffOutcome(outcome, undefined, id)),
  ];
  return diffs.sort((one, other) => importance(one) - importance(other));
}

function importance({ verdict, worse, number, reasonsCame, reasonsWent }: OutcomeDiff): number {
  if (verdict === 'worse' || verdict === 'gone') return 0;
  if (worse) return 1;
  if (verdict !== 'same') return 2;
  return (number !== undefined && number.move !== 'same') || reasonsCame.length + reasonsWent.length > 0 ? 3 : 4;
}

function diffOutcome(
  before: OutcomeAssessment | undefined,
  after: OutcomeAssessment | undefined,
  id: (old: ElementId) => ElementId,
): OutcomeDiff {
  const one = (after ?? before)!;
  const verdict = before === undefined ? 'new' : after === undefined ? 'gone' : moveOf(before.verdict, after.verdict);
  const number = before === undefined || after === undefined ? undefined : numberOf(before, after);
  const diff = {
    id: one.id,
    text: one.text,
    ...(before === undefined ? {} : { before: sideOf(before) }),
    ...(after === undefined ? {} : { after: sideOf(after) }),
    verdict,
    ...(number === undefined ? {} : { number }),
    worse: verdict === 'worse' || verdict === 'gone' || number?.move === 'up',
    ...diffReasons(before?.reasons ?? [], after?.reasons ?? [], id),
    ...diffCutSets(before, after, id),
  } as const;
  return { ...diff, sentence: outcomeSentence(diff) };
}

function sideOf({ verdict, statement, claim, number, doubt, threshold }: OutcomeAssessment): OutcomeSide {
  return {
    verdict,
    statement,
    ...(claim === undefined ? {} : { claim }),
    ...(number === undefined ? {} : { number }),
    ...(doubt === undefined ? {} : { doubt }),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

const ranks: Partial<Record<Verdict, number>> = { supported: 2, undecided: 1, 'not supported': 0 };

/** Losing a verdict that was not the worst one is worse; a sketch and a case without numbers are else no worse or better. */
function moveOf(before: Verdict, after: Verdict): OutcomeDiff['verdict'] {
  if (before === after) return 'same';
  const [was, is] = [ranks[before], ranks[after]];
  if (was !== undefined && is !== undefined) return is < was ? 'worse' : 'better';
  if (was !== undefined) return was > 0 ? 'worse' : 'other';
  return is === ranks.supported ? 'better' : 'other';
}

function numberOf(before: OutcomeAssessment, after: OutcomeAssessment): NumberDiff | undefined {
  const [a, b] = [before.doubt?.declared, after.doubt?.declared];
  if (a === undefined || b === undefined) return undefined;
  return diffNumbers(before.number ?? upperEnd(a), after.number ?? upperEnd(b), a, b);
}

/** Reasons that say how the number stands to the threshold; the number itself is compared apart. */
const byNumber = new Set<Reason['code']>([
  'below-threshold',
  'above-threshold',
  'near-threshold',
  'criterion-above-threshold',
]);

function diffReasons(
  before: readonly Reason[],
  after: readonly Reason[],
  id: (old: ElementId) => ElementId,
): Pick<OutcomeDiff, 'reasonsCame' | 'reasonsWent'> {
  const key = ({ code, blocks, element, evidence, signOff, text }: Reason, name: (old: ElementId) => ElementId) => {
    const place = element === undefined ? '' : name(element);
    const what = place !== '' || evidence !== undefined || byNumber.has(code) ? '' : text;
    return [code, blocks, place, evidence, signOff?.role, what].join('\u0000');
  };
  const had = new Set(before.map((reason) => key(reason, id)));
  const has = new Set(after.map((reason) => key(reason, same)));
  return {
    reasonsCame: after.filter((reason) => !had.has(key(reason, same))),
    reasonsWent: before.filter((reason) => !has.has(key(reason, id))),
  };
}

function diffCutSets(
  before: OutcomeAssessment | undefined,
  after: OutcomeAssessment | undefined,
  id: (old: ElementId) => ElementId,
): Pick<OutcomeDiff, 'cutSetsCame' | 'cutSetsWent'> {
  const top = (outcome?: OutcomeAssessment) => (outcome?.cutSets?.top ?? []).slice(0, shownCutSets);
  const key = ({ elements }: CutSetAssessment) => [...elements].sort().join('\u0000');
  const had = top(before).map((set) => ({ ...set, elements: set.elements.map((leaf) => renamedLeaf(leaf, id)) }));
  const has = top(after);
  const [keysBefore, keysAfter] = [new Set(had.map(key)), new Set(has.map(key))];
  return {
    cutSetsCame: has.filter((set) => !keysBefore.has(key(set))),
    cutSetsWent: had.filter((set) => !keysAfter.has(key(set))),
  };
}

function same(id: ElementId): ElementId {
  return id;
}
