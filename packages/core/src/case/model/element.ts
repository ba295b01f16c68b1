import type { ResultName } from '../measure-spec.js';
import type { Origin } from '../origin.js';
import type { Confidential } from './confidential.js';
import type { StatedDoubt } from './doubt.js';
import type { ElementId, EvidenceId, IsoDate, OutcomeId, SubsystemId } from './ids.js';
import type { Category, ChallengeForm, ElementType, HorizonAxis, Trust } from './kinds.js';

export interface Element {
  readonly id: ElementId;
  readonly type: ElementType;
  readonly text: string;
  /** Set on the elements of a risk case's argument (an assumption or solution shared with the safety case is not one). */
  readonly riskCase?: OutcomeId;
  /** Name of the module it stands in, where its file has one. */
  readonly module?: string;
  readonly public: boolean;
  readonly supportedBy: readonly Edge[];
  readonly inContextOf: readonly Edge[];
  readonly combine: Combine;
  readonly legs: LegDependence;
  /** A doubt stated on the element itself. */
  readonly doubt?: StatedDoubt;
  /** Evidence that the leaf cites, and what it requires of it. */
  readonly evidence?: EvidenceId;
  readonly requires?: Requirement;
  /** The assessed doubt of the step from the support to this element; absent: nobody assessed it. */
  readonly inference?: StatedDoubt;
  readonly undeveloped: boolean;
  readonly uninstantiated: boolean;
  readonly category?: Category;
  readonly subsystem?: SubsystemId;
  readonly outcome?: OutcomeId;
  /** A building block of the catalogue. */
  readonly block?: string;
  readonly assumes: readonly { readonly subsystem: SubsystemId; readonly trust: Trust }[];
  readonly holdsUntil: readonly { readonly axis: HorizonAxis; readonly value: number }[];
  /** Present exactly on challenges. */
  readonly challenge?: Challenge;
  /** Present exactly on elements of type challenge (a counter-solution below a counter-goal challenges nothing itself). */
  readonly form?: ChallengeForm;
  /** The assurance claim point that this goal argues. */
  readonly confidence?: string;
  readonly claimPoints: readonly ClaimPoint[];
  readonly owner?: string;
  readonly indicator?: string;
  readonly url?: string;
  readonly classes: readonly string[];
  /** Further attributes of a gsn2x element, which a diagram can show as layers; name to text. */
  readonly layers: Readonly<Record<string, string>>;
  /** gsn2x: the element, or its relation, is marked as defeated. */
  readonly defeated: boolean;
  readonly defeatedRelation: readonly ElementId[];
  /** Instantiation of a pattern: the element stands for the top of the pattern. */
  readonly uses?: Instantiation;
  /** The element of a pattern that this one was made from; absent on elements that the text states. */
  readonly instance?: {
    readonly pattern: string;
    /** Id of the element in the pattern. */
    readonly of: string;
    /** The element that instantiates the pattern. */
    readonly at: ElementId;
  };
  /** In a pattern: how many of the alternatives are to be kept (`1 of 2`, `at least 1 of 2`). */
  readonly choose?: { readonly keep: number; readonly of: number; readonly atLeast: boolean };
  readonly confidential?: Confidential;
  readonly origin: Origin;
}

/** A reference from an element to another. The target may not exist (`rules/` says so). */
export interface Edge {
  readonly to: ElementId;
  readonly multiplicity?: string;
  readonly optional: boolean;
  /** The module that develops the element by this edge (`extends`); absent on edges that the element states. */
  readonly developedBy?: string;
  readonly origin: Origin;
}

/** What the text says about the instantiation of a pattern. */
export interface Instantiation {
  readonly pattern: string;
  /** The values of each parameter; more than one where elements are made once per value (`multiplicity: per NAME`). */
  readonly with: Readonly<Record<string, readonly string[]>>;
  /** Ids in the pattern: optional elements and alternatives that are kept, and those that are left out. */
  readonly keep: readonly string[];
  readonly omit: readonly string[];
  readonly origin: Origin;
}

export type Combine =
  | { readonly kind: 'all' }
  | { readonly kind: 'any' }
  | { readonly kind: 'atLeast'; readonly k: number };

/** What the author says about the dependence between the legs of `any` and `atLeast`. */
export type LegDependence =
  | { readonly kind: 'undeclared' }
  | { readonly kind: 'independent'; readonly because?: string }
  | { readonly kind: 'beta'; readonly beta: number; readonly because?: string };

/** What a leaf requires of a result of its evidence's measure, for example `rate <= 0.05` with `margin` 2. */
export interface Requirement {
  readonly result: ResultName;
  readonly direction: '<=' | '>=';
  readonly value: number;
  /** At least 1; multiplies the rate (`<=`) or the complement (`>=`). */
  readonly margin: number;
  readonly because?: string;
  readonly origin: Origin;
}

export interface Challenge {
  readonly target: ChallengeTarget;
  readonly status: 'open' | 'answered' | 'accepted';
  /** Probability that the challenge is right; 1 where the text states none. */
  readonly strength: StatedDoubt | 1;
  readonly blocking: boolean;
  readonly answeredBy?: ElementId;
  readonly raisedBy?: string;
  readonly date?: IsoDate;
}

export type ChallengeTarget =
  | { readonly kind: 'element'; readonly element: ElementId; readonly origin: Origin }
  | { readonly kind: 'link'; readonly from: ElementId; readonly to: ElementId; readonly origin: Origin };

/** `acp: { ACP1: [Sn1] }` on an element: a point on its own inference step (own id) or on the link to a neighbour. */
export interface ClaimPoint {
  readonly name: string;
  readonly at: readonly ElementId[];
  readonly origin: Origin;
}

export interface RiskCase {
  readonly outcome: OutcomeId;
  /** The top claim: that the outcome will occur. */
  readonly claim: ElementId;
  readonly origin: Origin;
}
