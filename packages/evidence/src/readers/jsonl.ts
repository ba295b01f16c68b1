import { isObject, type JsonValue } from '../json/index.js';
import { type Cell, flag, trialsBuilder } from '../trials/index.js';
import { eachObject } from './lines.js';
import { type Reader, readerLabel, readFailed } from './reader.js';
import { firstAt, mayStart } from './starts.js';
import { tableDocs, tableLog, tableRow } from './table.js';

/**
 * JSON Lines: one object a line; empty lines are passed over. A nested object gives one column for each of its keys
 * (`scores.harm`); `null`, NaN and arrays give no value. Reserved columns: see `TableRow`.
 */
export const jsonlReader: Reader = {
  name: 'jsonl',
  version: 1,
  expects: 'JSON Lines (one object a line)',
  title: 'JSON Lines',
  reads: 'one object a line; an object in it gives one column for each of its keys (`scores.harm`)',
  docs: { ...tableDocs, skips: 'arrays' },
  general: true,
  sniff(head) {
    if (!mayStart(head, '{')) return false;
    // Of an object over many lines, as of a whole log, the first is made a text and no more.
    const newline = head.indexOf(10, firstAt(head));
    const start = Buffer.from(newline < 0 ? head : head.subarray(0, newline + 1)).toString('utf8');
    const line = /^\uFEFF?\s*(\{[^\n]*)(\n|$)/.exec(start);
    // A first line longer than the head may still be one object; a first line that ends must be one.
    return line !== null && (line[2] === '' || line[1]!.trimEnd().endsWith('}'));
  },
  async read(source, { limits }) {
    const file = source.path;
    const builder = trialsBuilder(limits);
    let arrays = 0;
    const problem = await eachObject(source, limits, (value, line) => {
      const cells: (readonly [string, Cell])[] = [];
      arrays += flattenRow(value, cells);
      const row = tableRow({ cells, file, line, number: builder.rows + 1 });
      return row.ok ? builder.add(row.value, { file, line }) : row.problem;
    });
    if (problem !== undefined) return readFailed(jsonlReader, problem);
    const notes =
      arrays === 0 ? [] : [`arrays that were passed over, because an array is not a value of a trial: ${arrays}`];
    return { ok: true, log: tableLog(readerLabel(jsonlReader), builder.finish(), notes) };
  },
};

/** What a row says of itself keeps its name whatever its shape: an error told as an object is an error. */
const named: ReadonlySet<string> = new Set([...Object.keys(flag), 'sample', 'id', 'epoch']);

function flattenRow(row: JsonValue, cells: (readonly [string, Cell])[]): number {
  if (!isObject(row)) return flatten('', row, cells);
  let arrays = 0;
  for (const [key, item] of Object.entries(row)) {
    const whole = named.has(key) && (Array.isArray(item) || isObject(item ?? null));
    if (whole) cells.push([key, JSON.stringify(item)]);
    else arrays += flatten(key, item ?? null, cells);
  }
  return arrays;
}

/** Adds the plain values below `value`; returns how many arrays there were. */
function flatten(prefix: string, value: JsonValue, cells: (readonly [string, Cell])[]): number {
  if (Array.isArray(value)) return 1;
  if (!isObject(value)) {
    cells.push([prefix, value === null || Number.isNaN(value) ? undefined : (value as Cell)]);
    return 0;
  }
  let arrays = 0;
  for (const [key, item] of Object.entries(value))
    arrays += flatten(prefix === '' ? key : `${prefix}.${key}`, item ?? null, cells);
  return arrays;
}
