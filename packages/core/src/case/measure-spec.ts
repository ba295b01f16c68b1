import type { Origin } from './origin.js';

/** How a flawed trial is counted; `worst` takes whichever hurts the claim that rests on it. */
export type CountingPolicy = 'exclude' | 'count as success' | 'count as failure' | 'worst';

/** What every measure says about the trials that it counts. */
export interface Counting {
  /** Which scorer to read, where a log has several. */
  readonly scorer?: string;
  /** Whether the epochs of one sample are one trial, or each its own. */
  readonly groupBy: 'sample' | 'none';
  readonly groupByBecause?: string;
  readonly errors: CountingPolicy;
  readonly invalid: CountingPolicy;
  readonly limits: CountingPolicy;
  readonly origin: Origin;
}

/** The rate at which trials satisfy an expression. */
export interface RateSpec extends Counting {
  readonly kind: 'rate';
  /** Expression over a trial's fields that says whether the trial is an event, e.g. `score >= 1`. */
  readonly success: string;
}

/** The rate at which attacks are missed by a monitor at an audit budget. */
export interface DetectionSpec extends Counting {
  readonly kind: 'detection';
  /** Fields (columns) of the trials. */
  readonly score: string;
  readonly attack: string;
  readonly strategy?: string;
  readonly auditFraction: number;
}

/** The probability of the top event of a fault tree, computed from the tree's own numbers; nothing is counted. */
export interface FaultTreeSpec extends Counting {
  readonly kind: 'fault tree';
  /** The gate that is the top event; the only one that no other uses, where absent. */
  readonly top?: string;
}

export type MeasureSpec = RateSpec | DetectionSpec | FaultTreeSpec;
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
  top: { ...share, name: 'top', text: 'the probability of the top event of a fault tree' },
} as const satisfies Record<string, ResultKind>;

export type ResultName = keyof typeof resultKinds;

/** The results that each kind of measure has; the first is what a quantity draws. */
export const resultsOf: Readonly<Record<MeasureKind, readonly [ResultName, ...ResultName[]]>> = {
  rate: ['rate'],
  detection: ['miss'],
  'fault tree': ['top'],
};
