import type { RandomStream } from '@surety/numerics';

/** One way of drawing data: a line of the plot. */
export interface Series<Data> {
  readonly label: string;
  /** All data that may come, with their probabilities (adding up to 1), where they can be listed. */
  readonly all?: (truth: number) => Iterable<readonly [probability: number, data: Data]>;
  /** Data drawn at random, where they cannot. */
  readonly draw?: (truth: number, random: RandomStream) => Data;
  /** Draws for each truth in the full plot; the test takes fewer. */
  readonly draws?: number;
}

export interface Entry<Data = unknown> {
  /** Name of the plot's file. */
  readonly name: string;
  readonly title: string;
  /** What is on the horizontal axis, and its values. */
  readonly axis: string;
  readonly truths: readonly number[];
  /** Where the values span orders of magnitude. */
  readonly logarithmic?: boolean;
  /** The share that may lie outside. */
  readonly alpha: number;
  /** The coverage is at least 1 − alpha whatever the truth: the test holds it to that. */
  readonly rigorous: boolean;
  readonly series: readonly Series<Data>[];
  readonly covers: (data: Data, truth: number, alpha: number) => boolean;
}

export interface Point {
  readonly truth: number;
  readonly coverage: number;
  /** Standard error of a simulated coverage; 0 where it is exact. */
  readonly error: number;
}

export interface Line {
  readonly label: string;
  readonly points: readonly Point[];
}

export declare const entries: readonly Entry[];
/** @param effort share of the draws to be made. @param every takes every so many truths. */
export declare function coverageOf(entry: Entry, effort?: number, every?: number): readonly Line[];
export declare function draw(entry: Entry, lines: readonly Line[]): string;
