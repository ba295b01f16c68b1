import { isMap, isSeq, type ParsedNode } from 'yaml';
import type { TextDocument } from '../document.js';
import type { Json } from './change.js';
import {
  blockScalarBody,
  type Collection,
  columnOfBlock,
  type Entry,
  endsInBlockScalar,
  entryAt,
  entryCount,
  extentEnd,
  isFlow,
  leadStart,
  trimmedEnd,
} from './entry.js';
import { beforeBreak, firstOnLine, lineEnd, lineKind, lineStart, nextLine, skipBlankLines } from './text.js';
import { isCollection, type Printed, printItem, printPair, printValue, type Style } from './value.js';

/** A splice of the document at hand. */
export interface Replace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How values are printed in a block collection, after the example of what stands there. */
export function blockStyle(
  text: string,
  parent: Collection,
  near: ParsedNode | null | undefined,
): Omit<Style, 'owner' | 'from' | 'inline'> {
  const column = columnOfBlock(text, parent);
  const steps = { map: 2, list: 2 };
  const seen = { map: false, list: false };
  // A handful of neighbours shows the habit of the text; the last of them counts.
  const from = Math.max(0, entryCount(parent) - 12);
  for (let index = from; index < entryCount(parent); index += 1) {
    const { node } = entryAt(parent, index);
    if ((!isMap(node) && !isSeq(node)) || node.flow === true || node.items.length === 0) continue;
    const kind = isMap(node) ? 'map' : 'list';
    const step = columnOfBlock(text, node as Collection) - column;
    if (!seen[kind] || node === near) steps[kind] = Math.max(kind === 'map' || isSeq(parent) ? 1 : 0, step);
    seen[kind] = true;
  }
  return { mapStep: steps.map, listStep: steps.list, collections: habit(near), literals: true };
}

function habit(node: ParsedNode | null | undefined): 'flow' | 'block' | undefined {
  if ((!isMap(node) && !isSeq(node)) || node.items.length === 0) return undefined;
  if (node.flow === true) return 'flow';
  return isSeq(node) ? 'block' : undefined;
}

/** A new pair (with a key) or item, so that its index becomes `index`. */
export function insertInBlock(
  document: TextDocument,
  parent: Collection,
  index: number,
  key: string | undefined,
  value: Json,
): Replace[] {
  const { text } = document;
  const column = columnOfBlock(text, parent);
  const previous = index > 0 ? entryAt(parent, index - 1) : undefined;
  const next = index < entryCount(parent) ? entryAt(parent, index) : undefined;
  const place = placeFor(text, column, previous, next);
  const style = blockStyle(text, parent, (previous ?? next)?.node);
  const print = (literals: boolean) =>
    key === undefined
      ? printItem(value, column, { ...style, literals })
      : printPair(key, value, column, { ...style, literals });
  const first = print(true);
  const safe = first.literalAt === undefined || literalIsSafe(text, place.at, first.literalAt);
  const { lines: own } = safe ? first : print(false);
  const isSection = key !== undefined && next === undefined && isCollection(value) && isTop(document, parent);
  const lines = isSection && arePartedByLines(text, parent) ? ['', ...own] : own;
  if (place.inline) {
    const behind = lines.map((line, at) => (at === 0 ? line.slice(column) : line)).join(document.eol);
    return [{ start: place.at, end: place.at, text: `${behind}${document.eol}${' '.repeat(column)}` }];
  }
  return [insertLines(document, place.at, lines)];
}

/** Sections, and the elements of a gsn2x file. */
function isTop({ yaml }: TextDocument, parent: Collection): boolean {
  return isMap(parent) && yaml?.contents === parent;
}

/** Whether a blank line stands before the last entry, as a writer does who parts all of them. */
function arePartedByLines(text: string, parent: Collection): boolean {
  const [before, last] = [-2, -1].map((at) => {
    const index = entryCount(parent) + at;
    return index < 0 ? undefined : entryAt(parent, index);
  });
  if (before === undefined || last === undefined || endsInBlockScalar(last.value, 'keeps')) return false;
  const from = extentEnd(text, before, 0);
  return from < last.start && lineKind(text, skipTo(text, from, last.start)).kind === 'blank';
}

/** The last line between two offsets that is no comment. */
function skipTo(text: string, from: number, to: number): number {
  let found = from;
  for (let at = from; at < lineStart(text, to); at = nextLine(text, at)) {
    if (lineKind(text, at).kind !== 'comment') found = at;
  }
  return found;
}

/** The blank line before an entry at the top that goes away, if it would be left at the end, or beside another one. */
function startWithLine(document: TextDocument, parent: Collection, index: number, end: number): number {
  const { text } = document;
  const start = lineStart(text, entryAt(parent, index).start);
  if (index === 0 || !isTop(document, parent)) return start;
  const from = extentEnd(text, entryAt(parent, index - 1), 0);
  const isOneLine = from < start && nextLine(text, from) === start && lineKind(text, from).kind === 'blank';
  const isNeedless = index === entryCount(parent) - 1 || (end < text.length && lineKind(text, end).kind === 'blank');
  return isOneLine && isNeedless ? from : start;
}

/** Where a new entry goes: after the one before it, else above the first one and its comments. */
function placeFor(
  text: string,
  column: number,
  previous: Entry | undefined,
  next: Entry | undefined,
): { at: number; inline: boolean } {
  if (next === undefined) return { at: extentEnd(text, previous!, column), inline: false };
  if (!firstOnLine(text, next.start)) return { at: next.start, inline: true };
  // Comments on top of the text are about the text, not about its first entry.
  const floor = previous === undefined ? 0 : extentEnd(text, previous, column);
  const at = previous === undefined && column === 0 ? lineStart(text, next.start) : leadStart(text, next, floor);
  return { at, inline: false };
}

/** Whole lines at the start of a line or the end of the text, which keeps ending with or without a line break. */
export function insertLines(document: TextDocument, at: number, lines: readonly string[]): Replace {
  const { text, eol } = document;
  const body = lines.join(eol);
  const open = at === text.length && at !== lineStart(text, at);
  return { start: at, end: at, text: open ? eol + body : body + eol };
}

/** Whether a block literal may end at the start of this line, without taking what follows into itself. */
export function literalIsSafe(text: string, at: number, column: number): boolean {
  for (let line = at; line < text.length; line = nextLine(text, line)) {
    const { kind, indent } = lineKind(text, line);
    if (kind === 'spaces' || (kind === 'comment' && indent >= column)) return false;
    if (kind !== 'blank') return true;
  }
  return true;
}

/** The entry at the index goes away; `holder` is the entry whose value the collection is (none at the root). */
export function removeFromBlock(
  document: TextDocument,
  parent: Collection,
  index: number,
  holder: Entry | undefined,
): Replace[] {
  const { text } = document;
  const column = columnOfBlock(text, parent);
  const entry = entryAt(parent, index);
  const end = extentEnd(text, entry, column);
  if (entryCount(parent) === 1) return emptyBlock(document, parent, entry, end, holder);
  if (firstOnLine(text, entry.start)) {
    const previous = index > 0 ? entryAt(parent, index - 1) : undefined;
    // Blank lines that follow would become part of a block scalar that stands above, where it keeps them.
    const blank = text.slice(end, skipBlankLines(text, end));
    const last = endsInBlockScalar(previous?.value, /[^\r\n]/.test(blank) ? 'any' : 'keeps') ? end + blank.length : end;
    const start = startWithLine(document, parent, index, last);
    // A text that ends without a line break goes on doing so, but for a block scalar, whose value would change.
    const open =
      previous !== undefined && !text.endsWith('\n') && last === text.length && !endsInBlockScalar(previous.value);
    return [{ start: open ? beforeBreak(text, start) : start, end: last, text: '' }];
  }
  const next = entryAt(parent, index + 1);
  let stop = end;
  while (stop < next.start && /[ \t]/.test(text[stop] ?? '')) stop += 1;
  return [{ start: entry.start, end: stop, text: '' }];
}

function emptyBlock(
  document: TextDocument,
  parent: Collection,
  entry: Entry,
  end: number,
  holder: Entry | undefined,
): Replace[] {
  const { text, eol } = document;
  const brackets = isSeq(parent) ? '[]' : '{}';
  if (holder?.after === undefined || !firstOnLine(text, entry.start)) {
    return [{ start: entry.start, end, text: text[end - 1] === '\n' ? brackets + eol : brackets }];
  }
  return [
    { start: holder.after, end: holder.after, text: ` ${brackets}` },
    { start: lineStart(text, entry.start), end, text: '' },
  ];
}

/** Another value for an entry of a block collection. */
export function setInBlock(document: TextDocument, parent: Collection, entry: Entry, value: Json): Replace[] {
  const { text, eol } = document;
  const old = oldValue(text, entry);
  const after = entry.after ?? entry.end;
  const from = after - lineStart(text, after);
  const inline = isSeq(parent) && entry.anchor === undefined && !(old.below && isCollection(value));
  const near = isCollection(value) ? (entry.node ?? undefined) : undefined;
  const style = { ...blockStyle(text, parent, near), owner: columnOfBlock(text, parent), from, inline };
  const wanted = printValue(value, style);
  if (old.below && wanted.body.length === 0 && isFlowToken(entry.value))
    return [{ start: entry.value!.offset, end: entry.end, text: wanted.head }];
  const follow = nextLine(text, old.bodyEnd);
  const broken = wanted.head.startsWith('|') && old.below && old.bodyStart !== lineEnd(text, after);
  const unsafe = wanted.literalAt !== undefined && (broken || !literalIsSafe(text, follow, wanted.literalAt));
  const printed: Printed = unsafe ? printValue(value, { ...style, literals: false }) : wanted;
  const body = printed.body.map((line) => eol + line).join('');
  const head = { start: after, end: old.headEnd, text: printed.head === '' ? '' : ` ${printed.head}` };
  return [head, { start: old.bodyStart, end: old.bodyEnd, text: body }].filter(
    (one) => one.start < one.end || one.text !== '',
  );
}

/** A text or brackets: such a value can stand anywhere on a line. */
function isFlowToken(token: Entry['value']): boolean {
  return token !== undefined && !token.type.startsWith('block-');
}

/** The parts of a value: what stands behind its key up to `headEnd`, and the lines below from the break before them. */
interface OldValue {
  readonly headEnd: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** All of it stands below the line of the key. */
  readonly below: boolean;
}

function oldValue(text: string, entry: Entry): OldValue {
  const after = entry.after ?? entry.end;
  const end = trimmedEnd(text, entry);
  if (entry.value === undefined) {
    const stop = lineEnd(text, after);
    const headEnd = text.slice(after, stop).trim() === '' ? stop : after;
    return { headEnd, bodyStart: stop, bodyEnd: stop, below: false };
  }
  const start = entry.value.offset;
  if (lineStart(text, start) !== lineStart(text, after)) {
    const bodyStart = lineEnd(text, lineStart(text, lineStart(text, start) - 1));
    return { headEnd: after, bodyStart, bodyEnd: lineEnd(text, end), below: true };
  }
  if (entry.value.type === 'block-scalar') {
    const body = blockScalarBody(entry.value);
    const headerEnd = start + headerLength(entry.value.props[0]);
    const stop = lineEnd(text, headerEnd);
    return { headEnd: headerEnd, bodyStart: stop, bodyEnd: Math.max(stop, body > end ? stop : end), below: false };
  }
  const stop = lineEnd(text, end);
  return { headEnd: end, bodyStart: stop, bodyEnd: stop, below: false };
}

function headerLength(token: { readonly type: string; readonly source?: string } | undefined): number {
  return token?.source?.length ?? 1;
}

/** Whether new entries go into brackets, not on lines of their own. */
export function growsInFlow(parent: Collection, inFlow: boolean): boolean {
  return isFlow(parent) && (inFlow || parent.items.length > 0);
}
