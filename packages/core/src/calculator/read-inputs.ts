import { nearest } from '../case/index.js';
import type { Inputs, InputValue, Refusal, TableRow } from './calculator.js';
import {
  inRange,
  type NumbersParameter,
  type Parameter,
  type Range,
  rangeText,
  type TableColumn,
  type TableParameter,
} from './parameter.js';

/** Most rows of a table that are read. */
export const mostTableRows = 100_000;

/** A cell as a table holds it. */
export type RawCell = number | string | boolean | undefined;
export type RawTable = readonly Readonly<Record<string, RawCell>>[];

export type InputsRead = { readonly inputs: Inputs } | { readonly problem: Refusal & { readonly parameter: string } };

/**
 * Texts and tables as they were given, checked against the parameters: what is missing without a default, is no number,
 * lies outside its range or names an unknown column is said, with what was expected. Nothing throws.
 */
export function readInputs(
  parameters: readonly Parameter[],
  given: Readonly<Record<string, string | RawTable | undefined>>,
): InputsRead {
  const inputs: Record<string, InputValue> = {};
  for (const parameter of parameters) {
    const value = given[parameter.name];
    const found = value === undefined ? defaultOf(parameter) : readOne(parameter, value);
    if (isFault(found)) return { problem: { ...found, parameter: parameter.name } };
    inputs[parameter.name] = found;
  }
  return { inputs };
}

interface Fault {
  readonly message: string;
  readonly expected: string;
}

function isFault(of: InputValue | Fault): of is Fault {
  return typeof of === 'object' && !Array.isArray(of) && typeof (of as Fault).message === 'string';
}

function defaultOf(parameter: Parameter): InputValue | Fault {
  if ('default' in parameter && parameter.default !== undefined) return parameter.default;
  return { message: 'it is not given, and has no default', expected: expectation(parameter) };
}

/** What a parameter takes, in words. */
export function expectation(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number':
      return rangeText(parameter);
    case 'numbers':
      return `${parameter.fewest} to ${parameter.most} numbers with commas between them, each ${rangeText(parameter)}`;
    case 'masses':
      return 'shares by name that add up to 1, such as A=0.9,B=0.1';
    case 'choice':
      return `one of ${parameter.choices.join(', ')}`;
    case 'table':
      return `a file with the columns ${parameter.columns.map(columnWords).join(', ')}`;
  }
}

function columnWords({ name, optional }: TableColumn): string {
  return optional === true ? `${name} (may be missing)` : name;
}

function readOne(parameter: Parameter, value: string | RawTable): InputValue | Fault {
  const expected = expectation(parameter);
  if (parameter.kind === 'table') {
    return typeof value === 'string' ? { message: 'no file was read', expected } : readTable(parameter, value);
  }
  if (typeof value !== 'string') return { message: 'a table was given', expected };
  switch (parameter.kind) {
    case 'number':
      return readNumber(value, parameter) ?? { message: `${JSON.stringify(value)} was given`, expected };
    case 'numbers':
      return readNumbers(value, parameter);
    case 'masses':
      return readMasses(value) ?? { message: `${JSON.stringify(value)} was given`, expected };
    case 'choice': {
      if (parameter.choices.includes(value)) return value;
      const near = nearest(value, parameter.choices);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      return { message: `${JSON.stringify(value)} was given`, expected: `${expected}${hint}` };
    }
  }
}

function readNumber(text: string, range: Range): number | undefined {
  // Number() would take an empty text for 0, and hexadecimal.
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim())) return undefined;
  const value = Number(text);
  return inRange(value, range) ? value : undefined;
}

function readNumbers(text: string, parameter: NumbersParameter): readonly number[] | Fault {
  const expected = expectation(parameter);
  const parts = text.split(',');
  const numbers = parts.map((part) => readNumber(part, parameter));
  const bad = numbers.indexOf(undefined);
  if (bad >= 0) return { message: `${JSON.stringify(parts[bad]!.trim())} was given`, expected };
  if (parts.length < parameter.fewest || parts.length > parameter.most)
    return { message: `${parts.length} were given`, expected };
  return numbers as number[];
}

/** Most names among which masses are shared. */
const mostMasses = 64;

function readMasses(text: string): Readonly<Record<string, number>> | undefined {
  const parts = text.split(',').map((part) => part.split('='));
  const shares = parts.map(([name = '', share = '', ...more]) =>
    name.trim() === '' || more.length > 0 ? undefined : readNumber(share, { low: 0, high: 1 }),
  );
  const names = parts.map(([name = '']) => name.trim().replace(/\s+or\s+/g, ' or '));
  const sum = shares.reduce<number>((total, share) => total + (share ?? Number.NaN), 0);
  if (parts.length > mostMasses || new Set(names).size < names.length || !(Math.abs(sum - 1) < 1e-9)) return undefined;
  return Object.fromEntries(names.map((name, at) => [name, shares[at]!]));
}

function readTable(parameter: TableParameter, raw: RawTable): readonly TableRow[] | Fault {
  const expected = expectation(parameter);
  if (raw.length === 0) return { message: 'the table has no rows', expected };
  const most = parameter.most ?? mostTableRows;
  if (raw.length > most) return { message: `the table has ${raw.length} rows`, expected: `at most ${most}` };
  const known = new Set(raw.flatMap((row) => Object.keys(row)));
  const missing = parameter.columns.find(({ name, optional }) => optional !== true && !known.has(name));
  if (missing !== undefined) {
    const near = nearest(missing.name, known);
    const hint = near === undefined ? '' : `; is it ${near}?`;
    return { message: `the table has no column ${missing.name}${hint}`, expected };
  }
  const rows: TableRow[] = [];
  for (const [at, row] of raw.entries()) {
    const read: Record<string, number | string | undefined> = {};
    for (const column of parameter.columns) {
      const cell = readCell(row[column.name], column);
      if (typeof cell === 'object') {
        const shown = JSON.stringify(row[column.name]) ?? 'nothing';
        return { message: `row ${at + 1} has ${shown} as ${column.name}`, expected: cell.expected };
      }
      read[column.name] = cell;
    }
    rows.push(read);
  }
  return rows;
}

function readCell(
  cell: RawCell,
  { range, optional }: TableColumn,
): number | string | undefined | { readonly expected: string } {
  const empty = cell === undefined || cell === '';
  if (empty && optional === true) return undefined;
  if (range === undefined) return empty ? { expected: 'a name' } : String(cell);
  const value = typeof cell === 'string' ? Number(cell) : Number(cell ?? Number.NaN);
  return inRange(value, range) ? value : { expected: rangeText(range) };
}
