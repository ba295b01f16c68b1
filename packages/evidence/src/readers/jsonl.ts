import { isObject, type JsonValue, jsonScan, take } from '../json/index.js';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { readRange, type Sink } from '../source/index.js';
import { utf8Gate } from '../text/index.js';
import { type Cell, flag, trialsBuilder } from '../trials/index.js';
import { type Reader, readerLabel, readFailed } from './reader.js';
import { tableLog, tableRow } from './table.js';

/**
 * JSON Lines: one object a line; empty lines are passed over. A nested object gives one column for each of its keys
 * (`scores.harm`); `null`, NaN and arrays give no value. Reserved columns: see `TableRow`.
 */
export const jsonlReader: Reader = {
  name: 'jsonl',
  version: 1,
  expects: 'JSON Lines (one object a line)',
  sniff(head) {
    const line = /^\uFEFF?\s*(\{[^\n]*)(\n|$)/.exec(Buffer.from(head).toString('utf8'));
    // A first line longer than the head may still be one object; a first line that ends must be one.
    return line !== null && (line[2] === '' || line[1]!.trimEnd().endsWith('}'));
  },
  async read(source, { limits }) {
    const file = source.path;
    const builder = trialsBuilder(limits);
    const gate = utf8Gate(file);
    let arrays = 0;
    const lines = lineSplitter(file, limits, (text, line) => {
      const scan = jsonScan(take, { file, limits, firstLine: line });
      const problem = scan.write(text);
      if (problem !== undefined) return problem;
      const value = scan.end();
      if (!value.ok) return value.problem;
      if (!isObject(value.value)) {
        return {
          code: 'log-shape',
          message: 'the line is not an object',
          file,
          line,
          expected: 'one JSON object a line',
        };
      }
      const cells: (readonly [string, Cell])[] = [];
      arrays += flattenRow(value.value, cells);
      const row = tableRow({ cells, file, line, number: builder.rows + 1 });
      return row.ok ? builder.add(row.value, { file, line }) : row.problem;
    });
    const read = await readRange(source, 0, source.size, (chunk) => gate.write(chunk) ?? lines.write(chunk));
    const problem = read ?? gate.end() ?? lines.end();
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

/** Hands over each line that is not blank, with its number. */
function lineSplitter(
  file: string,
  limits: Limits,
  use: (text: Buffer, line: number) => Problem | undefined,
): { readonly write: Sink; end(): Problem | undefined } {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let line = 1;

  function hold(piece: Buffer): Problem | undefined {
    heldBytes += piece.length;
    if (heldBytes > limits.lineBytes) {
      return {
        code: 'text-too-long',
        message: 'the line does not end',
        file,
        line,
        expected: `at most ${limits.lineBytes} bytes a line`,
      };
    }
    held.push(piece);
    return undefined;
  }

  function flush(): Problem | undefined {
    const text = held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    const blank = text.every((byte) => byte === 32 || byte === 9 || byte === 13);
    return blank ? undefined : use(text, line);
  }

  return {
    write(chunk) {
      for (let from = 0; ; ) {
        const newline = chunk.indexOf(10, from);
        const problem =
          hold(chunk.subarray(from, newline < 0 ? chunk.length : newline)) ?? (newline < 0 ? undefined : flush());
        if (problem !== undefined || newline < 0) return problem;
        line += 1;
        from = newline + 1;
      }
    },
    end: flush,
  };
}
