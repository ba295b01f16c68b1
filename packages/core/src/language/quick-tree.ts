import { maxDepth } from './compose.js';
import { growingMap, hasKey } from './growing-map.js';
import { flow } from './quick-flow.js';
import {
  blockScalar,
  type Cursor,
  contentLine,
  endLine,
  lineEnd,
  plainBlock,
  quotedScalar,
  space,
  startsPlain,
  wordAt,
} from './quick-scalar.js';
import { forbiddenKey, type ListNode, type MapNode, type TextNode } from './tree.js';

/**
 * The tree of a text in the part of YAML that cases are written in, several times as fast as the library's way. It
 * judges nothing: at anything unusual or wrong it gives up (no tree, and where), and the library reads the text and
 * says what is wrong. A test holds both against each other on every text that this one reads.
 */
export function quickTree(text: string): { readonly tree: TextNode | undefined; readonly at: number } {
  const odd = text.search(/\t|\r(?!\n)|(?!^)\uFEFF/);
  if (odd !== -1) return { tree: undefined, at: odd };
  const cursor: Cursor = { text, at: text.startsWith('\uFEFF') ? 1 : 0, words: new Map() };
  if (contentLine(cursor) !== 0 || isDash(text, cursor.at)) return { tree: undefined, at: cursor.at };
  const root = blockMap(cursor, 0, 1);
  return { tree: root !== undefined && contentLine(cursor) === -1 ? root : undefined, at: cursor.at };
}

/** The cursor stands at the first key, `indent` columns into its line. It is left on a line that is less indented. */
function blockMap(cursor: Cursor, indent: number, depth: number): MapNode | undefined {
  if (depth > maxDepth) return undefined;
  const { text } = cursor;
  const start = cursor.at;
  const map = growingMap();
  const { entries } = map;
  // Taken from each value in turn: V8 is to see all kinds of them before it optimises what follows the loop.
  let end = start;
  for (;;) {
    const keyStart = cursor.at;
    const key = blockKey(cursor);
    if (key === undefined || hasKey(map, key)) return undefined;
    const keyEnd = cursor.at;
    while (text.charCodeAt(cursor.at) === space) cursor.at += 1;
    // The key's reader made sure of the colon and of what follows it.
    cursor.at += 1;
    while (text.charCodeAt(cursor.at) === space) cursor.at += 1;
    const value = mapValue(cursor, indent, depth, keyStart, keyEnd);
    if (value === undefined) return undefined;
    entries.push({ key, keyStart, keyEnd, value });
    end = value.end;
    const column = contentLine(cursor);
    if (column > indent) return undefined;
    if (column < indent) break;
    cursor.at += column;
  }
  return { kind: 'map', flow: false, entries, start, end };
}

function mapValue(
  cursor: Cursor,
  indent: number,
  depth: number,
  keyStart: number,
  keyEnd: number,
): TextNode | undefined {
  const line = cursor.at;
  if (!endLine(cursor)) return inlineValue(cursor, indent, depth);
  const column = contentLine(cursor);
  const at = cursor.at + column;
  const { text } = cursor;
  if (column > indent) return blockAt(cursor, column, depth + 1);
  if (column === indent && column >= 0 && isDash(text, at)) {
    cursor.at = at;
    return blockList(cursor, column, depth + 1);
  }
  // No value: its key stands for it.
  return line < 0 ? undefined : { kind: 'scalar', value: null, plain: true, start: keyStart, end: keyEnd };
}

/** What starts on the line of its key or dash. */
function inlineValue(cursor: Cursor, indent: number, depth: number): TextNode | undefined {
  switch (cursor.text[cursor.at]) {
    case '"':
    case "'": {
      const scalar = quotedScalar(cursor, indent);
      return scalar !== undefined && endLine(cursor) ? scalar : undefined;
    }
    case '[':
    case '{': {
      const node = flow(cursor, indent, depth + 1);
      return node !== undefined && endLine(cursor) ? node : undefined;
    }
    case '|':
    case '>':
      return blockScalar(cursor, indent);
    default:
      return plainBlock(cursor, indent);
  }
}

/** A map or list whose first line the cursor stands at the start of. */
function blockAt(cursor: Cursor, column: number, depth: number): TextNode | undefined {
  cursor.at += column;
  if (isDash(cursor.text, cursor.at)) return blockList(cursor, column, depth);
  return isKey(cursor) ? blockMap(cursor, column, depth) : undefined;
}

function blockList(cursor: Cursor, indent: number, depth: number): ListNode | undefined {
  if (depth > maxDepth) return undefined;
  const { text } = cursor;
  const start = cursor.at;
  const items: TextNode[] = [];
  let end = start;
  for (;;) {
    const lineStart = cursor.at - indent;
    cursor.at += 1;
    while (text.charCodeAt(cursor.at) === space) cursor.at += 1;
    const item = listItem(cursor, indent, cursor.at - lineStart, depth);
    if (item === undefined) return undefined;
    items.push(item);
    end = item.end;
    const column = contentLine(cursor);
    if (column > indent) return undefined;
    if (column < indent || !isDash(text, cursor.at + column)) break;
    cursor.at += column;
  }
  return { kind: 'list', flow: false, items, start, end };
}

function listItem(cursor: Cursor, indent: number, column: number, depth: number): TextNode | undefined {
  const { text } = cursor;
  const before = cursor.at;
  if (endLine(cursor)) {
    const below = contentLine(cursor);
    return below > indent ? blockAt(cursor, below, depth + 1) : undefined;
  }
  cursor.at = before;
  if (isDash(text, cursor.at)) return blockList(cursor, column, depth + 1);
  return isKey(cursor) ? blockMap(cursor, column, depth + 1) : inlineValue(cursor, indent, depth);
}

function isDash(text: string, at: number): boolean {
  if (text[at] !== '-') return false;
  const next = text[at + 1];
  return next === ' ' || next === '\n' || next === '\r' || next === undefined;
}

/** Whether a key starts here; the cursor stays. */
function isKey(cursor: Cursor): boolean {
  const { at } = cursor;
  const key = blockKey(cursor);
  cursor.at = at;
  return key !== undefined;
}

/** YAML's limit on keys that are not marked by `?`. */
const longestKey = 1024;

/** A key, up to the spaces before its colon; undefined where the line does not plainly start with one. */
function blockKey(cursor: Cursor): string | undefined {
  const { text, at: start } = cursor;
  const stop = Math.min(lineEnd(text, start), start + longestKey);
  const sign = text[start];
  let key: string;
  let at: number;
  if (sign === '"' || sign === "'") {
    const scalar = quotedScalar(cursor, 0);
    if (scalar === undefined || scalar.end > stop) return undefined;
    key = String(scalar.value);
    at = scalar.end;
    while (text.charCodeAt(at) === space) at += 1;
    if (text[at] !== ':') return undefined;
    cursor.at = scalar.end;
  } else {
    if (!startsPlain(text, start)) return undefined;
    let last = start;
    for (at = start; at < stop; at += 1) {
      const code = text.charCodeAt(at);
      if (code === space) continue;
      if (code === 58 && (at + 1 >= lineEnd(text, at) || text.charCodeAt(at + 1) === space)) break;
      if (code === 35 && text.charCodeAt(at - 1) === space) return undefined;
      last = at + 1;
    }
    if (at >= stop) return undefined;
    key = wordAt(cursor, start, last);
    cursor.at = last;
  }
  const next = text[at + 1];
  const ended = next === ' ' || next === '\n' || next === '\r' || next === undefined;
  return ended && key !== forbiddenKey && key !== '<<' && key !== '' ? key : undefined;
}
