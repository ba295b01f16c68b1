import type { Criterion, ElementId, EvidenceId, IsoDate, OutcomeId } from '../case/index.js';
import type { CutSetAssessment, Doubts, EvidenceStateName, Reason, Verdict } from '../doubt/index.js';

/** What a change did to what a case is worth: two assessments for one date and with one seed, held against each other. */
export interface AssessmentDiff {
  readonly format: 'surety-assessment-diff/1';
  readonly asOf: IsoDate;
  readonly seed: number;
  /** The most important change first. */
  readonly outcomes: readonly OutcomeDiff[];
  /** Elements of both states whose declared doubt moved by more than `doubtFactor`, or that block now or no longer; farthest first. */
  readonly elements: readonly ElementDoubtDiff[];
  /** Evidence of both states that is in another state, or holds other data. */
  readonly evidence: readonly EvidenceDiff[];
}

export interface OutcomeDiff {
  readonly id: OutcomeId;
  readonly text: string;
  readonly before?: OutcomeSide;
  readonly after?: OutcomeSide;
  /** `other`: one of the two is no verdict by number (a sketch, not quantified), so neither is better. */
  readonly verdict: 'worse' | 'better' | 'same' | 'other' | 'new' | 'gone';
  /** The number of the verdict; absent where one side has none. */
  readonly number?: NumberDiff;
  /** The verdict or the number got worse, or the outcome is no longer looked at. */
  readonly worse: boolean;
  readonly reasonsCame: readonly Reason[];
  readonly reasonsWent: readonly Reason[];
  /** Of the likeliest `shownCutSets` on each side: those that are not among them on the other. */
  readonly cutSetsCame: readonly CutSetAssessment[];
  readonly cutSetsWent: readonly CutSetAssessment[];
  /** What the change did to it, as a sentence. */
  readonly sentence: string;
}

export interface OutcomeSide {
  readonly verdict: Verdict;
  readonly statement: string;
  readonly claim?: ElementId;
  readonly number?: number;
  readonly doubt?: Doubts;
  readonly threshold?: { readonly probability: number; readonly criterion: Criterion };
}

export interface NumberDiff {
  readonly before: number;
  readonly after: number;
  /** `same`: no farther apart than rounding, or than the errors of the trials can tell. */
  readonly move: 'up' | 'down' | 'same';
  /** The larger over the smaller; absent where the smaller is 0. */
  readonly factor?: number;
}

export interface ElementDoubtDiff extends NumberDiff {
  readonly id: ElementId;
  /** It is named by a reason that blocks on one side only. */
  readonly blocks?: 'now' | 'no longer';
}

export interface EvidenceDiff {
  readonly id: EvidenceId;
  readonly before: EvidenceSide;
  readonly after: EvidenceSide;
}

export interface EvidenceSide {
  readonly states: readonly EvidenceStateName[];
  readonly digests: readonly string[];
  readonly counts?: string;
}
