/** Lines of a text, by offset. A byte order mark is no part of the first line; CR before LF is no part of a line. */

/** Offset of the first character of the line that holds the offset. */
export function lineStart(text: string, at: number): number {
  const found = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return found === 0 && text.startsWith('\uFEFF') ? Math.min(1, text.length) : found;
}

/** Offset of the end of the line that holds the offset, before its line break. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  if (found === -1) return text.length;
  return found > at && text[found - 1] === '\r' ? found - 1 : found;
}

/** Offset after the line break that ends the line (or the end of the text). */
export function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found + 1;
}

/** Characters between the start of the line and the offset. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Whether only white space stands before the offset on its line. */
export function firstOnLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/** The offset without one line break before it. */
export function beforeBreak(text: string, at: number): number {
  if (text[at - 1] !== '\n') return at;
  return text[at - 2] === '\r' ? at - 2 : at - 1;
}

/** What the line that starts at the offset holds, apart from content. */
export type LineKind = 'blank' | 'spaces' | 'comment' | 'content';

/** The kind of the line that starts at the offset, and its indentation. */
export function lineKind(text: string, start: number): { readonly kind: LineKind; readonly indent: number } {
  const end = lineEnd(text, start);
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at += 1;
  const indent = at - start;
  if (at === end) return { kind: indent === 0 ? 'blank' : 'spaces', indent };
  return { kind: text[at] === '#' ? 'comment' : 'content', indent };
}

/** Start of the first line from `start` on that is not white space. */
export function skipBlankLines(text: string, start: number): number {
  let at = start;
  while (at < text.length && !['comment', 'content'].includes(lineKind(text, at).kind)) at = nextLine(text, at);
  return at;
}

/**
 * End of the comment lines from `start` on that stand deeper than `column`: they speak about what is above them.
 * Blank lines between them are passed over, blank lines after them are not.
 */
export function skipDeeperComments(text: string, start: number, column: number): number {
  let end = start;
  for (let at = start; at < text.length; at = nextLine(text, at)) {
    const { kind, indent } = lineKind(text, at);
    if (kind === 'content' || (kind === 'comment' && indent <= column)) break;
    if (kind === 'comment') end = nextLine(text, at);
  }
  return end;
}
