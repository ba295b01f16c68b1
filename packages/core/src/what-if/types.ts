import type { ElementId, LegDependence, OutcomeId, QuantityName } from '../case/index.js';
import type {
  Distribution,
  Doubts,
  GroupAssessment,
  LeafId,
  LegChoice,
  Note,
  Reason,
  RiskCaseAssessment,
  Verdict,
} from '../doubt/index.js';
import type { HorizonOver } from '../horizon/index.js';

/** One thing about a case that could be another; several of them together are one question. */
export type CaseChange =
  /** The doubt of a leaf (an element, `G2.inference`, a challenge), whatever the text says of it. */
  | { readonly kind: 'doubt'; readonly leaf: LeafId; readonly doubt: number }
  /** The value of a quantity in every trial, whatever it is made of. */
  | { readonly kind: 'quantity'; readonly name: QuantityName; readonly value: number }
  /** Exposure, window or capability, as a horizon moves them. */
  | { readonly kind: 'axis'; readonly over: HorizonOver; readonly value: number }
  /** How strong the common cause of a declared group is. */
  | { readonly kind: 'group'; readonly name: string; readonly beta: number }
  /** How the legs of a strategy depend on each other. */
  | { readonly kind: 'legs'; readonly element: ElementId; readonly dependence: LegDependence }
  | { readonly kind: 'threshold'; readonly outcome: OutcomeId; readonly probability: number };

/** A change that cannot be made: nothing is answered. */
export interface ChangeProblem {
  /** Which of the changes. */
  readonly at: number;
  readonly code: 'unknown-name' | 'not-in-range' | 'no-number';
  /** A sentence without a full stop. */
  readonly message: string;
  readonly expected?: string;
  readonly nearest?: string;
}

/** An outcome as it would be. */
export interface OutcomeIf {
  readonly id: OutcomeId;
  readonly claim?: ElementId;
  readonly threshold?: number;
  readonly verdict: Verdict;
  readonly statement: string;
  /** But for the steps that nobody assessed: those are as they are in the assessment of the case. */
  readonly reasons: readonly Reason[];
  /** The number of the verdict. */
  readonly number?: number;
  readonly doubt?: Doubts;
  readonly distribution?: Distribution;
  readonly legs: readonly LegChoice[];
  readonly legsProvedBest: boolean;
  readonly groups: readonly GroupAssessment[];
  readonly notes: readonly Note[];
}

/** What a case would be worth: every outcome, and of elements and leaves only those that differ from the case as it stands. */
export interface WhatIfAnswer {
  readonly outcomes: readonly OutcomeIf[];
  readonly elements: readonly { readonly id: ElementId; readonly doubt: Doubts }[];
  /** Mean doubts of leaves. */
  readonly leaves: readonly { readonly id: LeafId; readonly doubt: number }[];
  readonly riskCases: readonly RiskCaseAssessment[];
}

export type WhatIfResult =
  | { readonly ok: true; readonly value: WhatIfAnswer }
  | { readonly ok: false; readonly problem: ChangeProblem };
