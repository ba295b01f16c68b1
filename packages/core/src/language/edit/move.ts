import { isMap, type Pair, type ParsedNode } from 'yaml';
import type { TextDocument } from '../document.js';
import { insertLines, literalIsSafe, type Replace } from './block.js';
import { type Refusal, refuse } from './change.js';
import {
  type Collection,
  columnOfBlock,
  type Entry,
  endsInBlockScalar,
  entryAt,
  entryCount,
  extentEnd,
  leadStart,
} from './entry.js';
import { hasReferences } from './find.js';
import { beforeBreak, firstOnLine, lineKind, lineStart } from './text.js';

/** Whether an entry may change places: names of anchors mean what stands before them. */
export function movable(parent: Collection, index: number): boolean {
  const item = parent.items[index] as Pair<ParsedNode, ParsedNode | null> | ParsedNode;
  if (!isMap(parent)) return !hasReferences(item as ParsedNode);
  const pair = item as Pair<ParsedNode, ParsedNode | null>;
  return !hasReferences(pair.key) && !hasReferences(pair.value);
}

/** Moves the lines of an entry, with the comments directly above it, behind it and deeper below it. */
export function moveInBlock(
  document: TextDocument,
  parent: Collection,
  from: number,
  to: number,
): readonly Replace[] | Refusal {
  const { text } = document;
  const column = columnOfBlock(text, parent);
  const entry = entryAt(parent, from);
  const first = entryAt(parent, 0);
  if (!firstOnLine(text, first.start)) {
    if (from === 0) return moveFirstAway(document, parent, to, column);
    if (to === 0) return moveToFirst(document, parent, from, column);
  }
  const unit = unitOf(document, parent, from, column);
  const after = to === 0 ? undefined : entryAt(parent, to > from ? to : to - 1);
  const at = after === undefined ? topOf(text, first, column) : extentEnd(text, after, column);
  const problem = hazard(text, entry, unit.end, from > 0 ? entryAt(parent, from - 1) : undefined, at);
  if (problem !== undefined) return problem;
  return [{ start: unit.start, end: unit.end, text: '' }, insertUnit(document, at, unit.text)];
}

/** Comments on top of a text are about the text, so that nothing moves above them. */
function topOf(text: string, first: Entry, column: number): number {
  return column === 0 ? lineStart(text, first.start) : leadStart(text, first, 0);
}

/** The lines of an entry, with the comments directly above it, behind it and deeper below it. */
export function unitOf(document: TextDocument, parent: Collection, index: number, column: number): Replace {
  const { text } = document;
  const entry = entryAt(parent, index);
  const floor = index === 0 ? lineStart(text, entry.start) : extentEnd(text, entryAt(parent, index - 1), column);
  const start = index === 0 ? floor : leadStart(text, entry, floor);
  const end = extentEnd(text, entry, column);
  return { start, end, text: text.slice(start, end) };
}

function insertUnit(document: TextDocument, at: number, unit: string): Replace {
  return insertLines(document, at, [unit.slice(0, beforeBreak(unit, unit.length))]);
}

function hazard(text: string, entry: Entry, end: number, previous: Entry | undefined, at: number): Refusal | undefined {
  const blankAt = (offset: number) => offset < text.length && ['blank', 'spaces'].includes(lineKind(text, offset).kind);
  if (endsInBlockScalar(previous?.value) && blankAt(end))
    return refuse('blank lines after it would join the text above');
  if (!endsInBlockScalar(entry.value)) return undefined;
  if (blankAt(at) || !literalIsSafe(text, at, 0))
    return refuse('its text would take in the blank lines or comments of its new place');
  return text[entry.end - 1] === '\n' && text[beforeBreak(text, entry.end) - 1] === '\n'
    ? refuse('the blank lines that end its text would not move well')
    : undefined;
}

/** The first pair stands behind the dash of its item: the second one takes its place there. */
function moveFirstAway(
  document: TextDocument,
  parent: Collection,
  to: number,
  column: number,
): readonly Replace[] | Refusal {
  const { text } = document;
  const entry = entryAt(parent, 0);
  const second = entryAt(parent, 1);
  const end = extentEnd(text, entry, column);
  if (text.slice(end, second.start).trim() !== '') return refuse('comments below it would lose their place');
  const at = extentEnd(text, entryAt(parent, to), column);
  const problem = hazard(text, entry, end, undefined, at);
  if (problem !== undefined) return problem;
  const unit = ' '.repeat(column) + text.slice(entry.start, end);
  return [{ start: entry.start, end: second.start, text: '' }, insertUnit(document, at, unit)];
}

function moveToFirst(
  document: TextDocument,
  parent: Collection,
  from: number,
  column: number,
): readonly Replace[] | Refusal {
  const { text } = document;
  const entry = entryAt(parent, from);
  const first = entryAt(parent, 0);
  const end = extentEnd(text, entry, column);
  const problem = hazard(text, entry, end, entryAt(parent, from - 1), first.start);
  if (problem !== undefined) return problem;
  const unit = text.slice(entry.start, end);
  const body = unit.slice(0, beforeBreak(unit, unit.length));
  return [
    { start: first.start, end: first.start, text: body + document.eol + ' '.repeat(column) },
    { start: lineStart(text, entry.start), end, text: '' },
  ];
}

/** How many places an entry can take. */
export function lastPlace(parent: Collection): number {
  return entryCount(parent) - 1;
}
