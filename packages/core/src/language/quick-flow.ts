import { maxDepth } from './compose.js';
import { growingMap, hasKey } from './growing-map.js';
import { type Cursor, indentAt, quotedScalar, space, startsPlain, wordAt } from './quick-scalar.js';
import { plainValue } from './scalar.js';
import { forbiddenKey, type ListNode, type MapNode, type ScalarNode, type TextNode } from './tree.js';

const colon = 58;

/** Whether it is one of `,[]{}`. */
function isEnd(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** `[ … ]` or `{ … }` from the cursor on; lines must be indented by more than `indent`. */
export function flow(cursor: Cursor, indent: number, depth: number): MapNode | ListNode | undefined {
  if (depth > maxDepth) return undefined;
  return cursor.text[cursor.at] === '[' ? flowList(cursor, indent, depth) : flowMap(cursor, indent, depth);
}

function flowList(cursor: Cursor, indent: number, depth: number): ListNode | undefined {
  const { text, at: start } = cursor;
  cursor.at += 1;
  const items: TextNode[] = [];
  for (;;) {
    if (!skip(cursor, indent)) return undefined;
    if (text[cursor.at] === ']') break;
    const item = flowValue(cursor, indent, depth);
    if (item === undefined || !skip(cursor, indent)) return undefined;
    items.push(item);
    if (text[cursor.at] === ',') cursor.at += 1;
    else if (text[cursor.at] !== ']') return undefined;
  }
  cursor.at += 1;
  return { kind: 'list', flow: true, items, start, end: cursor.at };
}

function flowMap(cursor: Cursor, indent: number, depth: number): MapNode | undefined {
  const { text, at: start } = cursor;
  cursor.at += 1;
  const map = growingMap();
  const { entries } = map;
  for (;;) {
    if (!skip(cursor, indent)) return undefined;
    if (text[cursor.at] === '}') break;
    const keyStart = cursor.at;
    const key = flowKey(cursor, indent);
    if (key === undefined || hasKey(map, key)) return undefined;
    const keyEnd = cursor.at;
    while (text.charCodeAt(cursor.at) === space) cursor.at += 1;
    if (text[cursor.at] !== ':' || text[cursor.at + 1] !== ' ') return undefined;
    cursor.at += 1;
    if (!skip(cursor, indent)) return undefined;
    const value = flowValue(cursor, indent, depth);
    if (value === undefined || !skip(cursor, indent)) return undefined;
    entries.push({ key, keyStart, keyEnd, value });
    if (text[cursor.at] === ',') cursor.at += 1;
    else if (text[cursor.at] !== '}') return undefined;
  }
  cursor.at += 1;
  return { kind: 'map', flow: true, entries, start, end: cursor.at };
}

function flowKey(cursor: Cursor, indent: number): string | undefined {
  const sign = cursor.text[cursor.at];
  const scalar = sign === '"' || sign === "'" ? quotedScalar(cursor, indent) : flowPlain(cursor);
  if (scalar === undefined) return undefined;
  const key = scalar.plain ? wordAt(cursor, scalar.start, scalar.end) : String(scalar.value);
  return key === forbiddenKey || key === '<<' || cursor.text.slice(scalar.start, scalar.end).includes('\n')
    ? undefined
    : key;
}

function flowValue(cursor: Cursor, indent: number, depth: number): TextNode | undefined {
  const sign = cursor.text[cursor.at];
  if (sign === '[' || sign === '{') return flow(cursor, indent, depth + 1);
  const scalar = sign === '"' || sign === "'" ? quotedScalar(cursor, indent) : flowPlain(cursor);
  return scalar === undefined || isBeforeColon(cursor) ? undefined : scalar;
}

/** A `:` behind a value, or behind one space, would make a pair of it. */
function isBeforeColon({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === colon || (text.charCodeAt(at + 1) === colon && /\s/.test(text[at]!));
}

/** A plain scalar on one line, up to a sign of the flow or `: `. */
function flowPlain(cursor: Cursor): ScalarNode | undefined {
  const { text, at: start } = cursor;
  if (!startsPlain(text, start)) return undefined;
  let last = start;
  // Up to the sign that ends it: looking for the end of the line first would make long lines quadratic.
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === space) continue;
    if (isEnd(code)) break;
    // A plain scalar that runs to the end of its line may go on in the next one.
    if (!(code > space)) return undefined;
    if (code === colon) {
      const next = text.charCodeAt(at + 1);
      if (!(next >= space) || isEnd(next)) return undefined;
      if (next === space) break;
    }
    if (code === 35 && text.charCodeAt(at - 1) === space) return undefined;
    last = at + 1;
  }
  if (last === start) return undefined;
  cursor.at = last;
  return { kind: 'scalar', value: plainValue(wordAt(cursor, start, last)), plain: true, start, end: last };
}

/** Spaces and line ends; false where a line is not indented by more than `indent`, or there is a comment. */
function skip(cursor: Cursor, indent: number): boolean {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code === space || code === 13) cursor.at += 1;
    else if (code === 10) {
      cursor.at += 1;
      const column = indentAt(text, cursor.at);
      const next = text.charCodeAt(cursor.at + column);
      if (column <= indent && next !== 10 && next !== 13) return false;
      cursor.at += column;
    } else return cursor.at < text.length && code !== 35;
  }
}
