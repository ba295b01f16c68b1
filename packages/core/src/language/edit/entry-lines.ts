import { isMap } from 'yaml';
import type { Path, Splice } from '../../case/index.js';
import { locate, type TextDocument } from '../document.js';
import { type Collection, columnOfBlock, endsInBlockScalar, entryAt, entryCount, extentEnd, isFlow } from './entry.js';
import { movable, unitOf } from './move.js';
import { beforeBreak, firstOnLine, lineStart, skipBlankLines } from './text.js';

/** Entries of a block map as whole lines, which could stand in another block map at the same column. */
export interface EntryLines {
  /** With the comments directly above each, and a line break at the end. */
  readonly text: string;
  /** What takes them out of their map. */
  readonly splices: readonly Splice[];
}

/**
 * The lines of some entries of the map at a path, in the order of the text. Undefined where they cannot be taken out as
 * lines: in brackets, where anchors or aliases tie one to its place, or where blank lines that are left would join a text
 * above them. Where none stays, the map is `{}`.
 */
export function entryLines(document: TextDocument, path: Path, keys: ReadonlySet<string>): EntryLines | undefined {
  const found = entriesAt(document, path, keys);
  if (found === undefined) return undefined;
  const { map, going } = found;
  const { text, eol } = document;
  const column = columnOfBlock(text, map);
  const units = going.map((index) => unitOf(document, map, index, column));
  const splices = withoutLines(document, path, found, units);
  if (splices === undefined) return undefined;
  return { text: units.map((unit) => (unit.text.endsWith('\n') ? unit.text : unit.text + eol)).join(''), splices };
}

/**
 * Takes some entries out of the map at a path, each as `edit` removes it, and all at once: one after the other takes long
 * where they are many. Undefined as in `entryLines`.
 */
export function removeEntries(
  document: TextDocument,
  path: Path,
  keys: ReadonlySet<string>,
): readonly Splice[] | undefined {
  const found = entriesAt(document, path, keys);
  if (found === undefined) return undefined;
  const { text } = document;
  const column = columnOfBlock(text, found.map);
  const units = found.going.map((index) => {
    const entry = entryAt(found.map, index);
    return { start: lineStart(text, entry.start), end: extentEnd(text, entry, column) };
  });
  return withoutLines(document, path, found, units);
}

interface Entries {
  readonly map: Collection;
  /** Indices in rising order. */
  readonly going: readonly number[];
}

function entriesAt(document: TextDocument, path: Path, keys: ReadonlySet<string>): Entries | undefined {
  const node = locate(document, path)?.node;
  if (!isMap(node) || isFlow(node as Collection)) return undefined;
  const map = node as Collection;
  const going = [...keys].map((key) => locate(document, [...path, key])?.index ?? -1).toSorted((a, b) => a - b);
  if (going.length === 0 || going[0] === -1) return undefined;
  const plain = going.every((index) => {
    const entry = entryAt(map, index);
    return !entry.explicit && firstOnLine(document.text, entry.start) && movable(map, index);
  });
  return plain ? { map, going } : undefined;
}

function withoutLines(
  document: TextDocument,
  path: Path,
  { map, going }: Entries,
  units: readonly { readonly start: number; readonly end: number }[],
): readonly Splice[] | undefined {
  const { text, file } = document;
  const isGoing = new Set(going);
  const splices: Splice[] = [];
  let above = going[0]! - 1;
  for (const [at, index] of going.entries()) {
    const { start, end } = units[at]!;
    if (index > 0 && !isGoing.has(index - 1)) above = index - 1;
    const stays = above < 0 ? undefined : entryAt(map, above).value;
    const blank = text.slice(end, skipBlankLines(text, end));
    if (blank !== '' && endsInBlockScalar(stays, /[^\r\n]/.test(blank) ? 'any' : 'keeps')) return undefined;
    if (end === text.length && endsInBlockScalar(stays)) return undefined;
    const last = splices.at(-1);
    if (last?.end === start) splices[splices.length - 1] = { ...last, end };
    else splices.push({ file, start, end, text: '' });
  }
  // A text that ends without a line break goes on doing so.
  const last = splices.at(-1)!;
  if (last.end === text.length && !text.endsWith('\n') && above >= 0)
    splices[splices.length - 1] = { ...last, start: beforeBreak(text, last.start) };
  if (going.length < entryCount(map)) return splices;
  const { parent, index = 0 } = locate(document, path) ?? {};
  const holder = isMap(parent) ? entryAt(parent as Collection, index).after : undefined;
  return holder === undefined ? undefined : [{ file, start: holder, end: holder, text: ' {}' }, ...splices];
}
