import { type Cell, type Column, optionalColumns, type Trials } from './trials.js';

/** Trials of one or more sources as one table. Sample names are made so that only epochs of one sample are equal. */
export interface PooledTrials extends Trials {
  /** Samples that stand in more than one source, by task and id. */
  readonly shared: number;
  /** Rows left out: a source holds them again, as a retried run does of what its first attempt had finished. */
  readonly repeated: number;
  /** A row that stands in two sources as the same trial (`uuid`), and not alike: nobody can say which of them counts. */
  readonly clash?: number;
}

/**
 * Joins sources. Where sources state the same task, or none, equal ids are the same sample, and its rows count as epochs
 * of one trial: counting a sample twice would make more of it than it is. Rows without an id are samples of their own.
 * The same row of the same trial (by `uuid`) is no second epoch: it is kept once.
 */
export function poolTrials(sources: readonly { readonly trials: Trials; readonly task?: string }[]): PooledTrials {
  const only = sources.length === 1 ? sources[0]! : undefined;
  if (only !== undefined) return { ...only.trials, shared: 0, repeated: 0 };
  const all = joinedTrials(sources);
  const source = sources.flatMap(({ trials }, at) => new Array<number>(trials.rows).fill(at));
  const { repeated, clash } = repeatedRows(all);
  if (clash !== undefined) return { ...all, shared: 0, repeated: 0, clash };
  const trials = repeated.size === 0 ? all : without(all, repeated);
  const kept = source.filter((_, row) => !repeated.has(row));
  return { ...trials, shared: sharedSamples(kept, trials.sample), repeated: repeated.size };
}

function joinedTrials(sources: readonly { readonly trials: Trials; readonly task?: string }[]): Trials {
  const rows = sources.reduce((sum, { trials }) => sum + trials.rows, 0);
  const sample = sources.flatMap(({ trials, task }, at) => {
    const prefix = task === undefined ? 'no task' : `task ${task}`;
    return trials.sample.map((id) => `${/^row \d+$/.test(id) ? at : prefix}\u0000${id}`);
  });
  const flags = new Uint8Array(rows);
  let from = 0;
  for (const { trials } of sources) {
    flags.set(trials.flags, from);
    from += trials.rows;
  }
  return {
    rows,
    sample,
    epoch: sources.flatMap(({ trials }) => [...trials.epoch]),
    flags,
    scores: joined(sources.map(({ trials }) => [trials.rows, trials.scores])),
    fields: joined(sources.map(({ trials }) => [trials.rows, trials.fields])),
    ...Object.fromEntries(joined(sources.map(({ trials }) => [trials.rows, optional(trials)]))),
  };
}

/** Rows whose trial has stood before; the first that is not what it was there. */
function repeatedRows(trials: Trials): { readonly repeated: ReadonlySet<number>; readonly clash?: number } {
  const columns = [trials.sample, trials.epoch, ...trials.scores.values(), ...trials.fields.values()];
  const first = new Map<Cell, number>();
  const repeated = new Set<number>();
  let clash: number | undefined;
  (trials.uuid ?? []).forEach((uuid, row) => {
    const known = uuid === undefined ? undefined : first.get(uuid);
    if (known === undefined) {
      if (uuid !== undefined) first.set(uuid, row);
      return;
    }
    const alike =
      trials.flags[row] === trials.flags[known] && columns.every((column) => Object.is(column[row], column[known]));
    if (alike) repeated.add(row);
    else clash ??= row;
  });
  return { repeated, ...(clash === undefined ? {} : { clash }) };
}

function without(trials: Trials, rows: ReadonlySet<number>): Trials {
  const kept = <T>(column: readonly T[]) => column.filter((_, row) => !rows.has(row));
  const all = (columns: ReadonlyMap<string, Column>) =>
    new Map([...columns].map(([name, column]) => [name, kept(column)]));
  return {
    rows: trials.rows - rows.size,
    sample: kept(trials.sample),
    epoch: kept(trials.epoch),
    flags: trials.flags.filter((_, row) => !rows.has(row)),
    scores: all(trials.scores),
    fields: all(trials.fields),
    ...Object.fromEntries(all(optional(trials))),
  };
}

function optional(trials: Trials): ReadonlyMap<string, Column> {
  return new Map(
    optionalColumns.flatMap((name): [string, Column][] => {
      const column = trials[name];
      return column === undefined ? [] : [[name, column]];
    }),
  );
}

function joined(
  parts: readonly (readonly [rows: number, columns: ReadonlyMap<string, Column>])[],
): ReadonlyMap<string, Column> {
  const names = new Set(parts.flatMap(([, columns]) => [...columns.keys()]));
  return new Map(
    [...names].map((name) => [
      name,
      parts.flatMap(([rows, columns]): Column => columns.get(name) ?? new Array<Cell>(rows).fill(undefined)),
    ]),
  );
}

function sharedSamples(source: readonly number[], sample: readonly string[]): number {
  const first = new Map<string, number>();
  const shared = new Set<string>();
  sample.forEach((id, row) => {
    const seen = first.get(id);
    if (seen === undefined) first.set(id, source[row]!);
    else if (seen !== source[row]) shared.add(id);
  });
  return shared.size;
}
