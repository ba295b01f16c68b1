import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { shown } from '../text/index.js';
import { type Cell, type Column, optionalColumns, type Row, type Trials } from './trials.js';

export interface TrialsBuilder {
  readonly rows: number;
  /** Refuses a second row for the same sample and epoch, and what exceeds the limits. */
  add(row: Row, place: { readonly file: string; readonly line?: number }): Problem | undefined;
  finish(): Trials;
}

type Columns = Map<string, Cell[]>;

/** Characters of the name of a scorer or field; names of nested values are joined, and could grow without end. */
const longestName = 4096;

export function trialsBuilder(limits: Limits): TrialsBuilder {
  const sample: string[] = [];
  const epoch: number[] = [];
  const scores: Columns = new Map();
  const fields: Columns = new Map();
  const rest: Columns = new Map();
  const seen = new Set<string>();
  let flags = new Uint8Array(1024);
  let rows = 0;

  function put(columns: Columns, name: string, value: Cell): Pick<Problem, 'code' | 'message'> | undefined {
    if (name.length > longestName) {
      return { code: 'text-too-long', message: `a scorer or field has a name of ${name.length} characters` };
    }
    let column = columns.get(name);
    if (column === undefined) {
      if (columns.size >= limits.columns) {
        return { code: 'too-many-columns', message: `there are more than ${limits.columns} scorers or fields` };
      }
      column = [];
      columns.set(name, column);
    }
    while (column.length < rows) column.push(undefined);
    // A scorer `a` that gives a value `b` and a scorer `a.b`: rather refuse both than mix them up.
    if (column.length > rows) return { code: 'log-shape', message: `two values have the name “${shown(name)}”` };
    column.push(value);
    return undefined;
  }

  return {
    get rows() {
      return rows;
    },
    add(row, place) {
      if (rows >= limits.rows) {
        return { code: 'too-many-rows', message: `there are more than ${limits.rows} rows`, ...place };
      }
      // Columns that a row leaves out are filled up at the end, so that few bytes could ask for many cells.
      if ((rows + 1) * (scores.size + fields.size + rest.size) > limits.cells) {
        const message = `rows and columns make more than ${limits.cells} cells`;
        return { code: 'too-many-rows', message, ...place };
      }
      const key = `${row.epoch} ${row.sample}`;
      if (seen.has(key)) {
        const message = `sample ${shown(row.sample)} has two rows for epoch ${row.epoch}`;
        return {
          code: 'duplicate-row',
          message,
          ...place,
          expected: 'one row for each sample and epoch (a column `epoch` tells them apart)',
        };
      }
      seen.add(key);
      for (const [columns, values] of [
        [scores, row.scores],
        [fields, row.fields],
      ] as const) {
        for (const [name, value] of values) {
          const problem = put(columns, name, value);
          if (problem !== undefined) return { ...problem, ...place };
        }
      }
      for (const name of optionalColumns) {
        if (row[name] !== undefined) put(rest, name, row[name]);
      }
      sample.push(row.sample);
      epoch.push(row.epoch);
      if (rows === flags.length) flags = grown(flags);
      flags[rows] = row.flags;
      rows += 1;
      return undefined;
    },
    finish() {
      const padded = (columns: Columns): ReadonlyMap<string, Column> => {
        for (const column of columns.values()) while (column.length < rows) column.push(undefined);
        return columns;
      };
      return {
        rows,
        sample,
        epoch,
        flags: flags.slice(0, rows),
        scores: padded(scores),
        fields: padded(fields),
        ...Object.fromEntries(padded(rest)),
      };
    },
  };
}

function grown(flags: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(flags.length * 2);
  larger.set(flags);
  return larger;
}
