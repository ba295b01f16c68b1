import type { Origin } from '../origin.js';
import type { Budget, Decision, Outcome, Policy, Waiver } from './decision.js';
import type { Quantity } from './doubt.js';
import type { Element, RiskCase } from './element.js';
import type { Evidence } from './evidence.js';
import type { ElementId, OutcomeId, SubsystemId } from './ids.js';
import type { CaseStatus } from './kinds.js';
import type { Module, Pattern } from './module.js';
import type { Review } from './review.js';
import type { DependenceGroup, Dismissal, Interaction, Subsystem } from './system.js';

export interface Case {
  readonly id: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly owner?: string;
  readonly budget?: Budget;
  readonly policy: Policy;
  readonly decision?: Decision;
  readonly outcomes: readonly Outcome[];
  readonly system: readonly Subsystem[];
  /** The argument, the assumptions, and the argument of every risk case, in text order. */
  readonly elements: readonly Element[];
  readonly riskCases: readonly RiskCase[];
  readonly quantities: readonly Quantity[];
  readonly evidence: readonly Evidence[];
  readonly interactions: readonly Interaction[];
  readonly dismissed: readonly Dismissal[];
  readonly dependence: readonly DependenceGroup[];
  readonly indicators: readonly Indicator[];
  readonly waivers: readonly Waiver[];
  readonly review: Review;
  readonly modules: readonly Module[];
  readonly patterns: readonly Pattern[];
  readonly fmea: readonly FmeaRow[];
  readonly chain?: Chain;
  /** File of a catalogue that overrides the built-in one. */
  readonly catalogue?: string;
  /** SHA-256 (hex) of the canonical content, without `review`; what a sign-off is `of`. */
  readonly contentHash: string;
  /** Every file is an argument and nothing else, as gsn2x writes it: there is no decision, outcome or system to ask for. */
  readonly bare: boolean;
  /** The case as its text states it, where this is a variant of it that a question is asked about: what was signed is that. */
  readonly stated?: Case;
  readonly origin: Origin;
}

export interface Indicator {
  readonly id: string;
  readonly tests?: ElementId;
  readonly source?: string;
  readonly breach?: string;
  readonly every?: string;
  readonly origin: Origin;
}

export interface FmeaRow {
  readonly subsystem: SubsystemId;
  readonly mode: string;
  readonly cause?: string;
  readonly effect?: string;
  readonly outcome?: OutcomeId;
  readonly detection?: string;
  readonly arguedBy?: ElementId;
  readonly origin: Origin;
}

export interface Chain {
  readonly previous: string;
  readonly claim: ElementId;
  readonly gap?: ElementId;
  readonly amplify?: { readonly copies?: number; readonly speed?: number };
  /** Steps of the generations before that nobody assessed, in words; known once those were read. */
  readonly unassessed?: readonly string[];
  readonly origin: Origin;
}
