import type { Case, Measures, Outcome, OutcomeId } from '../case/index.js';
import {
  type AssessOptions,
  followOutcome,
  heldAgainst,
  importanceOf,
  type Judgement,
  liftsFor,
  type Prepared,
  prepareCase,
  type Reason,
  reasonKey,
} from '../doubt/index.js';
import type { Ground, Lever } from './lever.js';
import { leversOf } from './levers.js';
import { applied, type Joint, jointOf, leastThatDoes, type Tried } from './search.js';
import type { Advice, Insufficient, Step, Variant, Way } from './types.js';

/** Leaves, most important first, whose doubt is tried. */
const MOST_LEAVES = 80;
/** Things of which all pairs are tried, where none does it alone. */
const MOST_PAIRED = 8;
/** Cases that are kept prepared: what is tried one after the other differs in doubts alone, for the most part. */
const MOST_FOLLOWED = 4;
/** Ways that are told, and things that do not do it. */
const MOST_TOLD = 12;

export interface AdviseOptions extends AssessOptions {
  /** Only this outcome. */
  readonly outcome?: OutcomeId;
  /** Told before each assessment. */
  readonly progress?: (assessed: number) => void;
}

/**
 * The smallest changes with which each outcome would be supported (`semantics.md` section 8): single ones; where none
 * does it, two together, by the same factor. What blocks is lifted in every way. Each way is assessed as it is told, and
 * so is the next smaller step, which does not do it. Doubts fall with every step, so nothing smaller of the same thing
 * does it either; of exposure alone a case may say otherwise, and then a smaller step farther away may do it too. The case must have passed the rules that are fatal.
 */
export function adviseCase(of: Case, measures: Measures, options: AdviseOptions): readonly Advice[] {
  const { prepared, argued } = prepareCase(of, measures, options);
  let assessed = 0;
  return argued.flatMap((outcome, index) => {
    if (options.outcome !== undefined && options.outcome !== outcome.id) return [];
    const followed = lastOf(MOST_FOLLOWED, ({ case: changed, measures: counted }: Variant) => {
      if (changed === of && counted === measures) return followOutcome(prepared, outcome);
      const other = prepareCase({ ...changed, stated: of.stated ?? of }, counted, options, prepared);
      return followOutcome(other.prepared, changed.bare ? outcome : changed.outcomes[index]!);
    });
    const judge = (variant: Variant): Judgement => {
      options.progress?.(++assessed);
      return followed(variant)(variant.doubts);
    };
    return [adviseOutcome(prepared, outcome, { case: of, measures, doubts: new Map() }, judge)];
  });
}

/** What is made of a case and its measures, kept for the last few that it was asked of. */
function lastOf<T>(most: number, make: (variant: Variant) => T): (variant: Variant) => T {
  const known: { readonly case: Case; readonly measures: Measures; readonly made: T }[] = [];
  return (variant) => {
    const at = known.findIndex((one) => one.case === variant.case && one.measures === variant.measures);
    const found =
      at < 0 ? { case: variant.case, measures: variant.measures, made: make(variant) } : known.splice(at, 1)[0]!;
    known.push(found);
    if (known.length > most) known.shift();
    return found.made;
  };
}

function adviseOutcome(
  prepared: Prepared,
  outcome: Outcome,
  start: Variant,
  judge: (variant: Variant) => Judgement,
): Advice {
  const now = judge(start);
  const { verdict, byNumber, claim, root } = now;
  const blockers = now.reasons.filter(({ blocks }) => blocks);
  const said = {
    outcome: outcome.id,
    text: outcome.text,
    ...(outcome.threshold === undefined ? {} : { threshold: outcome.threshold.probability }),
    verdict,
    ...(byNumber === undefined ? {} : { number: heldIn(now, outcome) }),
  };
  const nothing = { ...said, ways: [], insufficient: [] };
  if (byNumber === undefined || claim === undefined || root === undefined || prepared.quantified === undefined) {
    const text = 'There is no number, or no threshold to hold it against: what blocks is lifted first';
    return { ...nothing, first: liftsFor(now.reasons), notes: [{ code: 'no-number', text }] };
  }
  if (blockers.length === 0 && byNumber.verdict === 'supported') {
    return { ...nothing, first: [], notes: [{ code: 'supported', text: 'It is supported as it stands' }] };
  }
  const scope = prepared.lookup.below(outcome.claim === undefined ? [] : [outcome.claim]);
  const order = importanceOf(prepared.quantified, root, claim.solution).map(({ leaf }) => leaf);
  const ground: Ground = { prepared, scope, blockers, leaves: order.slice(0, MOST_LEAVES) };
  const levers = leversOf(ground).filter(({ ladder }) => ladder.count > 0);
  const lifting = levers.filter(({ lifts }) => lifts);
  const { first, left } = unlifted(start, lifting, blockers, judge);
  const tryIt = (variant: Variant): Attempt => {
    const tried = judge(variant);
    const blockedBy = tried.reasons.filter((reason) => reason.blocks && !left.has(reasonKey(reason)));
    const number = heldIn(tried, outcome);
    return { supported: blockedBy.length === 0 && tried.byNumber?.verdict === 'supported', number, blockedBy };
  };
  const found = searched(start, levers, lifting, tryIt);
  const notes: Advice['notes'][number][] = [];
  if (order.length > MOST_LEAVES) {
    notes.push({
      code: 'not-all-tried',
      text: `Of ${order.length} leaves the ${MOST_LEAVES} most important were tried`,
    });
  }
  if (found.ways.length === 0) {
    notes.push({
      code: 'none',
      text: 'Nothing that was tried does it, alone or two together: the argument needs more than better numbers',
    });
  }
  return { ...said, first: liftsFor(first), ...found, notes };
}

/** 1 where there is no number. */
function heldIn({ byNumber, claim }: Judgement, { threshold }: Outcome): number {
  if (byNumber === undefined || claim === undefined || threshold === undefined) return 1;
  return heldAgainst(byNumber.number, claim.doubts.declared, threshold);
}

/** What still blocks when all that can be moved is moved: it has to be lifted by other means, and then counts as lifted. */
function unlifted(
  start: Variant,
  lifting: readonly Lever[],
  blockers: readonly Reason[],
  judge: (variant: Variant) => Judgement,
): { readonly first: readonly Reason[]; readonly left: ReadonlySet<string> } {
  const joint = jointOf(lifting);
  const best = lifting.length === 0 ? undefined : judge(applied(start, joint, joint.count - 1));
  const rest = best === undefined ? blockers : best.reasons.filter(({ blocks }) => blocks);
  const before = new Set(blockers.map(reasonKey));
  const first = rest.filter((reason) => before.has(reasonKey(reason)));
  return { first, left: new Set(first.map(reasonKey)) };
}

type Attempt = Tried & { readonly blockedBy: readonly Reason[] };

/** Single things first; what blocks is always among what is moved, but for what may lift it in another way. */
function searched(
  start: Variant,
  levers: readonly Lever[],
  lifting: readonly Lever[],
  tryIt: (variant: Variant) => Attempt,
): { readonly ways: readonly Way[]; readonly insufficient: readonly Insufficient[] } {
  const ways: Way[] = [];
  const insufficient: (Insufficient & { readonly lever: Lever })[] = [];
  const worst = tryIt(start).number;
  const attempt = (moved: readonly Lever[], alone?: Lever) => {
    const joint = jointOf(moved);
    const result = leastThatDoes(joint, (index) => tryIt(applied(start, joint, index)));
    if ('index' in result) ways.push(wayOf(joint, result.index, result.tried.number));
    else if (alone !== undefined) {
      const { number, blockedBy } = result.best;
      // What brings nothing at all is not worth a word.
      if (number < worst) insufficient.push({ text: nameOf(moved), number, blockedBy, lever: alone });
    }
  };
  const others = levers.filter(({ lifts }) => !lifts);
  if (lifting.length > 0) attempt(lifting);
  if (ways.length === 0) for (const lever of others) attempt([...lifting, lever], lever);
  // Less exposure may bring a claim back within its limits.
  if (lifting.length > 0) for (const lever of others.filter(({ id }) => id.startsWith('exposure'))) attempt([lever]);
  if (ways.length === 0) {
    const paired = [...insufficient].sort((a, b) => a.number - b.number).slice(0, MOST_PAIRED);
    paired.forEach(({ lever }, i) => {
      for (const { lever: other } of paired.slice(i + 1)) attempt([...lifting, lever, other]);
    });
  }
  return {
    ways: ways.sort((a, b) => a.size - b.size).slice(0, MOST_TOLD),
    insufficient: [...insufficient]
      .sort((a, b) => a.number - b.number)
      .slice(0, MOST_TOLD)
      .map(({ text, number, blockedBy }) => ({ text, number, blockedBy })),
  };
}

function wayOf({ levers, places }: Joint, index: number, number: number): Way {
  const at = places(index);
  const steps = levers.map(({ ladder, step }, i): Step => step(ladder.valueAt(at[i]!), ladder.sizeAt(at[i]!)));
  return { steps, size: steps.reduce((sum, { size }) => sum + size, 0), number };
}

function nameOf(levers: readonly Lever[]): string {
  return levers.map(({ name }) => name).join(', ');
}
