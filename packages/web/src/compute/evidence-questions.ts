import type { ElementId, EvidenceId } from '@surety/core/case';
import type { Posterior } from '@surety/core/doubt';
import type { Plot } from '@surety/core/report';

/** What was counted in one way, and what follows from it for a requirement. */
export interface WayCounted {
  /** How flawed trials were counted; empty where all are good. */
  readonly policy: string;
  /** `3 of 400` */
  readonly counts: string;
}

/** What an element requires of the evidence, and the doubt that it is met. */
export interface RequirementFollowed {
  readonly element: ElementId;
  /** `rate <= 0.05 with a margin of 2, that is rate <= 0.025` */
  readonly asks: string;
  readonly because?: string;
  /** Of each way of counting, in their order. */
  readonly doubts: readonly number[];
  /** The way that hurts most: the doubt is that one's. */
  readonly worst: number;
  /** By the posterior, for comparison. */
  readonly jeffreys?: number;
  /** How the doubt follows, in words. */
  readonly how: string;
  readonly formula?: string;
  readonly posterior?: PosteriorDrawn;
}

export interface PosteriorDrawn extends Posterior {
  readonly plot?: Plot;
  /** Side of the limit on which the requirement is not met. */
  readonly beyond: 'above' | 'below';
}

/** What was measured in a piece of evidence, and what follows from it. */
export interface Measured {
  /** `Exact binomial` */
  readonly estimator: string;
  readonly assumes: readonly string[];
  readonly misleads: readonly string[];
  readonly ways: readonly WayCounted[];
  readonly requirements: readonly RequirementFollowed[];
  /** Of the first way of counting; given where nothing is required of the evidence. */
  readonly posterior?: PosteriorDrawn;
}

export interface EvidenceQuestions {
  /** Null: nothing was counted. */
  readonly measured: { readonly args: { readonly evidence: EvidenceId }; readonly answer: Measured | null };
  /** What a sign-off of the element, or of the whole case, would be `of` now. */
  readonly contentHash: { readonly args: { readonly element?: ElementId }; readonly answer: string };
}
