import { type CST, isMap } from 'yaml';
import type { TextDocument } from '../document.js';
import type { Replace } from './block.js';
import { type Collection, type Entry, entryAt, entryCount } from './entry.js';
import { columnOf, firstOnLine, lineEnd, lineStart, nextLine } from './text.js';

/** The offsets just inside the brackets. */
function inside(parent: Collection): { readonly open: number; readonly close: number } {
  const token = parent.srcToken as CST.FlowCollection;
  return { open: token.offset + 1, close: token.end[0]!.offset };
}

/** Whether the brackets hold nothing, not even a comment. */
export function isBlank(text: string, parent: Collection): boolean {
  const { open, close } = inside(parent);
  return text.slice(open, close).trim() === '';
}

/** A new entry inside brackets, so that its index becomes `index`. */
export function insertInFlow(document: TextDocument, parent: Collection, index: number, entry: string): Replace[] {
  const { text } = document;
  if (entryCount(parent) === 0) return [insertInEmpty(text, parent, entry)];
  if (index === 0) {
    const first = entryAt(parent, 0);
    const gap = ownLine(text, first) ? document.eol + ' '.repeat(columnOf(text, first.start)) : ' ';
    return [{ start: first.start, end: first.start, text: `${entry},${gap}` }];
  }
  return insertAfter(document, parent, index - 1, entry);
}

function insertInEmpty(text: string, parent: Collection, entry: string): Replace {
  const { open, close } = inside(parent);
  if (!isBlank(text, parent)) return { start: close, end: close, text: isMap(parent) ? `${entry} ` : entry };
  // The space that a list holds stands on both sides of its item, so that what is taken out again leaves it.
  const space = isMap(parent) ? ' ' : text.slice(open, close);
  return { start: open, end: close, text: `${space}${entry}${space}` };
}

function insertAfter(document: TextDocument, parent: Collection, index: number, entry: string): Replace[] {
  const { text, eol } = document;
  const { start, end } = entryAt(parent, index);
  const comma = commaAfter(parent, index);
  const stop = lineEnd(text, end);
  const rest = text.slice(end, stop);
  if (!ownLine(text, { start }) || !/^[ \t]*,?[ \t]*(#.*)?$/.test(rest))
    return [{ start: end, end, text: `, ${entry}` }];
  const line = eol + ' '.repeat(columnOf(text, start)) + entry;
  if (comma !== undefined && comma < stop) return [{ start: stop, end: stop, text: `${line},` }];
  if (rest.trim() === '') return [{ start: end, end, text: `,${line}` }];
  return [
    { start: end, end, text: ',' },
    { start: stop, end: stop, text: line },
  ];
}

function ownLine(text: string, entry: { readonly start: number }): boolean {
  return firstOnLine(text, entry.start);
}

/** The comma behind an entry, also one behind the last. */
function commaAfter(parent: Collection, index: number): number | undefined {
  const item = (parent.srcToken as CST.FlowCollection).items[index + 1];
  return item?.start.find((token) => token.type === 'comma')?.offset;
}

/** The entry at the index goes away, with one comma. */
export function removeFromFlow(document: TextDocument, parent: Collection, index: number): Replace[] {
  const { text } = document;
  const entry = entryAt(parent, index);
  const comma = commaAfter(parent, index);
  if (comma !== undefined) return removeWithComma(text, parent, index, comma);
  const { open, close } = inside(parent);
  if (index === 0) {
    const [before, after] = [text.slice(open, entry.start), text.slice(entry.end, close)];
    if ((before + after).trim() === '')
      return [{ start: open, end: close, text: before === after && !isMap(parent) ? before : '' }];
    return [{ start: entry.start, end: commentEnd(text, entry.end), text: '' }];
  }
  const before = entryAt(parent, index - 1).end;
  const own = { start: entry.start, end: commentEnd(text, entry.end) };
  if (/^[\s,]*$/.test(text.slice(before, entry.start))) return [{ start: before, end: own.end, text: '' }];
  return [
    { start: entry.comma!, end: entry.comma! + 1, text: '' },
    { ...wholeLines(text, own), text: '' },
  ];
}

function removeWithComma(text: string, parent: Collection, index: number, comma: number): Replace[] {
  const entry = entryAt(parent, index);
  const after = commentEnd(text, comma + 1);
  const previous = index === 0 ? undefined : entryAt(parent, index - 1);
  // Behind the last item the comma is a habit of the text, which stays.
  if (
    previous !== undefined &&
    index === entryCount(parent) - 1 &&
    /^ *, *$/.test(text.slice(previous.end, entry.start))
  )
    return [{ start: previous.end, end: entry.end, text: '' }];
  if (text.slice(entry.end, comma).trim() !== '') {
    return [
      { start: entry.start, end: entry.end, text: '' },
      { start: comma, end: comma + 1, text: '' },
    ];
  }
  const own = wholeLines(text, { start: entry.start, end: after });
  if (own.start !== entry.start || after > comma + 1) return [{ ...own, text: '' }];
  let end = comma + 1;
  while (/[ \t]/.test(text[end] ?? '') && end < inside(parent).close) end += 1;
  return [{ start: entry.start, end, text: '' }];
}

/** After the comment that follows on the same line, if one does. */
function commentEnd(text: string, at: number): number {
  const stop = lineEnd(text, at);
  return /^[ \t]+#/.test(text.slice(at, stop)) ? stop : at;
}

/** The range, grown to whole lines where nothing else stands on them. */
function wholeLines(
  text: string,
  range: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  const stop = lineEnd(text, range.end);
  if (!firstOnLine(text, range.start) || text.slice(range.end, stop).trim() !== '') return range;
  return { start: lineStart(text, range.start), end: nextLine(text, range.end) };
}

/** Another value for an entry of a flow collection. */
export function setInFlow(entry: Entry, value: string): Replace {
  if (entry.wrapped) return { start: entry.start, end: entry.end, text: value };
  if (entry.value !== undefined && tokenLength(entry) > 0) {
    return { start: entry.value.offset, end: entry.end, text: value };
  }
  if (entry.after !== undefined) return { start: entry.after, end: entry.after, text: ` ${value}` };
  return { start: entry.end, end: entry.end, text: `: ${value}` };
}

function tokenLength(entry: Entry): number {
  return entry.end - entry.value!.offset;
}

/** The entries from one index to another take each other's places; commas and comments between them stay. */
export function moveInFlow(document: TextDocument, parent: Collection, from: number, to: number): Replace[] {
  const low = Math.min(from, to);
  const slots = Array.from({ length: Math.abs(from - to) + 1 }, (_, at) => entryAt(parent, low + at));
  const texts = slots.map((slot) => document.text.slice(slot.start, slot.end));
  const [moved] = texts.splice(from - low, 1);
  texts.splice(to - low, 0, moved!);
  return slots.map((slot, at) => ({ start: slot.start, end: slot.end, text: texts[at]! }));
}
