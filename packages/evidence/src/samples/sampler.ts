import { createHash } from 'node:crypto';
import { type Cell, type flag, flawNames, type Row } from '../trials/index.js';

/** What was put to the model in a trial, and what it answered. */
export interface TrialTexts {
  readonly input?: string;
  readonly output?: string;
}

/** One trial as a reader of a report is shown it; plain JSON data. */
export interface TrialSample extends TrialTexts {
  readonly sample: string;
  readonly epoch: number;
  /** Raw values by scorer. */
  readonly scores: readonly { readonly scorer: string; readonly value: Exclude<Cell, undefined> }[];
  readonly flaws: readonly (keyof typeof flag)[];
  /** A text was longer than is kept of it. */
  readonly cut: boolean;
}

/** Picks trials while a log is read, and keeps no more than it picks. */
export interface Sampler {
  offer(row: Row, texts: () => TrialTexts): void;
  /** In the order of samples and epochs. */
  picked(): readonly TrialSample[];
  /** How many it was offered. */
  offered(): number;
}

/** UTF-16 units that are kept of one text. */
const mostText = 4000;

/** What a trial drew: the smallest lots are picked. */
export function lot(seed: number, sample: string, epoch: number): string {
  return createHash('sha256').update(`${seed} ${epoch} ${sample}`).digest('hex');
}

/**
 * Picks so many trials at random: those whose hash with the seed is smallest, so that the same log and seed always give
 * the same, in whatever order the log holds them.
 */
export function sampler(count: number, seed: number): Sampler {
  const kept: { readonly key: string; readonly trial: TrialSample }[] = [];
  let offered = 0;
  return {
    offered: () => offered,
    offer(row, texts) {
      offered += 1;
      const key = lot(seed, row.sample, row.epoch);
      const last = kept.at(-1);
      if (kept.length === count && (last === undefined || key >= last.key)) return;
      const at = kept.findIndex((one) => one.key > key);
      kept.splice(at < 0 ? kept.length : at, 0, { key, trial: trialOf(row, texts()) });
      if (kept.length > count) kept.pop();
    },
    picked: () =>
      kept
        .map(({ trial }) => trial)
        .sort((a, b) => (a.sample < b.sample ? -1 : a.sample > b.sample ? 1 : a.epoch - b.epoch)),
  };
}

function trialOf({ sample, epoch, scores, flags }: Row, { input, output }: TrialTexts): TrialSample {
  return {
    sample,
    epoch,
    scores: scores.flatMap(([scorer, value]) => (value === undefined ? [] : [{ scorer, value }])),
    flaws: flawNames(flags),
    ...(input === undefined ? {} : { input: input.slice(0, mostText) }),
    ...(output === undefined ? {} : { output: output.slice(0, mostText) }),
    cut: [input, output].some((text) => text !== undefined && text.length > mostText),
  };
}
