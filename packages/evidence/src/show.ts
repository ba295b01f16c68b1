import { topGates } from '@surety/engine/open-psa';
import { defaultLimits, type Limits } from './limits.js';
// Not through the folder's index: a look at a log need not load what measures are made of.
import { scoreValue } from './measures/score-value.js';
import { failed, ok, type Result } from './problem.js';
import {
  type ClaimedMetric,
  type Log,
  type Reader,
  type Run,
  type RunModel,
  type RunStatus,
  readers,
  readSource,
} from './readers/index.js';
import { type Digest, digestOf, openSource } from './source/index.js';
import { type Column, flag, plainCell, type Trials } from './trials/index.js';

/** What `surety evidence show FILE --json` prints; plain JSON data. */
export interface Shown {
  /** The file as it was named. */
  readonly file: string;
  /** `sha256:…` of its bytes, and their number. */
  readonly digest: Digest;
  readonly size: number;
  /** Name and version of the reader, for example `inspect 1`. */
  readonly reader: string;
  /** How the run ended, where the source says. */
  readonly status: RunStatus;
  /** The task that was run, where the source says. */
  readonly task?: string;
  readonly models: readonly string[];
  /** Which run it was, and what its model was called with, where the source says. */
  readonly run?: Run;
  /** The model under test; null where the source names none, or several. */
  readonly model: string | null;
  /** What it and its helpers were called with. */
  readonly runModel?: RunModel;
  /** Rows that are in the source: one per sample and epoch. These count. */
  readonly rows: number;
  /** Different samples among the rows, and the largest number of rows of one sample. */
  readonly samples: number;
  readonly epochs: number;
  /** What the header claims of the same. A metric that is not a finite number is null. */
  readonly claimed: {
    readonly total?: number;
    readonly completed?: number;
    readonly dataset?: number;
    readonly metrics: readonly (Omit<ClaimedMetric, 'value'> & { readonly value: number | null })[];
  };
  /** By scorer, how many rows have which value; the most frequent ones, as in `scores`. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Rows that are not counted as they stand, and why; a row with several reasons is named by each. */
  readonly excluded: {
    readonly rows: number;
    readonly reasons: readonly { readonly reason: string; readonly rows: number }[];
  };
  /** Rows with a flaw, by kind (a row may have several), and rows with any. */
  readonly flawed: { readonly [kind in keyof typeof flag | 'any']: number };
  /** One per scorer: raw values and how often each occurs, over all rows, flawed ones too. */
  readonly scores: readonly ShownColumn[];
  /** One per column of a table, or per plain metadata field of the samples. */
  readonly fields: readonly ShownColumn[];
  readonly notes: readonly string[];
  /** Of a fault tree, which has no rows: the gates that no other uses. */
  readonly topGates?: readonly string[];
}

export interface ShownColumn {
  readonly name: string;
  /** Rows that have a value, and rows that have none. */
  readonly present: number;
  readonly absent: number;
  /** Raw values by frequency, ties by value as text; at most 20. */
  readonly values: readonly { readonly value: number | string | boolean; readonly rows: number }[];
  /** Different values in all; larger than the length of `values` where some are not listed. */
  readonly distinct: number;
  /** Of the values that have a number (C = 1, P = 0.5, I = N = 0, …): how many, smallest, mean, largest. Absent without any. */
  readonly numeric?: { readonly rows: number; readonly min: number; readonly mean: number; readonly max: number };
}

/** Reads one source and sums it up. */
export async function showEvidence(
  file: string,
  options: { readonly reader?: string; readonly limits?: Limits; readonly readers?: readonly Reader[] } = {},
): Promise<Result<Shown>> {
  const limits = options.limits ?? defaultLimits;
  const opened = await openSource(file, file, limits);
  if (!opened.ok) return opened;
  const source = opened.value;
  try {
    // Together: while threads read a large archive, this one has time for its digest.
    const [digest, read] = await Promise.all([
      digestOf(source),
      readSource(source, options.reader, limits, { readers: options.readers }),
    ]);
    if (!digest.ok) return digest;
    if (!read.ok) return failed(read.problems[0]!);
    const { reader, status, task, models, run, model, trials, claimed, notes, faultTree } = read.log;
    const scores = [...trials.scores].map(([name, column]) => showColumn(name, column));
    return ok({
      file,
      digest: digest.value,
      size: source.size,
      reader,
      status,
      ...(task === undefined ? {} : { task }),
      models,
      ...(run === undefined ? {} : { run }),
      model: model?.name ?? (models.length === 1 ? models[0]! : null),
      ...(model === undefined ? {} : { runModel: model }),
      rows: trials.rows,
      ...sampleCounts(trials),
      claimed: showClaims(claimed),
      counts: Object.fromEntries(scores.map(({ name, values }) => [name, valueCounts(values)])),
      excluded: excludedRows(trials, isTable(reader)),
      flawed: flawCounts(trials),
      scores,
      fields: [...trials.fields].map(([name, column]) => showColumn(name, column)),
      notes,
      ...(faultTree === undefined ? {} : { topGates: topGates(faultTree) }),
    });
  } finally {
    await source.handle.close();
  }
}

function showClaims({ total, completed, dataset, metrics }: Log['claimed']): Shown['claimed'] {
  return {
    ...(total === undefined ? {} : { total }),
    ...(completed === undefined ? {} : { completed }),
    ...(dataset === undefined ? {} : { dataset }),
    metrics: metrics.map((metric) => ({ ...metric, value: Number.isFinite(metric.value) ? metric.value : null })),
  };
}

function sampleCounts(trials: Trials): { readonly samples: number; readonly epochs: number } {
  const rows = new Map<string, number>();
  let epochs = 0;
  for (const id of trials.sample) {
    const count = (rows.get(id) ?? 0) + 1;
    rows.set(id, count);
    if (count > epochs) epochs = count;
  }
  return { samples: rows.size, epochs };
}

function valueCounts(values: ShownColumn['values']): Readonly<Record<string, number>> {
  return Object.fromEntries(values.map(({ value, rows }) => [String(value), rows]));
}

const because = {
  error: 'ended with an error',
  limit: 'stopped by a limit',
  invalid: 'marked as invalid',
  refused: 'refused by the model',
  partial: 'not run to its end',
} as const satisfies Record<keyof typeof flag, string>;

/** Tables have columns and no scorers. */
function isTable(label: string): boolean {
  return readers.some(({ name, general }) => general === true && label.startsWith(`${name} `));
}

function excludedRows(trials: Trials, table: boolean): Shown['excluded'] {
  const unscored = (row: number) =>
    !table && trials.flags[row] === 0 && [...trials.scores.values()].every((column) => column[row] === undefined);
  const bare = Array.from({ length: trials.rows }, (_, row) => row).filter(unscored).length;
  const { any, ...flawed } = flawCounts(trials);
  const reasons = [
    ...(Object.keys(because) as (keyof typeof flag)[]).map((kind) => ({ reason: because[kind], rows: flawed[kind] })),
    { reason: 'without a score', rows: bare },
  ];
  return { rows: any + bare, reasons: reasons.filter(({ rows }) => rows > 0) };
}

function flawCounts(trials: Trials): Shown['flawed'] {
  const count = (mask: number) => trials.flags.reduce((sum, bits) => sum + ((bits & mask) === 0 ? 0 : 1), 0);
  const { error, limit, invalid, refused, partial } = flag;
  return {
    error: count(error),
    limit: count(limit),
    invalid: count(invalid),
    refused: count(refused),
    partial: count(partial),
    any: count(error | limit | invalid | refused | partial),
  };
}

const listed = 20;
/** Different values that are counted one by one; a column with more has them counted but not all listed. */
const mostDistinct = 100_000;

function showColumn(name: string, column: Column): ShownColumn {
  const counts = new Map<number | string | boolean, number>();
  let present = 0;
  let rows = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (value === undefined) continue;
    present += 1;
    const known = counts.get(value);
    if (known !== undefined || counts.size < mostDistinct) counts.set(value, (known ?? 0) + 1);
    const number = scoreValue(value);
    if (number === undefined || !Number.isFinite(number)) continue;
    rows += 1;
    sum += number;
    min = Math.min(min, number);
    max = Math.max(max, number);
  }
  const byFrequency = [...counts].sort(([a, m], [b, n]) => n - m || (String(a) < String(b) ? -1 : 1));
  return {
    name,
    present,
    absent: column.length - present,
    values: byFrequency.slice(0, listed).map(([value, count]) => ({ value: plainCell(value), rows: count })),
    distinct: counts.size,
    ...(rows === 0 ? {} : { numeric: { rows, min, mean: sum / rows, max } }),
  };
}
