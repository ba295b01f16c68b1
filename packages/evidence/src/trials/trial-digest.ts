import { createHash } from 'node:crypto';
import { sortedJson } from '../canonical/index.js';
import type { Digest } from '../source/index.js';
import { flawNames } from './cells.js';
import { optionalColumns, type Trials } from './trials.js';

/** Digest of what a source holds of a trial besides its row (its transcript), by `trialKey`. */
export type Contents = ReadonlyMap<string, Digest>;

/** Names a trial within its source. */
export function trialKey(sample: string, epoch: number): string {
  return `${epoch} ${sample}`;
}

/**
 * The digest that a case can cite a trial by: over the row as it was read (sample, epoch, flaws, scores, fields and
 * whatever else its source states) and, where the source holds a transcript, over the bytes of that. Whoever has the log
 * can compute it again; whoever has only the digest learns nothing of the trial.
 *
 * @param contents by trials with a transcript; nothing for sources that hold none.
 */
export function trialDigest(trials: Trials, row: number, contents: Contents | undefined): Digest {
  const columns = (all: Trials['scores']) =>
    Object.fromEntries([...all].flatMap(([name, column]) => (column[row] === undefined ? [] : [[name, column[row]]])));
  const said: Record<string, unknown> = {
    sample: trials.sample[row],
    epoch: trials.epoch[row],
    flaws: flawNames(trials.flags[row]!),
    scores: columns(trials.scores),
    fields: columns(trials.fields),
    content: contents?.get(trialKey(trials.sample[row]!, trials.epoch[row]!)) ?? null,
  };
  for (const name of optionalColumns) if (trials[name]?.[row] !== undefined) said[name] = trials[name][row];
  return `sha256:${createHash('sha256').update(sortedJson(said)).digest('hex')}`;
}
