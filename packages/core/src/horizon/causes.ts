import type { Outcome } from '../case/index.js';
import { columnMean, importanceOf, judgeOutcome, type LeafId, type Prepared, reasonKey } from '../doubt/index.js';
import { isWorse } from './apart.js';
import type { Sample } from './sweep.js';
import type { Flip, FlipCause, HorizonLimit } from './types.js';

/** Leaves that are named at a flip. */
const MOST_LEAVES = 5;
/** Share of what moves below which a leaf is not worth a line. */
const LEAST_SHARE = 0.01;

/**
 * What gives way at a flip: claims that hold no longer, what blocks on the worse side only, and otherwise the leaves that
 * bring the most of what the doubt moved since `since`. What a leaf adds is its change times its Birnbaum importance at
 * the flip, which is exact for one leaf alone and a first-order share for several.
 */
export function causesOf(
  flip: Pick<Flip, 'before' | 'after'> & { readonly low: Sample; readonly high: Sample; readonly since: number },
  input: {
    readonly outcome: Outcome;
    readonly limits: readonly HorizonLimit[];
    readonly lifted: ReadonlySet<string>;
    readonly prepared: (value: number) => Prepared;
    /** Whether any leaf moves by its quantities. */
    readonly moves: boolean;
  },
): readonly FlipCause[] {
  const { low, high, since, before, after } = flip;
  const limits = input.limits
    .filter(({ value }) => value >= low.value && value < high.value)
    .map((limit): FlipCause => ({ kind: 'limit', ...limit }));
  if (limits.length > 0) return limits;
  const worse = isWorse(after, before);
  const [there, elsewhere] = worse ? [high, low] : [low, high];
  const others = new Set(elsewhere.blockers.map(reasonKey));
  const blockers = there.blockers
    .filter((reason) => !others.has(reasonKey(reason)) && !input.lifted.has(reasonKey(reason)))
    .map((reason): FlipCause => ({ kind: 'blocker', reason }));
  if (blockers.length > 0 || !input.moves) return blockers;
  return leavesBetween(input.prepared(since), input.prepared(high.value), input.outcome, since, worse);
}

function leavesBetween(
  then: Prepared,
  now: Prepared,
  outcome: Outcome,
  since: number,
  worse: boolean,
): readonly FlipCause[] {
  const { root, claim } = judgeOutcome(now, outcome);
  if (root === undefined || claim === undefined || now.quantified === undefined) return [];
  const before = meansOf(then);
  const means = meansOf(now);
  const moved = importanceOf(now.quantified, root, claim.solution).flatMap(({ leaf, birnbaum }) => {
    const [from, to] = [before.get(leaf), means.get(leaf)];
    if (from === undefined || to === undefined || from === to) return [];
    return [{ kind: 'leaf', leaf, since, from, to, adds: birnbaum * (to - from) } as const];
  });
  const towards = moved.filter(({ adds }) => (worse ? adds > 0 : adds < 0));
  const all = towards.reduce((sum, { adds }) => sum + Math.abs(adds), 0);
  return towards
    .filter(({ adds }) => Math.abs(adds) >= LEAST_SHARE * all)
    .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
    .slice(0, MOST_LEAVES);
}

function meansOf({ argument, leaves }: Prepared): ReadonlyMap<LeafId, number> {
  return new Map(argument.leaves.map(({ id }, index) => [id, columnMean(leaves[index]!.column)]));
}
