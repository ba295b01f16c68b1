import { defaultLimits, type Limits } from './limits.js';
import { failed, ok, type Result } from './problem.js';
import { type Reader, readerOf, readSource } from './readers/index.js';
import { lot, sampler, type TrialTexts } from './samples/index.js';
import { type Digest, digestOf, openSource } from './source/index.js';
import { type Cell, type flag, flawNames, plainCell, type Trials, trialDigest, trialKey } from './trials/index.js';

/** Trials of one log, picked at random for people to read; plain JSON data. */
export interface SampledLog {
  readonly file: string;
  readonly digest: Digest;
  readonly reader: string;
  readonly seed: number;
  /** Rows that were picked from. */
  readonly rows: number;
  readonly trials: readonly SampledTrial[];
  /** Whether texts were asked for; else they are withheld. */
  readonly texts: 'shown' | 'withheld' | 'none in such a source';
}

export interface SampledTrial extends TrialTexts {
  readonly sample: string;
  readonly epoch: number;
  /** What a case cites the trial by. */
  readonly digest: Digest;
  readonly scores: Readonly<Record<string, Exclude<Cell, undefined>>>;
  readonly fields: Readonly<Record<string, Exclude<Cell, undefined>>>;
  readonly flaws: readonly (keyof typeof flag)[];
  /** A text was longer than is kept of it. */
  readonly cut?: true;
}

export interface SampleLogOptions {
  /** Trials to be picked, at least 1; all where the log has fewer. */
  readonly count: number;
  /** The same log and seed give the same trials, in whatever order the log holds them. */
  readonly seed: number;
  /** Also give what was asked and answered, where the source holds it. */
  readonly texts: boolean;
  /** How messages call the file; else its location. */
  readonly path?: string;
  readonly reader?: string;
  readonly readers?: readonly Reader[];
  readonly limits?: Limits;
}

/** Picks trials of a log. The log is read once for its rows and, for the digests, once for its transcripts. */
export async function sampleLog(location: string, options: SampleLogOptions): Promise<Result<SampledLog>> {
  const { count, seed, limits = defaultLimits } = options;
  const opened = await openSource(location, options.path ?? location, limits);
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    const digest = await digestOf(source);
    if (!digest.ok) return digest;
    const reader = await readerOf(source, options.reader, options.readers);
    if (!reader.ok) return reader;
    const picking = options.texts ? sampler(count, seed) : undefined;
    const more = { ...(options.readers === undefined ? {} : { readers: options.readers }) };
    const read = await readSource(source, reader.value.name, limits, { ...more, ...(picking && { sampler: picking }) });
    if (!read.ok) return failed(read.problems[0]!);
    const contents = await reader.value.contents?.(source, limits);
    if (contents?.ok === false) return contents;
    const { trials } = read.log;
    const texts = new Map((picking?.picked() ?? []).map((trial) => [trialKey(trial.sample, trial.epoch), trial]));
    return ok({
      file: source.path,
      digest: digest.value,
      reader: read.log.reader,
      seed,
      rows: trials.rows,
      trials: pickedRows(trials, count, seed).map((row): SampledTrial => {
        const text = texts.get(trialKey(trials.sample[row]!, trials.epoch[row]!));
        return {
          sample: trials.sample[row]!,
          epoch: trials.epoch[row]!,
          digest: trialDigest(trials, row, contents?.value),
          scores: cells(trials.scores, row),
          fields: cells(trials.fields, row),
          flaws: flawNames(trials.flags[row]!),
          ...(text?.input === undefined ? {} : { input: text.input }),
          ...(text?.output === undefined ? {} : { output: text.output }),
          ...(text?.cut === true ? { cut: true } : {}),
        };
      }),
      texts: reader.value.transcripts !== true ? 'none in such a source' : options.texts ? 'shown' : 'withheld',
    });
  } finally {
    await source.handle.close();
  }
}

/** Rows with the smallest lots, in the order of samples and epochs. */
function pickedRows(trials: Trials, count: number, seed: number): readonly number[] {
  return Array.from({ length: trials.rows }, (_, row) => ({
    row,
    key: lot(seed, trials.sample[row]!, trials.epoch[row]!),
  }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, count)
    .map(({ row }) => row)
    .sort((a, b) =>
      trials.sample[a]! < trials.sample[b]!
        ? -1
        : trials.sample[a]! > trials.sample[b]!
          ? 1
          : trials.epoch[a]! - trials.epoch[b]!,
    );
}

function cells(columns: Trials['scores'], row: number): Readonly<Record<string, Exclude<Cell, undefined>>> {
  return Object.fromEntries(
    [...columns].flatMap(([name, column]) => (column[row] === undefined ? [] : [[name, plainCell(column[row])]])),
  );
}
