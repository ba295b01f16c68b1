import { type Cell, type Column, optionalColumns, type Trials } from './trials.js';

/** Trials of one or more sources as one table. Sample names are made so that only epochs of one sample are equal. */
export interface PooledTrials extends Trials {
  /** Samples that stand in more than one source, by task and id. */
  readonly shared: number;
}

/**
 * Joins sources. Where sources state the same task, or none, equal ids are the same sample, and its rows count as epochs
 * of one trial: counting a sample twice would make more of it than it is. Rows without an id are samples of their own.
 */
export function poolTrials(sources: readonly { readonly trials: Trials; readonly task?: string }[]): PooledTrials {
  const only = sources.length === 1 ? sources[0]! : undefined;
  if (only !== undefined) return { ...only.trials, shared: 0 };
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
    shared: sharedSamples(
      sources.map(({ trials }) => trials.rows),
      sample,
    ),
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

function sharedSamples(rows: readonly number[], sample: readonly string[]): number {
  const first = new Map<string, number>();
  const shared = new Set<string>();
  let at = 0;
  rows.forEach((count, source) => {
    for (let i = 0; i < count; i++, at++) {
      const id = sample[at]!;
      const seen = first.get(id);
      if (seen === undefined) first.set(id, source);
      else if (seen !== source) shared.add(id);
    }
  });
  return shared.size;
}
