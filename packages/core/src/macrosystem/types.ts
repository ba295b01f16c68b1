import type { ElementId, InteractionKind, OutcomeId, QuantityName, SubsystemId } from '../case/index.js';
import type { Doubts, LeafId } from '../doubt/index.js';

/**
 * What must go wrong together with others: a subsystem misbehaves (something that the case says about it does not hold);
 * the control of a subsystem fails (its own misbehaviour is given); or the argument itself is wrong, where it is about
 * no subsystem.
 */
export type Part =
  | { readonly kind: 'subsystem'; readonly subsystem: SubsystemId }
  | { readonly kind: 'control'; readonly subsystem: SubsystemId }
  | { readonly kind: 'argument' };

/** Parts that bring an outcome about if all of them go wrong. */
export interface PartSet {
  readonly parts: readonly Part[];
  /** Subsystems whose misbehaviour the arguments concerned assume anyway: they need not be counted on to behave. */
  readonly given: readonly SubsystemId[];
  /** The leaves through which these parts bring the claim down. */
  readonly leaves: readonly LeafId[];
  /**
   * Doubt of the outcome's claim if only what belongs to these parts can fail and all else holds. Absent where the case is
   * not quantified.
   */
  readonly doubt?: Doubts;
}

export interface OutcomeMacrosystem {
  readonly outcome: OutcomeId;
  readonly text: string;
  readonly claim?: ElementId;
  /** Doubt of the claim with everything that can fail. */
  readonly doubt?: Doubts;
  /** Each part that the argument is about, with its leaves, in the order of the system; the argument itself last. */
  readonly parts: readonly { readonly part: Part; readonly leaves: readonly LeafId[] }[];
  /** The minimal sets, of which no part can be left out: likeliest first as declared; without numbers smallest first. */
  readonly sets: readonly PartSet[];
  /**
   * Sets that hold a minimal one and have ways of their own besides, for which all their parts are needed: one claim about
   * a subsystem may suffice, another only together with others. Their numbers count both.
   */
  readonly larger: readonly PartSet[];
  /** Number of minimal sets, in decimal digits; absent where a limit was met. */
  readonly count?: string;
  /** False: minimal sets are missing from the list. */
  readonly complete: boolean;
  /** False: larger ones may be. */
  readonly largerComplete: boolean;
}

/** One entry of step 6, or a kind of interaction that the case says nothing about for an outcome. */
export interface InteractionAssessment {
  readonly kind: InteractionKind;
  readonly outcome: OutcomeId;
  readonly between: readonly SubsystemId[];
  readonly state: 'argued' | 'dismissed' | 'hole';
  readonly arguedBy?: ElementId;
  /** Doubt of the claim that argues it. */
  readonly doubt?: Doubts;
  readonly dismissed?: string;
  /** Its probability, where it names one. */
  readonly quantity?: QuantityName;
  /**
   * What its probability is made of, in the order of its expression: for a cascade its sequence of events, each given those
   * before it. Means are absent where evidence that they rest on may not be used.
   */
  readonly events: readonly { readonly quantity: QuantityName; readonly mean?: number }[];
  readonly strategies: readonly string[];
  readonly reasons: readonly string[];
}

/** Macrosystem risk: what subsystems can bring about together (step 6 of the paper). */
export interface Macrosystem {
  readonly quantified: boolean;
  readonly outcomes: readonly OutcomeMacrosystem[];
  readonly interactions: readonly InteractionAssessment[];
}
