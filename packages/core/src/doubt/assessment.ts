import type {
  CaseStatus,
  CitedTrial,
  Criterion,
  ElementId,
  ElementType,
  EvidenceId,
  IsoDate,
  OutcomeId,
  QuantityName,
} from '../case/index.js';

/**
 * What a case is worth on a date, as plain data: one verdict per unacceptable outcome, the three doubts of everything,
 * and where each number comes from.
 */
export interface Assessment {
  readonly format: 'surety-assessment/1';
  readonly case: {
    readonly id: string;
    readonly title: string;
    readonly status: CaseStatus;
    readonly contentHash: string;
  };
  readonly asOf: IsoDate;
  readonly seed: number;
  /** How uncertainty was sampled; absent where nothing is uncertain. */
  readonly sampling?: Sampling;
  /** False where no doubt is stated anywhere: then no number is shown. */
  readonly quantified: boolean;
  readonly outcomes: readonly OutcomeAssessment[];
  readonly elements: readonly ElementAssessment[];
  readonly leaves: readonly LeafAssessment[];
  readonly quantities: readonly QuantityAssessment[];
  readonly evidence: readonly EvidenceAssessment[];
  readonly riskCases: readonly RiskCaseAssessment[];
  readonly notes: readonly Note[];
}

/** What is told of the case as a whole, and of its outcomes. */
export interface AssessmentInShort extends Omit<Assessment, 'case' | 'elements' | 'leaves' | 'quantities'> {
  readonly case: Omit<Assessment['case'], 'contentHash'>;
}

export interface Sampling {
  readonly randomisations: number;
  readonly points: number;
  /** Uncertain inputs, in the order of their dimensions. */
  readonly dimensions: number;
}

/**
 * A doubt over the trials: `mean`, or the interval from `lower` to `upper` where a limit was met. Where anything is
 * uncertain also the standard error of the mean and the percentiles (of the upper end).
 */
export type Doubt = ({ readonly mean: number } | { readonly lower: number; readonly upper: number }) & {
  readonly error?: number;
  readonly p5?: number;
  readonly p50?: number;
  readonly p95?: number;
};

/** The three numbers: independent <= declared <= bound. */
export interface Doubts {
  readonly declared: Doubt;
  readonly independent: Doubt;
  readonly bound: Doubt;
}

export type Verdict = 'supported' | 'not supported' | 'undecided' | 'sketch' | 'not quantified';

export type ReasonCode =
  | 'revoked'
  | 'contradiction'
  | 'no-claim'
  | 'no-threshold'
  | 'beyond-policy'
  | 'undeveloped'
  | 'challenge-open'
  | 'evidence-missing'
  | 'evidence-altered'
  | 'evidence-stale'
  | 'evidence-other-model'
  | 'evidence-absent'
  | 'evidence-unverified'
  | 'event-not-element'
  | 'rate-is-not-event'
  | 'no-value'
  | 'beyond-limit'
  | 'inference-required'
  | 'signoff-missing'
  | 'signoff-stale'
  | 'not-computed'
  | 'sketch'
  | 'not-quantified'
  | 'above-threshold'
  | 'criterion-above-threshold'
  | 'near-threshold'
  | 'below-threshold'
  | 'inference-unassessed'
  | 'signoff-listed'
  | 'undeveloped-listed'
  | 'requirement-not-met';

export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly element?: ElementId;
  readonly evidence?: EvidenceId;
  /** The role that has to sign, and who signed what stood there before. */
  readonly signOff?: { readonly role: string; readonly who?: readonly string[] };
  /** It blocks: the verdict is `not supported` whatever the number. */
  readonly blocks: boolean;
}

export interface OutcomeAssessment {
  readonly id: OutcomeId;
  readonly text: string;
  readonly claim?: ElementId;
  readonly threshold?: { readonly probability: number; readonly criterion: Criterion };
  readonly verdict: Verdict;
  /** The verdict in words: `supported if these 3 steps are sound`. */
  readonly statement: string;
  /** The number that was held against the threshold (the upper end). */
  readonly number?: number;
  readonly doubt?: Doubts;
  readonly reasons: readonly Reason[];
  /** What would change the verdict, most telling first. */
  readonly wouldChange: readonly Change[];
  readonly legs: readonly LegChoice[];
  /** False: some legs were not proved to be the best ones, and declared is an interval. */
  readonly legsProvedBest: boolean;
  readonly groups: readonly GroupAssessment[];
  readonly cutSets?: CutSets;
  /** The leaves that carry the claim by themselves: their doubts add up to the bound. */
  readonly pathSet: readonly LeafId[];
  readonly importance: readonly Importance[];
  /** The declared doubt over the trials; absent where nothing is uncertain. */
  readonly distribution?: Distribution;
  /** How far each uncertain input moves the declared doubt, farthest first; the inputs of the most important leaves. */
  readonly tornado: readonly TornadoBar[];
  readonly unassessed: readonly ElementId[];
  readonly notes: readonly Note[];
}

/** A distribution as its quantiles. */
export interface Distribution {
  /** Shares of the trials, rising from 0 to 1, and the value that so many of them stay at or below. */
  readonly shares: readonly number[];
  readonly values: readonly number[];
  /** Share of the trials in which the value is above the threshold, where there is one; rounded up. */
  readonly above?: number;
}

/** An uncertain input at both ends: in the tenth of the trials where it is lowest, and in the tenth where it is highest. */
export interface TornadoBar {
  readonly input:
    | { readonly kind: 'quantity'; readonly name: QuantityName }
    | { readonly kind: 'leaf'; readonly leaf: LeafId };
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
}

export interface TornadoEnd {
  /** Mean of the input there. */
  readonly value: number;
  /** Mean of the declared doubt there. */
  readonly doubt: number;
}

/** Names a leaf: an element, `G2.inference`, `G2.holdsUntil`, or a challenge. */
export type LeafId = string;

/** Which legs stand for a strategy that gets no credit (or only partial credit) for diversity. */
export interface LegChoice {
  readonly element: ElementId;
  readonly legs: readonly ElementId[];
  readonly dependence: 'undeclared' | 'beta';
  readonly beta?: number;
}

export interface GroupAssessment {
  readonly name: string;
  readonly members: readonly LeafId[];
  readonly beta: number;
  readonly automatic: boolean;
  /** Counted in the declared number; a group that would lower the doubt is not. */
  readonly inForce: boolean;
  readonly because?: string;
}

export interface CutSets {
  /** Number of minimal cut sets, in decimal digits (absent where a limit was met). */
  readonly count?: string;
  /** The same by number of members: `byOrder[i]` sets of i + 1 members. */
  readonly byOrder?: readonly string[];
  readonly top: readonly CutSetAssessment[];
  /** False: a set as likely as those listed may be missing from the list. */
  readonly topIsProved: boolean;
}

export interface CutSetAssessment {
  readonly elements: readonly LeafId[];
  /** Joint probability that its members fail; absent where the case is not quantified. */
  readonly probability?: number;
}

export interface Importance {
  readonly leaf: LeafId;
  /** Doubt of the claim if the leaf fails, and if it holds. */
  readonly ifFails: number;
  readonly ifHolds: number;
  readonly birnbaum: number;
  /** Share of the claim's doubt that would go if the leaf held. */
  readonly fussellVesely: number;
  /** Null where the claim's doubt is 0 and the leaf would make it positive (infinite). */
  readonly riskAchievementWorth: number | null;
  /** Null where the doubt would vanish (infinite). */
  readonly riskReductionWorth: number | null;
}

export interface Change {
  readonly text: string;
  readonly element?: ElementId;
  readonly leaf?: LeafId;
  /** The doubt that the leaf would have to come down to. */
  readonly to?: number;
}

export interface ElementAssessment {
  readonly id: ElementId;
  readonly type: ElementType;
  /** Absent where the case is not quantified, or the element carries no truth value or is not part of any argument. */
  readonly doubt?: Doubts;
  /** Assumptions that it and everything below it are subject to, cited above it. */
  readonly subjectTo: readonly ElementId[];
}

export type LeafSource =
  | 'evidence'
  | 'elicited'
  | 'quantity'
  | 'undeveloped'
  | 'nothing stated'
  | 'limit'
  | 'blocked'
  /** A quantity that it names has none, at least in some trials. */
  | 'no value';

export interface LeafAssessment {
  readonly id: LeafId;
  readonly element: ElementId;
  readonly kind: 'element' | 'inference' | 'challenge' | 'limit';
  readonly source: LeafSource;
  /** Elements that are the same variable: same evidence, same requirement. */
  readonly sameAs: readonly ElementId[];
  readonly doubt?: Doubt;
  /** Doubt by the Jeffreys posterior, where it differs from the stated one by more than a factor of two. */
  readonly jeffreys?: number;
  /** Counting policy that hurt most, in words, and what it counted: `3 of 400`. */
  readonly policy?: string;
  readonly counts?: string;
  /** The own doubt as a formula that anybody can compute again: `P(at most 3 of 400 | 0.025), binomial`. */
  readonly formula?: string;
  /** How the doubt follows from what was counted, in words. */
  readonly how?: string;
  readonly by: readonly string[];
  readonly because: readonly string[];
  /** Smallest and largest mean among pooled experts. */
  readonly spread?: { readonly lowest: number; readonly highest: number };
  /** Share of the trials in which the stated doubt lay outside [0, 1] and was clipped. */
  readonly clipped?: number;
  readonly evidence: readonly EvidenceId[];
  readonly quantities: readonly QuantityName[];
}

export interface QuantityAssessment {
  readonly name: QuantityName;
  readonly unit?: string;
  /** Absent where evidence that it rests on may not be used. */
  readonly mean?: number;
  readonly p5?: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly blockedBy: readonly EvidenceId[];
}

export type EvidenceStateName =
  | 'fresh'
  | 'locked'
  | 'stale'
  | 'altered'
  | 'missing'
  | 'about another model'
  | 'unverified';

export interface EvidenceAssessment {
  readonly id: EvidenceId;
  readonly states: readonly { readonly state: EvidenceStateName; readonly text: string }[];
  readonly digests: readonly string[];
  readonly reader?: string;
  /** What counts, in words: the way of counting flawed trials that hurts most. */
  readonly counts?: string;
  /** The same with all flawed trials left out, as events, and as none, where that makes a difference. */
  readonly ways?: readonly string[];
  /** Share of events of a plain count with Wilson's 95 % interval, as papers print it: for comparison, never for a doubt. */
  readonly interval?: { readonly share: number; readonly lower: number; readonly upper: number };
  /** Models that the source says it ran. */
  readonly models: readonly string[];
  /** What the numbers do not prove. */
  readonly unproved: readonly Unproved[];
  /** Trials that the case points its readers to. */
  readonly cited: readonly CitedTrial[];
  readonly notes: readonly string[];
}

/**
 * `proxy`: the step from what was measured to the harm · `margin`: elicitation beyond what was tried · `trials-needed`: how
 * many it takes, and how many there are · `extrapolation`: uses for each trial · `clustering`: what the trials hang together
 * by · `flawed`: best and worst of what the flawed trials can have been.
 */
export interface Unproved {
  readonly code: 'proxy' | 'margin' | 'trials-needed' | 'extrapolation' | 'clustering' | 'flawed';
  readonly text: string;
  readonly element?: ElementId;
}

export interface RiskCaseAssessment {
  readonly outcome: OutcomeId;
  readonly claim: ElementId;
  readonly bound: Doubt;
  /** 1 − bound: the outcome is at least this likely, if the risk case is right. */
  readonly lowerBound: number;
  readonly contradiction: 'none' | 'declared number' | 'threshold';
  /** The lower bound still lies below the safety claim's dependence-free bound. */
  readonly contradictsIndependence: boolean;
}

export type NoteCode =
  | 'negative-dependence'
  | 'cap-bites'
  | 'legs-not-proved'
  | 'groups-not-exhausted'
  | 'group-no-credit'
  | 'group-replaced'
  | 'groups-joined'
  | 'opposite-requirements'
  | 'same-variable'
  | 'heavy-tail'
  | 'clipped'
  | 'tiny-doubt'
  | 'jeffreys-differs'
  | 'not-re-read'
  | 'engine-limit'
  | 'expires-in-window'
  | 'no-axis-value'
  | 'sampling-streams'
  | 'risk-case'
  | 'transfer'
  | 'common-cause'
  | 'common-cause-dominates'
  | 'extrapolation'
  | 'three-numbers'
  | 'policy'
  | 'quantity';

/** Something that the reader of the numbers must know. */
export interface Note {
  readonly code: NoteCode;
  readonly text: string;
  readonly element?: ElementId;
}
