import { plainValue } from './scalar.js';
import type { ScalarNode } from './tree.js';

/** Reading position in a text that holds no tabs, and CR only before LF. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** Keys and short values that were read, by themselves. */
  readonly words: Map<string, string>;
}

/**
 * A part of the text, the same string wherever it is written: ids are looked up by the hundred thousand, and what is the
 * same string is found without looking at its letters.
 */
export function wordAt({ text, words }: Cursor, start: number, end: number): string {
  const word = text.slice(start, end);
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, word);
  return word;
}

export const space = 32;
const newline = 10;
const carriage = 13;
const hash = 35;
const colon = 58;
const minus = 45;

/** Characters that mean something at the start of a plain scalar: `-?:,[]{}#&*!|>'"%@` and the backtick, and `=`. */
const indicators = new Set([...'?:,[]{}#&*!|>\'"%@`='].map((sign) => sign.charCodeAt(0)));

/** Whether a plain scalar may start here, beyond doubt. */
export function startsPlain(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== minus) return !indicators.has(first) && first > space;
  const next = text.charCodeAt(at + 1);
  return next > space && next !== minus && !indicators.has(next);
}

/** End of the line that holds `at`, before its line end. */
export function lineEnd(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  const end = next === -1 ? text.length : next;
  return end > at && text.charCodeAt(end - 1) === carriage ? end - 1 : end;
}

/** Start of the line after the one that holds `at`. */
export function nextLine(text: string, at: number): number {
  const next = text.indexOf('\n', at);
  return next === -1 ? text.length : next + 1;
}

/** Column of the first character of a line that is not a space; the line's length where it is blank. */
export function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === space) at += 1;
  return at - lineStart;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || code === newline || code === carriage;
}

/**
 * Only spaces, and a comment after a space, up to the end of the line; then the cursor stands on the next line.
 * False where something else follows.
 */
export function endLine(cursor: Cursor): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === space) at += 1;
  if (!isBlank(text, at) && !(text.charCodeAt(at) === hash && text.charCodeAt(at - 1) <= space)) return false;
  cursor.at = nextLine(text, at);
  return true;
}

/** The start of the next line that is neither blank nor a comment, and its indent; the end of the text gives -1. */
export function contentLine(cursor: Cursor): number {
  const { text } = cursor;
  for (;;) {
    if (cursor.at >= text.length) return -1;
    const indent = indentAt(text, cursor.at);
    const at = cursor.at + indent;
    if (!isBlank(text, at) && text.charCodeAt(at) !== hash) return indent;
    if (at >= text.length) return -1;
    cursor.at = nextLine(text, at);
  }
}

/**
 * A plain scalar in block style from the cursor on, over all lines that are indented by more than `indent`. The
 * cursor is left on the line behind it. Undefined where the text is not plainly one.
 */
export function plainBlock(cursor: Cursor, indent: number): ScalarNode | undefined {
  const { text } = cursor;
  const start = cursor.at;
  if (!startsPlain(text, start)) return undefined;
  let part = plainLine(text, start);
  if (part === undefined) return undefined;
  let value = text.slice(start, part.end);
  let end = part.end;
  cursor.at = nextLine(text, end);
  let blanks = 0;
  while (cursor.at < text.length) {
    const column = indentAt(text, cursor.at);
    const at = cursor.at + column;
    if (isBlank(text, at)) {
      if (part.comment) return { kind: 'scalar', value: plainValue(value), plain: true, start, end };
      blanks += 1;
      cursor.at = nextLine(text, at);
      continue;
    }
    if (column <= indent) break;
    // A comment ends the scalar, and what stands deeper behind it is for the full reader to judge.
    if (part.comment || text.charCodeAt(at) === hash) return undefined;
    part = plainLine(text, at);
    if (part === undefined) return undefined;
    value += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + text.slice(at, part.end);
    blanks = 0;
    end = part.end;
    cursor.at = nextLine(text, end);
  }
  return { kind: 'scalar', value: plainValue(value), plain: true, start, end };
}

/** What of a line belongs to a plain scalar; undefined where `: ` makes it a key, or an error. */
function plainLine(text: string, start: number): { readonly end: number; readonly comment: boolean } | undefined {
  const stop = lineEnd(text, start);
  let last = start;
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code === space) continue;
    if (code === hash && at > start && text.charCodeAt(at - 1) === space) return { end: last, comment: true };
    if (code === colon && (at + 1 === stop || text.charCodeAt(at + 1) === space)) return undefined;
    last = at + 1;
  }
  return { end: last, comment: false };
}

/** A quoted scalar on one line, or folded over lines that are indented by more than `indent`. */
export function quotedScalar(cursor: Cursor, indent: number): ScalarNode | undefined {
  const { text, at: start } = cursor;
  const quote = text[start]!;
  const close = quote === '"' ? closeDouble(text, start + 1) : closeSingle(text, start + 1);
  if (close === -1) return undefined;
  const inner = text.slice(start + 1, close);
  const folded = inner.includes('\n') ? fold(inner, indent) : inner;
  if (folded === undefined) return undefined;
  const value = quote === '"' ? unescaped(folded, inner) : folded.replaceAll("''", "'");
  if (value === undefined) return undefined;
  cursor.at = close + 1;
  return { kind: 'scalar', value, plain: false, start, end: close + 1 };
}

function closeDouble(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\' && at - 1 - slashes >= from) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function closeSingle(text: string, from: number): number {
  for (let at = text.indexOf("'", from); at !== -1; at = text.indexOf("'", at + 2)) {
    if (text[at + 1] !== "'") return at;
  }
  return -1;
}

/** Escapes that JSON has as well mean the same there; all others are left to the full reader. */
function unescaped(folded: string, inner: string): string | undefined {
  if (!inner.includes('\\')) return folded;
  if (inner.includes('\n') || !/^(?:[^\\\p{Cc}]|\\["\\/bfnrt]|\\u(?![dD][89a-fA-F])[\da-fA-F]{4})*$/u.test(inner))
    return undefined;
  return JSON.parse(`"${inner}"`) as string;
}

function fold(inner: string, indent: number): string | undefined {
  const lines = inner.split(/\r?\n/);
  let value = lines[0]!.trimEnd();
  let blanks = 0;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const text = line.replace(/^ +/, '');
    const last = index === lines.length - 1;
    if (text === '' && !last) {
      blanks += 1;
      continue;
    }
    if (line.length - text.length <= indent) return undefined;
    value += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + (last ? text : text.replace(/ +$/, ''));
    blanks = 0;
  }
  return value;
}

/** A literal (`|`) or folded (`>`) block, without indentation indicator and without `+`. */
export function blockScalar(cursor: Cursor, indent: number): ScalarNode | undefined {
  const { text, at: start } = cursor;
  const folded = text[start] === '>';
  const strip = text[start + 1] === '-';
  cursor.at = start + (strip ? 2 : 1);
  if (!endLine(cursor) || text[cursor.at - 1] !== '\n') return undefined;
  const lines: string[] = [];
  let column = -1;
  let end = start + 1;
  while (cursor.at < text.length) {
    const stop = lineEnd(text, cursor.at);
    const inner = indentAt(text, cursor.at);
    const blank = cursor.at + inner >= stop;
    if (!blank && inner <= indent) break;
    if (blank) {
      if (column === -1 || inner > column) return undefined;
      lines.push('');
    } else {
      if (column === -1) column = inner;
      if (inner < column || (folded && (inner > column || text.charCodeAt(stop - 1) === space))) return undefined;
      lines.push(text.slice(cursor.at + column, stop));
      end = stop;
    }
    cursor.at = nextLine(text, stop);
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0 || lines.at(-1)!.endsWith(' ')) return undefined;
  const value = folded ? foldBlock(lines) : lines.join('\n');
  return { kind: 'scalar', value: strip ? value : `${value}\n`, plain: false, start, end };
}

function foldBlock(lines: readonly string[]): string {
  let value = lines[0]!;
  let blanks = 0;
  for (const line of lines.slice(1)) {
    if (line === '') blanks += 1;
    else {
      value += (blanks === 0 ? ' ' : '\n'.repeat(blanks)) + line;
      blanks = 0;
    }
  }
  return value;
}
