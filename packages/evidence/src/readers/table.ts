import { failed, ok, type Problem, type Result } from '../problem.js';
import { shown } from '../text/index.js';
import { type Cell, flag, type Row, type Trials } from '../trials/index.js';
import type { Log, ReaderDocs } from './reader.js';

/**
 * Columns of a table (CSV, JSON Lines) that mean something by themselves:
 * `sample` (or `id`, where there is no `sample`) names the sample, else each row is a sample of its own; `epoch` is a
 * whole number, default 1; a row is flawed where `error`, `limit`, `invalid`, `refused` or `partial` holds anything but
 * nothing, `false` or 0. `group`, `model` and `time` are kept as such and as fields. Every other column is a field by its name.
 */
export interface TableRow {
  readonly cells: readonly (readonly [string, Cell])[];
  readonly file: string;
  readonly line: number;
  /** One-based number among the rows. */
  readonly number: number;
}

/** The same for readers. */
export const tableDocs: ReaderDocs = {
  row: 'one for each row of the table; `sample` (or `id`) names the sample, else each row is one of its own, and `epoch` counts its repeats; every other column is a field',
  flags: 'error, limit or invalid where the column of that name holds anything but nothing, `false` or 0',
  group: '`group`, `model` and `time` are the columns of those names',
  claims: 'nothing',
  skips: 'nothing',
};

/** Names that mean something: spelled otherwise they would be passed over in silence. */
const reserved: ReadonlySet<string> = new Set(['sample', 'id', 'epoch', ...Object.keys(flag)]);

const flags: Readonly<Record<string, number>> = flag;

export function tableRow({ cells, file, line, number }: TableRow): Result<Row> {
  const sampleColumn = cells.some(([name]) => name === 'sample') ? 'sample' : 'id';
  const fields: (readonly [string, Cell])[] = [];
  const named: { group?: Cell; model?: Cell; time?: Cell } = {};
  let sample = `row ${number}`;
  let epoch = 1;
  let bits = 0;
  for (const [name, value] of cells) {
    if (name === sampleColumn) {
      if (value === undefined) return wrong('the sample has no id', 'a text or a number');
      sample = String(value);
    } else if (name === 'epoch') {
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
        return wrong(
          `the epoch is ${value === undefined ? 'empty' : shown(JSON.stringify(value))}`,
          'a whole number from 0',
        );
      }
      epoch = value;
    } else if (Object.hasOwn(flags, name)) {
      if (value !== undefined && value !== false && value !== 0) bits |= flags[name]!;
    } else {
      const meant = name.length < 12 ? name.trim().toLowerCase() : name;
      if (meant !== name && reserved.has(meant)) return wrong(`the column “${name}”`, `the name spelled “${meant}”`);
      if (name === 'group' || name === 'model' || name === 'time') named[name] = value;
      fields.push([name, value]);
    }
  }
  return ok({ sample, epoch, flags: bits, scores: [], fields, ...named });

  function wrong(message: string, expected: string): { readonly ok: false; readonly problem: Problem } {
    return failed({ code: 'field-value', message, file, line, expected });
  }
}

/** A table claims nothing about itself. */
export function tableLog(reader: string, trials: Trials, notes: readonly string[]): Log {
  const models = [...new Set(trials.model ?? [])].filter((model) => model !== undefined).map(String);
  const alone =
    trials.sample[0] === 'row 1' ? ['there is no column `sample` or `id`: each row is a sample of its own'] : [];
  const all = [...notes, ...alone];
  return { reader, trials, claimed: { metrics: [] }, models: models.slice(0, 100), status: 'unstated', notes: all };
}
