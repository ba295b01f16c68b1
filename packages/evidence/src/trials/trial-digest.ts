import { sortedJson } from '../canonical/index.js';
import { type Digest, digestOfText } from '../source/index.js';
import { flawNames } from './cells.js';
import { optionalColumns, type Trials } from './trials.js';

/** Digest of what a source holds of a trial besides its row (its transcript), by `trialKey`. */
export type Contents = ReadonlyMap<string, Digest>;

/** Names a trial within its source. */
export function trialKey(sample: string, epoch: number): string {
  return `${epoch} ${sample}`;
}

/**
 * The digest that a case can cite a trial by. Where the source holds a transcript it is that of the transcript's bytes,
 * among which sample, epoch and scores are: anybody can check it, and a later version of the reader changes nothing of
 * it. Else it is over the row as it was read. Whoever has only the digest learns nothing of the trial.
 *
 * @param contents by trials with a transcript; nothing for sources that hold none.
 */
export function trialDigest(trials: Trials, row: number, contents: Contents | undefined): Digest {
  const [sample, epoch] = [trials.sample[row]!, trials.epoch[row]!];
  const content = contents?.get(trialKey(sample, epoch));
  return content ?? digestOfText(sortedJson({ sample, epoch, ...rowOf(trials, row) }));
}

function rowOf(trials: Trials, row: number): Readonly<Record<string, unknown>> {
  const columns = (all: Trials['scores']) =>
    Object.fromEntries([...all].flatMap(([name, column]) => (column[row] === undefined ? [] : [[name, column[row]]])));
  const more = optionalColumns.map((name) => [name, trials[name]?.[row]] as const);
  return {
    flaws: flawNames(trials.flags[row]!),
    scores: columns(trials.scores),
    fields: columns(trials.fields),
    ...Object.fromEntries(more.filter(([, value]) => value !== undefined)),
  };
}
