import type { CountingPolicy, FlawKind } from './measure-spec.js';
import type { EvidenceId, IsoDate } from './model/index.js';

/**
 * What the evidence package found for one piece of evidence: plain data that core computes doubts from, and that the
 * lock file stores. Results are given for every counting policy that is possible, so that core can take the one that
 * hurts the claim.
 */
export interface Measure {
  /** States of the source itself; `stale` and `about another model` follow from the case and the date, and core adds them. */
  readonly state: SourceState;
  /** Digest of the source(s) as read now or as locked: `sha256:…`, one per source in the order of the text. */
  readonly digests: readonly string[];
  /** Reader and its version, for example `inspect 1`. */
  readonly reader: string;
  /** Models that the source says it ran. */
  readonly models: readonly string[];
  /** Ways of counting; never empty where the state is `fresh` or `locked`. */
  readonly results: readonly CountedResult[];
  /** Absent where nothing was counted (a fault tree), and in lock files of before. */
  readonly trials?: TrialFacts;
  /** What the reader wants said: rows and header disagree, rows were excluded, a run was cancelled, … */
  readonly notes: readonly string[];
  /** The trials that the case cites, as found in the sources; given where it cites any. */
  readonly cited?: readonly CitedTrial[];
  /** Given where the case names an attestation. */
  readonly attestation?: AttestationCheck;
}

/** What the counts themselves do not tell of the trials. */
export interface TrialFacts {
  /** One for each sample and epoch; and different samples among them. */
  readonly rows: number;
  readonly samples: number;
  /** What rows hang together by (a task, a family), where the source states it. */
  readonly groups?: { readonly count: number; readonly largest: number };
  /** Rows with a flaw. */
  readonly flawed: number;
  /** What is counted with all flawed trials left out, taken as events, and taken as none; absent without any. */
  readonly extremes?: readonly CountedResult[];
}

/** A trial that the case points its readers to. */
export interface CitedTrial {
  /** `sha256:…`, as `surety evidence sample` gives it. */
  readonly digest: string;
  readonly sample: string;
  readonly epoch: number;
}

/** What was found of the attestation of a piece of evidence. */
export interface AttestationCheck {
  /** Who signed it, in words; absent where no signature holds. */
  readonly by?: string;
  /** What it says: that this is the case's evidence, how a test went, or nothing beyond the bytes. */
  readonly says?: 'evidence' | 'test result' | 'bytes';
  /** Of a test result: how whoever signed it says that the test went. */
  readonly result?: 'PASSED' | 'WARNED' | 'FAILED';
  /** Day of the signature in UTC, where a trusted log or clock tells it. */
  readonly signedAt?: IsoDate;
  /** What is wrong with it; empty: it is verified. */
  readonly faults: readonly AttestationFault[];
}

export interface AttestationFault {
  readonly kind: AttestationFaultKind;
  /** A part of a sentence. */
  readonly detail: string;
}

/**
 * `not checked`: nobody looked · `missing`: a file is not here or cannot be read · `altered`: a file is not the one that
 * was locked · `malformed`: it is no statement · `nothing pinned`: the case does not say who may sign · `signature`: wrong ·
 * `key`: not one that the case pins · `certificate`: expired, or no trusted authority issued it · `identity`: not the
 * pinned one · `transparency log`: the proof is wrong · `timestamp`: missing, wrong, or outside what is allowed ·
 * `subject`: it is about other bytes · `replayed`: about another case, piece of evidence or measure, or cited twice ·
 * `collected`: of another day than the case says · `counts`: other counts than the source gives.
 */
export type AttestationFaultKind =
  | 'not checked'
  | 'missing'
  | 'altered'
  | 'malformed'
  | 'nothing pinned'
  | 'signature'
  | 'key'
  | 'certificate'
  | 'identity'
  | 'transparency log'
  | 'timestamp'
  | 'subject'
  | 'replayed'
  | 'collected'
  | 'counts';

/**
 * `fresh`: read here and now. `locked`: the source is not here, the lock file holds its digest and result. `altered`: the
 * source is not the one that was locked, or (`of`) its entry of the lock file is not as it was written, the lock file as a
 * whole is not, or the entry holds other results than the source gives.
 */
export type SourceState =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'locked'; readonly lockedAt?: string }
  | {
      readonly kind: 'altered';
      readonly of?: 'lock entry' | 'lock file' | 'results';
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'missing'; readonly detail: string };

export interface CountedResult {
  /** The policy (never `worst`) that was used for each kind of flawed trial, per class where classes exist. */
  readonly policy: AppliedPolicy;
  readonly counts: Counts;
}

/** How a kind of flawed trial was counted. */
export type AppliedCounting = Exclude<CountingPolicy, 'worst'>;

/** The kinds of flawed trials that occur, and how each was counted. */
export type FlawPolicy = Readonly<Partial<Record<FlawKind, AppliedCounting>>>;

export interface AppliedPolicy extends FlawPolicy {
  /**
   * When a sample with several epochs is an event: `any` (the default) or `all` of its epochs are. Given as a second
   * result where samples have epochs of both kinds, since "any" would flatter a requirement of "at least".
   */
  readonly epochs?: 'any' | 'all';
  /** For measures with classes (attack and benign, treated and control): the policy above is for this class only. */
  readonly class?: string;
  /** The other class of the same measure, and its policy. */
  readonly other?: FlawPolicy & { readonly class: string };
}

/**
 * The trials, condensed. `events` are what the measure's `rate` (or `miss`) is the rate of: trials that satisfy the
 * success expression, or attacks that were missed.
 */
export type Counts =
  | { readonly kind: 'binomial'; readonly events: number; readonly trials: number }
  | {
      readonly kind: 'strata';
      readonly strata: readonly { readonly name: string; readonly events: number; readonly trials: number }[];
    }
  | { readonly kind: 'clusters'; readonly clusters: readonly { readonly events: number; readonly trials: number }[] }
  | { readonly kind: 'draws'; readonly draws: readonly number[] }
  /** Clusters of a rate that is pooled over them: `clusters` above counts each as one trial. */
  | { readonly kind: 'robust-clusters'; readonly clusters: readonly EventCount[] }
  | { readonly kind: 'beta-binomial'; readonly clusters: readonly EventCount[] }
  /** Demands, and the prior confidence that the rate of events is at most `below`. */
  | ({ readonly kind: 'conservative'; readonly confidence: number; readonly below: number } & EventCount)
  /** Trials of a run that may be looked at, and stopped, at any time. */
  | ({ readonly kind: 'sequential' } & EventCount)
  /**
   * Attacks by strategy against a monitor that audits the share `audit` of benign traffic, known by `benign` rows. The
   * rank of an attack is the number of benign rows that look at least as suspicious; attacks are listed by rank.
   */
  | {
      readonly kind: 'detection';
      readonly benign: number;
      readonly audit: number;
      readonly strata: readonly {
        readonly name: string;
        readonly trials: number;
        readonly ranks: readonly { readonly rank: number; readonly attacks: number }[];
      }[];
    }
  | { readonly kind: 'difference'; readonly treated: EventCount; readonly control: EventCount }
  /**
   * Samples that were tried in both arms: with an event in one arm only, and by arm, each of all pairs. The four numbers
   * of trials are equal, except where flawed pairs are counted so that each number by itself hurts.
   */
  | {
      readonly kind: 'paired-difference';
      readonly treatedOnly: EventCount;
      readonly controlOnly: EventCount;
      readonly treated: EventCount;
      readonly control: EventCount;
    }
  /** Values in a range that was stated beforehand, ascending, each with how often it was seen. */
  | {
      readonly kind: 'values';
      readonly low: number;
      readonly high: number;
      readonly values: readonly { readonly value: number; readonly count: number }[];
    }
  /** Samples by how many of their repeats succeeded; every sample has at least k repeats. */
  | {
      readonly kind: 'repeats';
      readonly k: number;
      readonly samples: readonly { readonly successes: number; readonly repeats: number; readonly count: number }[];
    }
  /** Events over an exposure, in units of its own. */
  | { readonly kind: 'exposure'; readonly events: number; readonly exposure: number; readonly unit: string }
  /** Elicitation probabilities of queries, the highest of them descending and the mean of the others. */
  | {
      readonly kind: 'tail';
      readonly uses: number;
      readonly queries: number;
      readonly highest: readonly number[];
      readonly restMean: number;
    }
  /** Computed from a model (a fault tree) and its own numbers: nothing was counted. */
  | {
      readonly kind: 'computed';
      readonly probability: number;
      /** Probabilities of the basic events that the case says are elements of it. */
      readonly events?: Readonly<Record<string, number>>;
    };

export interface EventCount {
  readonly events: number;
  readonly trials: number;
}

export type Measures = Readonly<Record<EvidenceId, Measure>>;
