import type { CST } from 'yaml';
import { type FormatCollection, type FormatEntry, isCollection } from './format-tree.js';
import { columnOf, firstOnLine, lineKind, lineStart } from './text.js';

/** A comment on a line of its own that waits for what it belongs to. */
export interface Waiting {
  readonly text: string;
  readonly column: number;
  readonly blankAbove: boolean;
}

/** What reading needs to know of what it has passed. */
export interface Reader {
  readonly text: string;
  waiting: Waiting[];
  /** The entry that opened or closed last: comments behind it on its line are its own. */
  last?: FormatEntry;
  /** The text may hold anchors. */
  readonly naming: boolean;
  /** Why the text cannot be formatted. */
  problem?: string;
}

export function blankAbove(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  if (start === 0) return false;
  const { kind } = lineKind(text, lineStart(text, start - 1));
  return kind === 'blank' || kind === 'spaces';
}

export function readComments(reader: Reader, token: { readonly end?: readonly CST.SourceToken[] }): void {
  for (const part of token.end ?? []) {
    if (part.type === 'comment') readComment(reader, part);
  }
}

export function readComment(reader: Reader, token: CST.SourceToken): void {
  const { text, last } = reader;
  const source = token.source.trimEnd();
  if (firstOnLine(text, token.offset) || last === undefined) {
    reader.waiting.push({
      text: source,
      column: columnOf(text, token.offset),
      blankAbove: blankAbove(text, token.offset),
    });
  } else if (last.trail !== undefined) last.lead.push(source);
  else last.trail = gapBefore(text, token.offset) + source;
}

/** One space and `#` behind a text is a slip more often than not, so that what stood behind a comma gets two. */
function gapBefore(text: string, offset: number): string {
  const line = text.slice(lineStart(text, offset), offset);
  const content = line.trimEnd();
  return ' '.repeat(Math.max(content.endsWith(',') ? 2 : 1, line.length - content.length));
}

export function takeLines(comments: readonly Waiting[]): string[] {
  return comments.flatMap((comment) => (comment.blankAbove ? ['', comment.text] : [comment.text]));
}

export function takeWaiting(reader: Reader): string[] {
  return takeLines(reader.waiting.splice(0));
}

/**
 * Gives waiting comments that stand deeper than `column` to what ended before them: to the collection whose entries stand
 * no deeper, or to the last entry where it is a scalar. The others go on waiting.
 */
export function claim(reader: Reader, column: number, previous: FormatEntry | undefined): void {
  const nested: FormatCollection[] = [];
  let last = previous;
  while (last !== undefined && isCollection(last.value) && !last.value.flow && last.value.entries.length > 0) {
    nested.push(last.value);
    last = last.value.entries.at(-1);
  }
  let level = nested.length;
  let under = last !== undefined && last.value.kind !== 'block scalar';
  while (previous !== undefined && reader.waiting.length > 0 && reader.waiting[0]!.column > column) {
    const [comment] = reader.waiting.splice(0, 1) as [Waiting];
    const lines = takeLines([comment]);
    const deepest = nested[level - 1]?.column ?? column;
    if (under && comment.column > deepest) last!.under.push(...lines);
    else if (level === 0) {
      reader.waiting.unshift(comment);
      return;
    } else {
      under = false;
      while (level > 1 && nested[level - 1]!.column > comment.column) level -= 1;
      nested[level - 1]!.foot.push(...lines);
    }
  }
}
