import type { Origin } from './origin.js';

/** How a flawed trial is counted; `worst` takes whichever hurts the claim that rests on it. */
export type CountingPolicy = 'exclude' | 'count as success' | 'count as failure' | 'worst';

/** The kinds of flawed trials that a counting policy is stated for, the gravest first: of several, a trial follows that. */
export const flawKinds = ['invalid', 'errors', 'partial', 'limits', 'refusals'] as const;
export type FlawKind = (typeof flawKinds)[number];

/** What every measure says about the trials that it counts. */
export interface Counting extends Readonly<Record<FlawKind, CountingPolicy>> {
  /** Which scorer to read, where a log has several. */
  readonly scorer?: string;
  /** Whether the epochs of one sample are one trial, or each its own. */
  readonly groupBy: 'sample' | 'none';
  readonly groupByBecause?: string;
  readonly origin: Origin;
}

/** The rate at which trials satisfy an expression. */
export interface RateSpec extends Counting {
  readonly kind: 'rate';
  /** Expression over a trial's fields that says whether the trial is an event, e.g. `score >= 1`. */
  readonly success: string;
  /** Field that names the strategy of a trial: the worst one counts. */
  readonly strategy?: string;
  /** Field that names what a trial hangs together with (a task, a prompt family), and what is made of it (default worst). */
  readonly clusterBy?: string;
  readonly clusters?: ClusterMethod;
  /** Confidence before the trials that the rate is at most `below`. */
  readonly prior?: { readonly confidence: number; readonly below: number; readonly because: string };
  /** The run may be looked at, and stopped, at any time. */
  readonly sequential?: boolean;
}

/** `worst`: each cluster is one trial. */
export type ClusterMethod = 'worst' | 'robust' | 'beta-binomial';

/** By how much the rate of an event differs between two arms. */
export interface DifferenceSpec extends Counting {
  readonly kind: 'difference';
  readonly success: string;
  /** Field that names the arm of a trial, and its two values. */
  readonly arm: string;
  readonly treated: string | number | boolean;
  readonly control: string | number | boolean;
  /** The samples are the same in both arms. */
  readonly paired: boolean;
}

/** The rate at which attacks are missed by a monitor at an audit budget. */
export interface DetectionSpec extends Counting {
  readonly kind: 'detection';
  /** Fields (columns) of the trials. */
  readonly score: string;
  readonly attack: string;
  readonly strategy?: string;
  readonly auditFraction: number;
  /** `share`: what is audited is a share of the benign traffic; `fixed`: what scores above the threshold found here. */
  readonly threshold?: 'share' | 'fixed';
}

/** The mean of a score with a known range, such as partial credit. */
export interface MeanSpec extends Counting {
  readonly kind: 'mean';
  /** Expression over a trial's fields that gives a number. */
  readonly value: string;
  readonly range: readonly [low: number, high: number];
  /** Field whose equal values make one cluster; the clusters' means are then what is counted. */
  readonly clusterBy?: string;
}

/** How much better an advisor forecasts than another, event by event. */
export interface CredibilitySpec extends Counting {
  readonly kind: 'credibility';
  /** Field that holds the advisor's probability, and the one that holds that of whom it is compared with. */
  readonly forecast: string;
  readonly against: string;
  /** Field or expression that says whether the event came. */
  readonly outcome: string;
  readonly rule: 'brier' | 'log';
  /** For `log`: forecasts are held between this and one less this. */
  readonly floor?: number;
}

/** Whether k repeats of a task all succeed, or any does. */
export interface RepeatsSpec extends Counting {
  readonly kind: 'repeats';
  readonly success: string;
  readonly k: number;
}

/** Events per unit of exposure. */
export interface HazardSpec extends Counting {
  readonly kind: 'hazard';
  readonly event: string;
  /** Field that holds how long the trial was watched, in `unit`. */
  readonly time: string;
  readonly unit: string;
}

/** The share of trials without the event before a time. */
export interface SurvivalSpec extends Counting {
  readonly kind: 'survival';
  readonly event: string;
  readonly time: string;
  readonly at: number;
}

/** Rare behaviours at a scale far above that of the evaluation. */
export interface TailSpec extends Counting {
  readonly kind: 'tail';
  /** Field that holds the probability that the query elicits the behaviour. */
  readonly elicitation: string;
  /** Queries at deployment. */
  readonly uses: number;
}

/** How often graders agree. */
export interface AgreementSpec extends Counting {
  readonly kind: 'agreement';
  readonly graders: readonly string[];
}

/** The probability of the top event of a fault tree, computed from the tree's own numbers; nothing is counted. */
export interface FaultTreeSpec extends Counting {
  readonly kind: 'fault tree';
  /** The gate that is the top event; the only one that no other uses, where absent. */
  readonly top?: string;
  /** Hours, where events depend on the system mission time. */
  readonly missionTime?: number;
  /** Basic events that are elements of the case. */
  readonly events?: readonly string[];
}

export type MeasureSpec =
  | RateSpec
  | DetectionSpec
  | DifferenceSpec
  | MeanSpec
  | CredibilitySpec
  | RepeatsSpec
  | HazardSpec
  | SurvivalSpec
  | TailSpec
  | AgreementSpec
  | FaultTreeSpec;
export type MeasureKind = MeasureSpec['kind'];

/**
 * What a requirement may name, and within which bounds its value makes sense. `complement`: the margin of `>=` is a
 * factor on 1 − value, as for every share; elsewhere a margin belongs to `<=` only.
 */
export interface ResultKind {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly complement: boolean;
  /** For the documentation and the schema. */
  readonly text: string;
}

const share = { low: 0, high: 1, complement: true } as const;

export const resultKinds = {
  rate: { ...share, name: 'rate', text: 'the rate of the event that is measured' },
  miss: { ...share, name: 'miss', text: 'the rate at which attacks are missed' },
  difference: {
    low: -1,
    high: 1,
    complement: false,
    name: 'difference',
    text: 'the rate of the event among the treated less that among the controls',
  },
  ratio: {
    low: 0,
    high: Number.POSITIVE_INFINITY,
    complement: false,
    name: 'ratio',
    text: 'the rate of the event among the treated over that among the controls',
  },
  mean: { low: -Infinity, high: Infinity, complement: false, name: 'mean', text: 'the mean of the score' },
  excess: {
    low: -Infinity,
    high: Infinity,
    complement: false,
    name: 'excess',
    text: 'the mean loss of the forecasts above that of the others (below 0: better)',
  },
  allPass: { ...share, name: 'allPass', text: 'the probability that all k repeats succeed' },
  anyPass: { ...share, name: 'anyPass', text: 'the probability that any of k repeats succeeds' },
  hazard: { low: 0, high: Infinity, complement: false, name: 'hazard', text: 'the events per unit of exposure' },
  survival: { ...share, name: 'survival', text: 'the probability of no event before the time' },
  worstQuery: { ...share, name: 'worstQuery', text: 'the elicitation probability of the worst of the uses' },
  anyUse: { ...share, name: 'anyUse', text: 'the probability of at least one event in the uses' },
  agreement: { ...share, name: 'agreement', text: 'the rate at which the graders agree' },
  top: { ...share, name: 'top', text: 'the probability of the top event of a fault tree' },
} as const satisfies Record<string, ResultKind>;

export type ResultName = keyof typeof resultKinds;

/** The results that each kind of measure has; the first is what a quantity draws. */
export const resultsOf: Readonly<Record<MeasureKind, readonly [ResultName, ...ResultName[]]>> = {
  rate: ['rate'],
  detection: ['miss'],
  difference: ['difference', 'ratio'],
  mean: ['mean'],
  credibility: ['excess'],
  repeats: ['allPass', 'anyPass'],
  hazard: ['hazard'],
  survival: ['survival'],
  tail: ['worstQuery', 'anyUse'],
  agreement: ['agreement'],
  'fault tree': ['top'],
};
