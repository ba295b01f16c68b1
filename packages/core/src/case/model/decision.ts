import type { Origin } from '../origin.js';
import type { ElementId, IsoDate, OutcomeId } from './ids.js';
import type { Criterion } from './kinds.js';

/** The most that the thresholds of all outcomes may add up to. */
export interface Budget {
  readonly probability: number;
  readonly per: 'window';
  readonly origin: Origin;
}

export interface Policy {
  /** `listed` in a draft, `required` from status `in review` on, unless the text says otherwise. */
  readonly inference: 'listed' | 'required';
  readonly absentEvidence: 'locked' | 'block';
  /** The highest threshold that is allowed for each severity; absent where no policy limits it. */
  readonly severities?: readonly AllowedThreshold[];
  /** The highest budget that is allowed. */
  readonly budget?: Budget;
  /** What the case's own policy says that is laxer than the one it builds on; the stricter holds all the same. */
  readonly relaxed?: readonly Relaxation[];
}

/** What a policy allows for outcomes of one severity. */
export interface AllowedThreshold {
  readonly severity: string;
  readonly probability: number;
  readonly origin: Origin;
}

export interface Relaxation {
  /** `inference: listed`, as the laxer one says it. */
  readonly says: string;
  readonly origin: Origin;
  /** The same of the stricter one. */
  readonly instead: string;
  readonly by: Origin;
}

export interface Decision {
  readonly kind?: 'train' | 'internal deployment' | 'external deployment' | 'continue';
  readonly question?: string;
  readonly options: readonly string[];
  readonly window?: Window;
  readonly exposure: Exposure;
  readonly origin: Origin;
}

/** The deployment window, both days included. */
export interface Window {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly origin: Origin;
}

/** How much happens over the whole window; steps of training and internal use where the decision is to train further. */
export interface Exposure {
  readonly tasks?: number;
  readonly instances?: number;
  readonly trainingSteps?: number;
  readonly internalUse?: number;
}

export interface Outcome {
  readonly id: OutcomeId;
  readonly text: string;
  readonly severity?: string;
  readonly threshold?: Threshold;
  /** The goal that claims that the outcome will not occur in the window. */
  readonly claim?: ElementId;
  readonly origin: Origin;
}

export interface Threshold {
  readonly probability: number;
  readonly per: 'window';
  readonly criterion: Criterion;
  readonly approved?: {
    readonly by: string;
    readonly date?: IsoDate;
    /** The threshold that was approved, where the text says it: one that was changed later shows. */
    readonly probability?: number;
  };
  readonly origin: Origin;
}

export interface Waiver {
  readonly rule: string;
  readonly at?: string;
  readonly because?: string;
  readonly by?: string;
  readonly until?: IsoDate;
  readonly origin: Origin;
}
