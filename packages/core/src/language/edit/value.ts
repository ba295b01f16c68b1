import type { Json } from './change.js';
import { literalLines, printScalar } from './scalar.js';

/** Lines longer than this are not made of a list that could also stand on lines of its own. */
export const lineWidth = 100;

/** A value printed behind `key:` or `-`: what stands on that line, and the whole lines below it. */
export interface Printed {
  readonly head: string;
  readonly body: readonly string[];
  /** Column of the text of a block literal that ends it; what follows must not be taken into it. */
  readonly literalAt?: number;
}

/** How to print; columns count from 0. */
export interface Style {
  /** Column of the key or dash that owns the value. */
  readonly owner: number;
  /** Column where the text behind the key or dash starts; to see whether a line gets too long. */
  readonly from: number;
  /** How much deeper maps and lists stand than their owner. */
  readonly mapStep: number;
  readonly listStep: number;
  /** The first line of a map or list stands behind the dash. */
  readonly inline: boolean;
  /** Prefer `{ }` and `[ ]` for what holds only scalars, or never use them; without: lists of scalars only. */
  readonly collections?: 'flow' | 'block';
  /** Whether texts of several lines may be block literals. */
  readonly literals: boolean;
}

export function isCollection(value: Json): value is readonly Json[] | { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Inside `[ ]` and `{ }`, on one line. */
export function printFlow(value: Json): string {
  if (!isCollection(value)) return printScalar(value, 'flow');
  if (isList(value)) return `[${value.map(printFlow).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => printFlowPair(key, item));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

export function printFlowPair(key: string, value: Json): string {
  return `${printScalar(key, 'flow')}: ${printFlow(value)}`;
}

/** A value behind its key or dash, in a block. */
export function printValue(value: Json, style: Style): Printed {
  if (!isCollection(value)) return printBlockScalar(value, style);
  if (staysFlow(value, style)) return { head: printFlow(value), body: [] };
  const column = style.owner + (isList(value) ? style.listStep : style.mapStep);
  const nested = style.inline ? style.owner + 2 : column;
  const { lines, literalAt } = printLines(value, nested, style);
  if (!style.inline) return { head: '', body: lines, literalAt };
  return { head: lines[0]!.slice(nested), body: lines.slice(1), literalAt };
}

/** A pair as whole lines, its key at the column. */
export function printPair(key: string, value: Json, column: number, style: Omit<Style, 'owner' | 'from' | 'inline'>) {
  const label = `${' '.repeat(column)}${printScalar(key, 'block')}:`;
  return printOwned(label, value, { ...style, owner: column, from: label.length, inline: false });
}

/** A list item as whole lines, its dash at the column. */
export function printItem(value: Json, column: number, style: Omit<Style, 'owner' | 'from' | 'inline'>) {
  return printOwned(`${' '.repeat(column)}-`, value, { ...style, owner: column, from: column + 1, inline: true });
}

function printOwned(label: string, value: Json, style: Style): { lines: readonly string[]; literalAt?: number } {
  const { head, body, literalAt } = printValue(value, style);
  return { lines: [head === '' ? label : `${label} ${head}`, ...body], literalAt };
}

function printLines(
  value: readonly Json[] | { readonly [key: string]: Json },
  column: number,
  style: Style,
): { lines: readonly string[]; literalAt?: number } {
  const inner = { ...style, collections: style.collections === 'block' ? undefined : style.collections };
  const printed = isList(value)
    ? value.map((item) => printItem(item, column, inner))
    : Object.entries(value).map(([key, item]) => printPair(key, item, column, inner));
  return { lines: printed.flatMap((entry) => entry.lines), literalAt: printed.at(-1)?.literalAt };
}

function printBlockScalar(value: null | boolean | number | string, style: Style): Printed {
  const literal = typeof value === 'string' && style.literals ? literalLines(value) : undefined;
  if (literal === undefined) return { head: printScalar(value, 'block'), body: [] };
  const column = style.owner + 2;
  const body = literal.lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line));
  return { head: literal.header, body, literalAt: column };
}

function staysFlow(value: readonly Json[] | { readonly [key: string]: Json }, style: Style): boolean {
  const items = Object.values(value);
  if (items.length === 0) return true;
  if (style.collections === 'block') return false;
  if (!isList(value) && style.collections !== 'flow') return false;
  if (items.some((item) => typeof item === 'string' && item.includes('\n'))) return false;
  const flat = (item: Json): boolean =>
    !isCollection(item) || (!isList(value) && isList(item) && !item.some(isCollection));
  if (!items.every(flat)) return false;
  return style.from + 1 + printFlow(value).length <= lineWidth;
}
