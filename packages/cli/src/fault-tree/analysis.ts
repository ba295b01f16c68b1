import type { UncertaintySummary } from '@surety/engine/uncertainty';

/** What is asked of each gate and sequence. */
export interface AnalysisOptions {
  readonly probability: boolean;
  readonly products: boolean;
  readonly importance: boolean;
  readonly fussellVesely: 'bounds' | 'quick' | 'exact';
  readonly uncertainty: boolean;
  readonly sensitivity: boolean;
  readonly ccf: boolean;
  readonly primeImplicants: boolean;
  readonly limitOrder?: number;
  readonly cutOff?: number;
  readonly missionTime: number;
  /** In hours: of a gate also the probability over the time up to the mission time. */
  readonly timeStep?: number;
  /** What safety integrity levels are read from, of the curve over time. */
  readonly sil: boolean;
  readonly numTrials: number;
  readonly numQuantiles: number;
  readonly numBins: number;
  readonly sampling: 'sobol' | 'latin-hypercube' | 'monte-carlo';
  readonly seed: number;
  readonly threads: number;
  readonly limitNodes: number;
  readonly top: number;
}

export interface Product {
  readonly events: readonly string[];
  /** Events that must not happen, of a prime implicant. */
  readonly not?: readonly string[];
  readonly order: number;
  readonly probability?: number;
  /** Share of the sum over all products; absent where there are too many to add up. */
  readonly contribution?: number;
}

/** Importance factors under the names of SCRAM's report. */
export interface Factors {
  readonly event: string;
  readonly probability: number;
  /** Products that the event is in; absent where there are too many to go through. */
  readonly occurrence?: number;
  /** Marginal (Birnbaum). */
  readonly MIF: number;
  /** Critical: p · MIF / P(top). */
  readonly CIF: number;
  /** Diagnostic: P(event | top). */
  readonly DIF: number;
  /** Fussell–Vesely: P(some product with the event, given the top); the upper bound where it would take too long. */
  readonly FV: number;
  readonly FVLower?: number;
  /** Risk achievement and reduction worth; the latter is absent where the top cannot happen without the event. */
  readonly RAW: number;
  readonly RRW?: number;
}

export interface UncertaintyResult extends UncertaintySummary {
  readonly method: string;
  readonly seed: number;
  /** Where a limit was met: the mean of the lower ends, those above being of the upper ones. */
  readonly lowerMean?: number;
  readonly exact: boolean;
  /** Events whose probability was moved to 0 or 1 in some trials, with the share of these. */
  readonly clipped: readonly { readonly event: string; readonly share: number }[];
  /** Sobol indices of uncertain numbers, by the events that they are in. */
  readonly sensitivity?: readonly {
    readonly events: readonly string[];
    readonly first: number;
    readonly total: number;
  }[];
}

/** The probability of a gate over the time, under the names of SCRAM's report. */
export interface OverTime {
  readonly curve: readonly { readonly time: number; readonly probability: number; readonly lower?: number }[];
  readonly sil?: {
    readonly pfdAvg: number;
    readonly pfd: readonly SilBin[];
    readonly pfhAvg: number;
    readonly pfh: readonly SilBin[];
  };
}

export interface SilBin {
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly value: number;
}

export interface Analysis extends Partial<OverTime> {
  readonly gate?: string;
  readonly initiatingEvent?: string;
  readonly sequence?: string;
  readonly gates: number;
  readonly basicEvents: number;
  readonly coherent: boolean;
  /** The upper end where it is not exact. */
  readonly probability?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly exact?: boolean;
  /** Absent where products were not wanted. */
  readonly cutSets?: {
    readonly kind: 'minimal cut sets' | 'prime implicants';
    /** `null` where a limit was met. */
    readonly count: string | null;
    readonly byOrder: readonly string[] | null;
    readonly top: readonly Product[];
    readonly exact: boolean;
  };
  readonly importance?: readonly Factors[];
  /** Whether the factors are exact; if not, they are first-order estimates. */
  readonly importanceExact?: boolean;
  /** What FV, RAW and RRW are of: the function, or of a tree that is not coherent the sum over its minimal cut sets. */
  readonly importanceBy?: 'function' | 'cut-sets';
  readonly uncertainty?: UncertaintyResult;
  readonly stats: { readonly seconds: number; readonly nodes: number; readonly peakBytes: number };
}
