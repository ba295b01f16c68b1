import type { MeasureSpec, ResultName } from './measure-spec.js';
import type { Origin } from './origin.js';

/**
 * A safety case as plain immutable data: what the text says, with every reference resolved to an id, every shorthand
 * spelled out and every default filled in. Nothing after `language/` reads text again.
 */

/** An element's id, unique in the case: `G1`, or `G1@module` for an element of a named module. */
export type ElementId = string;
export type OutcomeId = string;
export type SubsystemId = string;
export type EvidenceId = string;
export type QuantityName = string;
/** A calendar date `YYYY-MM-DD`. */
export type IsoDate = string;

export type CaseStatus = 'sketch' | 'draft' | 'in review' | 'accepted' | 'revoked';
export type ElementType = 'goal' | 'strategy' | 'solution' | 'context' | 'assumption' | 'justification' | 'challenge';
/** What a challenge is in the dialectic extension of GSN; a plain one is neither claim nor evidence yet. */
export type ChallengeForm = 'challenge' | 'counter-goal' | 'counter-solution';
export type Category = 'inability' | 'control' | 'trustworthiness' | 'deference';
export type SubsystemKind = 'model' | 'tool' | 'monitor' | 'humans' | 'users' | 'infrastructure';
export type Trust = 'untrustworthy' | 'trusted';
export type Criterion = 'mean' | 'p50' | 'p95';
export type InteractionKind =
  | 'collusion'
  | 'correlated failure'
  | 'cascade'
  | 'monitor subversion'
  | 'human manipulation'
  | 'collective strategy';
export type HorizonAxis = 'capability' | 'instances' | 'tasks' | 'window';

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

export interface Subsystem {
  readonly id: SubsystemId;
  readonly kind: SubsystemKind;
  readonly model?: { readonly name?: string; readonly digest?: string; readonly version?: string };
  readonly copies?: number;
  readonly count?: number;
  readonly capability?: number;
  readonly access: {
    readonly read: readonly SubsystemId[];
    readonly write: readonly SubsystemId[];
    readonly network?: string;
    readonly weights?: string;
  };
  readonly watches: readonly SubsystemId[];
  readonly auditFraction?: number;
  readonly owner?: string;
  readonly text?: string;
  readonly origin: Origin;
}

/** Marked as not for every reader: a redacted report withholds it. */
export interface Confidential {
  readonly because?: string;
  /** With everything that it rests on. */
  readonly subtree: boolean;
}

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

/** A doubt that somebody stated: one opinion, or several experts to be pooled linearly. Never empty. */
export interface StatedDoubt {
  readonly opinions: readonly Opinion[];
  readonly origin: Origin;
}

export interface Opinion {
  readonly value: DoubtValue;
  readonly by?: string;
  readonly date?: IsoDate;
  readonly because?: string;
  readonly origin: Origin;
}

export type DoubtValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'distribution'; readonly distribution: TextDistribution }
  | { readonly kind: 'quantity'; readonly name: QuantityName };

/** A distribution as the text states it. `between` is a 90 % interval: lognormal where lo > 0, else normal. */
export type TextDistribution =
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'between'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'pert'; readonly min: number; readonly mode: number; readonly max: number };

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
  /** Doubt that the challenge is right; 1 where the text states none. */
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

export interface Quantity {
  readonly name: QuantityName;
  readonly unit?: string;
  readonly because?: string;
  readonly definition:
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'distribution'; readonly distribution: TextDistribution }
    | { readonly kind: 'evidence'; readonly evidence: EvidenceId }
    /** `origin` is where the expression's text stands. */
    | { readonly kind: 'expression'; readonly text: string; readonly origin: Origin };
  readonly confidential?: Confidential;
  readonly origin: Origin;
}

export interface Evidence {
  readonly id: EvidenceId;
  /** Paths relative to the folder of the file that states them. */
  readonly sources: readonly { readonly path: string; readonly origin: Origin }[];
  readonly pool: boolean;
  readonly reader?: string;
  readonly by?: string;
  readonly about?: { readonly subsystem?: SubsystemId; readonly model?: string };
  readonly collected?: IsoDate;
  readonly expires?: IsoDate;
  readonly measure?: MeasureSpec;
  /** The claim that this evidence about another model version carries over. */
  readonly transfer?: ElementId;
  readonly attestation?: Attestation;
  /** Files of the keys that may have signed the attestation. */
  readonly keys: readonly string[];
  readonly trials: readonly string[];
  /** For fault trees as evidence. */
  readonly top?: string;
  readonly map: Readonly<Record<string, ElementId>>;
  readonly confidential?: Confidential;
  readonly origin: Origin;
}

/** A signed statement about the sources of a piece of evidence, and who may have made it. */
export interface Attestation {
  /** File of the statement: a DSSE envelope or a Sigstore bundle. */
  readonly path: string;
  /** File of the trusted root that a Sigstore bundle is held against. */
  readonly trustedRoot?: string;
  /** Who must have signed a Sigstore bundle: as the certificate names them, letter by letter. */
  readonly identity?: { readonly issuer: string; readonly subject: string };
  readonly origin: Origin;
}

export interface Interaction {
  readonly kind: InteractionKind;
  readonly between: readonly SubsystemId[];
  readonly outcome: OutcomeId;
  readonly arguedBy?: ElementId;
  /** Its probability in the window; the doubt of a leaf below what argues it (rules see to that). */
  readonly quantity?: QuantityName;
  /** Entries of the catalogue: what they could pursue together, and why they might. */
  readonly strategies: readonly string[];
  readonly reasons: readonly string[];
  readonly dismissed?: string;
  readonly origin: Origin;
}

export interface Dismissal {
  readonly subsystem: SubsystemId;
  readonly outcome: OutcomeId;
  readonly because?: string;
  readonly origin: Origin;
}

/** A declared common cause; members are leaves: an element's id, or `G2.inference`. */
export interface DependenceGroup {
  readonly name: string;
  readonly members: readonly { readonly leaf: string; readonly origin: Origin }[];
  readonly beta: number;
  readonly because?: string;
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

export interface Waiver {
  readonly rule: string;
  readonly at?: string;
  readonly because?: string;
  readonly by?: string;
  readonly until?: IsoDate;
  readonly origin: Origin;
}

export interface Review {
  readonly required: readonly string[];
  readonly signoffs: readonly SignOff[];
  /** Keys that persons sign with: whoever has one must sign with it. */
  readonly keys?: readonly { readonly who: string; readonly path: string; readonly origin: Origin }[];
  /** File of the SSH keys that may sign commits; then every sign-off without a statement must stand in such a commit. */
  readonly allowedSigners?: { readonly path: string; readonly origin: Origin };
  /** Of the list of required roles, where there is one. */
  readonly origin?: Origin;
}

export interface SignOff {
  readonly role: string;
  readonly who: string;
  readonly date?: IsoDate;
  readonly of: string;
  /** The element whose subtree was signed; absent: the whole case. */
  readonly element?: ElementId;
  readonly statement?: string;
  /** File of the signed statement (a DSSE envelope). */
  readonly signature?: string;
  /** What was found of its signature; whoever reads the files adds it. */
  readonly check?: SignatureCheck;
  readonly origin: Origin;
}

/** `by`: who signed, in words; `why`: why the signature does not hold. */
export type SignatureCheck =
  | { readonly kind: 'verified'; readonly by: string }
  | { readonly kind: 'refused'; readonly why: string };

export interface Module {
  readonly name: string;
  readonly brief?: string;
  readonly uses: readonly { readonly path: string; readonly origin: Origin }[];
  readonly extends: readonly ModuleExtension[];
  /** A contract between modules: it develops goals of one by public goals of others. */
  readonly contract: boolean;
  /** Further attributes of a gsn2x module, name to text. */
  readonly information: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/** Undeveloped goals of another module that this one develops. */
export interface ModuleExtension {
  readonly module: string;
  readonly develops: readonly {
    readonly element: ElementId;
    readonly by: readonly ElementId[];
    readonly origin: Origin;
  }[];
  readonly origin: Origin;
}

/** A piece of argument with parameters. */
export interface Pattern {
  readonly id: string;
  /** Each parameter with what it stands for. */
  readonly parameters: Readonly<Record<string, string>>;
  /** As written, `{parameter}` and all; ids are those in the pattern. The first one is the top, which an instance stands for. */
  readonly elements: readonly Element[];
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
