import type { ElementId, HorizonAxis, OutcomeId, SubsystemId } from '../case/index.js';
import type { Doubts, LeafId, Reason, Verdict } from '../doubt/index.js';

/** What is moved: capability of one subsystem or of all that state one, or the exposure of the whole case. */
export interface HorizonOver {
  readonly axis: HorizonAxis;
  readonly subsystem?: SubsystemId;
}

/** The verdict of every outcome as a function of one axis; everything else stays as the text has it. */
export interface Horizon {
  readonly over: HorizonOver;
  /** Subsystems whose capability is moved. */
  readonly moved: readonly SubsystemId[];
  /** Built-in quantities that go along in proportion: copies that are as many as the instances, and what happens in a longer window. */
  readonly follow: readonly string[];
  readonly scale: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
  /** Where the case stands today: empty where the text states no value, several where subsystems differ. */
  readonly current: readonly number[];
  readonly outcomes: readonly OutcomeHorizon[];
  /** How often an outcome was judged. */
  readonly judged: number;
  readonly notes: readonly HorizonNote[];
}

export interface HorizonLimit {
  readonly element: ElementId;
  /** The value of the axis at and below which it holds, and above which it fails. */
  readonly value: number;
  /** What the text says: the same, or tasks that a longer window brings. */
  readonly axis: HorizonAxis;
  readonly stated: number;
}

export interface OutcomeHorizon {
  readonly id: OutcomeId;
  readonly text: string;
  readonly threshold?: number;
  /** In the order of the axis; every limit is among them, and the value right above it. */
  readonly points: readonly HorizonPoint[];
  readonly flips: readonly Flip[];
  /** What blocks, or keeps a verdict from being claimed, at every point: flips are told apart from it. */
  readonly standing: readonly Reason[];
  /** Claims that hold up to a value of the axis, on which this outcome may rest. */
  readonly limits: readonly HorizonLimit[];
  /** Leaves below the claim, or that of the risk case, whose doubt moves along the axis by their quantities. */
  readonly moving: readonly LeafId[];
}

export interface HorizonPoint {
  readonly value: number;
  readonly verdict: Verdict;
  /** The verdict if what stands at every point were lifted. */
  readonly apart: Verdict;
  /** The number that is held against the threshold, and the three doubts; absent where the case is not quantified. */
  readonly number?: number;
  readonly doubt?: Doubts;
}

/** Between `low` and `high`, next to each other as finely as was looked, the verdict turns. */
export interface Flip {
  readonly low: number;
  readonly high: number;
  /** The verdict at `low` and at `high`, apart from what stands at every point. */
  readonly before: Verdict;
  readonly after: Verdict;
  /** `low` is the last value at which it is so, not only as finely as was looked: a limit, or the axis counts whole things. */
  readonly exact: boolean;
  readonly becauseOf: readonly FlipCause[];
}

export type FlipCause =
  /** A claim that holds no longer. */
  | ({ readonly kind: 'limit' } & HorizonLimit)
  /** Something that blocks on the one side only. */
  | { readonly kind: 'blocker'; readonly reason: Reason }
  /** A leaf whose mean doubt moves from `from` (at `since`) to `to`, which changes the doubt of the claim by about `adds`. */
  | {
      readonly kind: 'leaf';
      readonly leaf: LeafId;
      readonly since: number;
      readonly from: number;
      readonly to: number;
      readonly adds: number;
    };

export interface HorizonNote {
  readonly code: 'stated-stays' | 'nothing-moves' | 'limit-of-judgements' | 'several-values';
  readonly text: string;
}

/** Why there is no horizon: in words for who asked, with what would do. */
export interface HorizonProblem {
  readonly code: 'no-value' | 'unknown-subsystem' | 'no-capability' | 'only-capability' | 'bad-range' | 'no-outcome';
  readonly message: string;
  readonly expected?: string;
  readonly nearest?: string;
}
