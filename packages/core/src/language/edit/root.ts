import { isScalar } from 'yaml';
import type { TextDocument } from '../document.js';
import { insertLines, type Replace } from './block.js';
import { type Json, type Refusal, refuse } from './change.js';
import { tokenEnd } from './entry.js';
import { printScalar } from './scalar.js';
import { beforeBreak, columnOf, firstOnLine } from './text.js';
import { isCollection, printFlow, printValue } from './value.js';

/** Another value for the whole text. Comments above and below the old value stay. */
export function setRoot(document: TextDocument, value: Json): readonly Replace[] | Refusal {
  const { text, eol } = document;
  const node = document.yaml?.contents ?? null;
  if (node === null || (isScalar(node) && node.value === null && node.range[0] === node.range[1])) {
    if (/^(\.\.\.|---)/m.test(text.replace(/^\uFEFF?(?:[^\S\r\n]|#.*|\r?\n)*---/, '')))
      return refuse('the text has several parts');
    return [insertLines(document, text.length, linesOf(value, 0))];
  }
  const token = node.srcToken;
  if (token === undefined || node.anchor !== undefined || node.tag !== undefined)
    return refuse('the text starts with an anchor or a tag');
  const start = token.offset;
  const end = beforeBreak(text, tokenEnd(token));
  // The parser takes a dash right behind a byte order mark for something else.
  if (Array.isArray(value) && text.startsWith('\uFEFF')) return [{ start, end, text: printFlow(value) }];
  const alone = firstOnLine(text, start);
  const lines = linesOf(value, alone ? columnOf(text, start) : 0);
  const [first = '', ...rest] = lines;
  const opening = alone ? first.trimStart() : lines.length > 1 || isCollection(value) ? eol + first : first;
  return [{ start, end, text: [opening, ...rest].join(eol) }];
}

function linesOf(value: Json, column: number): readonly string[] {
  const indent = ' '.repeat(column);
  if (!isCollection(value)) return [indent + printScalar(value, 'block')];
  if (Object.keys(value).length === 0) return [indent + printFlow(value)];
  const style = { owner: column - 2, from: column, mapStep: 2, listStep: 2, inline: false, literals: false } as const;
  return printValue(value, { ...style, collections: 'block' }).body;
}
