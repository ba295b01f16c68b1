/**
 * The seam of the engine: a Boolean model over leaves that fail or hold, and what can be asked of it.
 * "1" always means "fails". Nothing here knows of safety cases.
 */

import type { TrialMemory } from './fused/index.js';

/** A node of a model: `0 … leaves-1` is a leaf, `leaves + g` is gate `g`. */
export type NodeRef = number;

/**
 * `or` fails if any input fails, `and` if all do, `atLeast` if at least `k` of them do. A model of these alone is coherent:
 * no failure mends anything. The others make it non-coherent, even where what they say happens to be coherent:
 * `nor` and `nand` are the negations of `or` and `and`, `xor` fails if an odd number of inputs fail, `cardinality` if at
 * least `min` and at most `max` do, `not` if its only input holds, `iff` if both inputs fail or neither, `imply` unless the
 * first of its two inputs fails and the second holds. An input that is listed twice counts twice.
 */
export type Gate =
  | {
      readonly kind: CoherentKind | 'nor' | 'nand' | 'xor' | 'not' | 'iff' | 'imply';
      readonly inputs: readonly NodeRef[];
    }
  | { readonly kind: 'atLeast'; readonly k: number; readonly inputs: readonly NodeRef[] }
  | { readonly kind: 'cardinality'; readonly min: number; readonly max: number; readonly inputs: readonly NodeRef[] };

type CoherentKind = 'or' | 'and';

/** A directed acyclic graph of gates over `leaves` Boolean variables. An `or` of nothing holds, an `and` of nothing fails. */
export interface RiskModel {
  readonly leaves: number;
  readonly gates: readonly Gate[];
}

/** What a compilation may use before it answers with intervals in place of numbers. */
export interface Limits {
  /** Decision-diagram nodes alive at once over all modules. */
  readonly nodes: number;
  /** Steps that `bracket` may take, one to ten million a second; by default 16 for each node allowed. */
  readonly steps?: number;
  /** How narrow `bracket` need not go beyond: (upper - lower) / lower. By default 0.001. */
  readonly width?: number;
}

/** The order of variables in a diagram; the answers are the same, time and memory are not. See docs/engine.md. */
export type VariableOrder = 'light' | 'heavy';

export interface CompileOptions {
  /**
   * Only the roots will be asked about, not what is below them: the model is rewritten first, which makes large fault trees
   * much easier. Leaves stay as they are. Off by default.
   */
  readonly rootsOnly?: boolean;
  /** By default `heavy` with `rootsOnly`, otherwise `light`, which takes little time for any tree. */
  readonly order?: VariableOrder;
}

/** `lower <= true value <= upper`; `exact` says that the two are the same number, computed without approximation. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly exact: boolean;
}

/**
 * What a bound comes from: `exact`, the number itself; `gates`, bounds gate by gate from those of the inputs; `cases`, a
 * division into cases (some leaves given to fail or to hold) that are solved exactly or bounded by truncated diagrams.
 */
export type BoundSource = 'exact' | 'gates' | 'cases';

export interface Bracket extends Interval {
  readonly from: { readonly lower: BoundSource; readonly upper: BoundSource };
  /** Number of cases, and how many of them were solved exactly. */
  readonly cases: number;
  readonly solved: number;
}

/** Failure probabilities: one number for a leaf, or a column with one number per trial. All columns have length `trials`. */
export interface Columns {
  readonly trials: number;
  /** One value per leaf, used wherever `varying` has no column for it. */
  readonly constants: Float64Array;
  readonly varying: ReadonlyMap<number, Float64Array>;
  /** The caller has seen to it that all are in [0, 1], so that they are not looked through again. */
  readonly checked?: boolean;
  /** Where the columns lie, if they were made by `trialMemory`: then they are not copied. */
  readonly memory?: TrialMemory;
}

/** The per-trial value of a node. `lower === upper` (the same array or number) where exact; a plain number where no trial differs. */
export interface TrialValues {
  readonly lower: Float64Array | number;
  readonly upper: Float64Array | number;
  readonly exact: boolean;
}

/** The model pushed through with one set of columns; changing a leaf recomputes only what depends on it. */
export interface Evaluation {
  readonly trials: number;
  /** Per-trial probability that the node fails. Nodes are those reachable from the roots of the compilation. */
  values(node: NodeRef): TrialValues;
  /** Mean over the trials of the probability that the node fails. */
  mean(node: NodeRef): Interval;
  /** Replace a leaf's probability by a number or by a column of `trials` numbers. */
  set(leaf: number, value: number | Float64Array): void;
}

/**
 * For each leaf the probability that `root` fails when the leaf is made to fail, and when it is made to hold; over trials, the
 * means of these. Where not exact, the two are first-order estimates within what is known.
 */
export interface LeafEffects {
  readonly probability: Interval;
  /** Indexed by leaf; both equal `probability` for a leaf that the root does not depend on. */
  readonly whenFails: Float64Array;
  readonly whenHolds: Float64Array;
  readonly exact: boolean;
}

/** Importance of each leaf for a root, indexed by leaf. */
export interface Measures {
  readonly probability: Interval;
  /** Whether there is a diagram; if not, all are from first-order estimates. */
  readonly exact: boolean;
  /**
   * What Fussell–Vesely and both worths are computed from: the function itself (`function`), or, in a non-coherent model, the
   * sum of the products of its minimal cut sets (`cut-sets`; the rare-event approximation). The others are always of the
   * function.
   */
  readonly by: 'function' | 'cut-sets';
  /** P(root | leaf fails) - P(root | leaf holds); may be negative in a non-coherent model. */
  readonly birnbaum: Float64Array;
  /** p · Birnbaum / P(root): the leaf fails and it matters, given that the root fails. */
  readonly criticality: Float64Array;
  /** P(leaf fails | root fails). */
  readonly diagnostic: Float64Array;
  /** P(some minimal cut set with the leaf fails | root fails); bounds, equal where it was computed. */
  readonly fussellVesely: { readonly lower: Float64Array; readonly upper: Float64Array };
  /** P(root | leaf fails) / P(root). */
  readonly achievementWorth: Float64Array;
  /** P(root) / P(root | leaf holds); Infinity where the leaf is needed for the root to fail. */
  readonly reductionWorth: Float64Array;
}

export interface MeasureOptions {
  /**
   * Fussell–Vesely is no sweep: it takes cut sets and a diagram for each leaf, which may be far larger than the root's.
   * - `bounds`: make no cut sets. It is given by criticality and the diagnostic measure, between which it lies (in a
   *   non-coherent model by 0 and 1), and all else is of the function: this costs less than three times the probability.
   * - `quick`: computed where the cut sets are known and the rest takes no more steps than the diagrams have nodes, or
   *   20,000; bounds elsewhere.
   * - `exact`, if nothing is said: within the limits.
   */
  readonly fussellVesely?: 'bounds' | 'quick' | 'exact';
}

/** The cheapest set of leaves whose holding suffices for the root to hold, whatever the others do. */
export interface PathSet {
  /** Ascending leaf numbers; `null` when no path set exists (the root fails whatever happens). */
  readonly leaves: readonly number[] | null;
  /** Sum of the costs of `leaves` (Infinity without a path set). */
  readonly sum: number;
  /** No path set is cheaper than this; equal to `sum` where exact. */
  readonly lower: number;
  readonly exact: boolean;
}

export interface CutSet {
  /** Ascending leaf numbers. */
  readonly leaves: readonly number[];
  /** Product of the weights of its leaves. */
  readonly weight: number;
}

export interface CutSetQuery {
  /** One non-negative weight per leaf (usually its probability); sets are ranked by the product. */
  readonly weights: Float64Array;
  /** How many to list. */
  readonly top: number;
  /** List only sets of at most this many leaves. */
  readonly order?: number;
  /** List only sets of at least this weight. */
  readonly cutOff?: number;
}

export interface CutSetList {
  /** By weight, descending; ties by order, then by leaf numbers. */
  readonly sets: readonly CutSet[];
  /** No minimal cut set that the query asks for is missing above the last one listed. */
  readonly exact: boolean;
}

/** A least set of leaves that must fail and of leaves that must hold, which make the root fail whatever the others do. */
export interface PrimeImplicant {
  /** Ascending leaf numbers. */
  readonly fails: readonly number[];
  readonly holds: readonly number[];
  /** Product of the weights of the leaves that fail and of 1 - weight of those that hold. */
  readonly weight: number;
}

export interface PrimeImplicantList {
  /** By weight, descending; ties by order. */
  readonly implicants: readonly PrimeImplicant[];
  /** None that the query asks for is missing above the last one listed. */
  readonly exact: boolean;
}

/** A compiled model. Every answer is deterministic: same model, same bytes. */
export interface Compiled {
  readonly model: RiskModel;
  /** Whether no failure mends anything. If not, there are no path sets (`pathSet` and `pathSums` throw a RangeError). */
  readonly coherent: boolean;
  /** Decision-diagram nodes in use. */
  readonly nodes: number;
  /** P(fails). Compiled for roots only, as close as `bracket` comes. */
  probability(p: Float64Array, root: NodeRef): Interval;
  /**
   * The closest rigorous bounds on P(fails) that the limits allow, and where they come from. Takes its time where there is no
   * diagram; bounds hold up to rounding. In a non-coherent model they are never from `cases`.
   */
  bracket(p: Float64Array, root: NodeRef): Bracket;
  evaluate(columns: Columns): Evaluation;
  pathSet(costs: Float64Array, root: NodeRef): PathSet;
  /** Cheapest path-set sums of many nodes in one sweep (in the order asked). */
  pathSums(costs: Float64Array, nodes: readonly NodeRef[]): readonly Omit<PathSet, 'leaves'>[];
  importance(p: Float64Array, root: NodeRef): LeafEffects;
  /** Importance measures of all leaves. */
  measures(p: Float64Array, root: NodeRef, options?: MeasureOptions): Measures;
  /** The means of `importance` over the trials, the leaf forced in each trial and all else as its column says. */
  meanEffects(columns: Columns, root: NodeRef): LeafEffects;
  /** Leaves on which the root's function depends, ascending (those of its minimal cut sets); `exact: false` may list too many. */
  support(root: NodeRef): { readonly leaves: readonly number[]; readonly exact: boolean };
  /**
   * Minimal cut sets: least sets of leaves that make the root fail while all others hold. In a non-coherent model these are
   * the minimal positive parts of the prime implicants.
   */
  cutSets(root: NodeRef, query: CutSetQuery): CutSetList;
  /** Number of minimal cut sets by order (index = number of leaves); `null` when a limit was met. */
  cutSetCounts(root: NodeRef): readonly bigint[] | null;
  /** The best prime implicants; weights must be probabilities. In a coherent model these are the minimal cut sets. */
  primeImplicants(root: NodeRef, query: CutSetQuery): PrimeImplicantList;
  /** Number of prime implicants by order; `null` when a limit was met. */
  primeImplicantCounts(root: NodeRef): readonly bigint[] | null;
}
