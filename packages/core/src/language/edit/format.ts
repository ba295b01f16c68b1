import { openDocument } from '../document.js';
import { type Refusal, refuse } from './change.js';
import { printDocument } from './format-print.js';
import { readForFormat } from './format-read.js';
import { textProblem } from './json.js';
import { saysTheSame } from './same.js';

export type FormatResult = { readonly ok: true; readonly text: string } | Refusal;
export type FormatCheck = { readonly ok: true; readonly formatted: boolean } | Refusal;

/**
 * The text in the house format: block style, one key a line, two spaces deeper per level, known keys in the order of the
 * format's description and unknown ones after them, one blank line between sections. Lists of scalars in brackets stay on
 * their line where it ends within 100 columns; all other brackets become blocks. Scalars, comments, anchors, the line
 * ending and the byte order mark stay as they are; blank lines elsewhere stay, one at a time. Formatting a formatted text
 * changes nothing. Text that is not valid YAML, or that no case needs (directives, several documents, keys that are not
 * texts on one line), gives the reason.
 */
export function format(text: string): FormatResult {
  const document = openDocument('', text);
  const problem = textProblem(document);
  if (problem !== undefined) return refuse(problem);
  const read = readForFormat(document);
  if ('ok' in read) return read;
  const lines = printDocument(read);
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const printed = bom + lines.map((line) => line + document.eol).join('');
  if (printed === text) return { ok: true, text };
  // A formatter must never change what a text says: should there be a text that it would, it stays as it is.
  return saysTheSame(document, printed)
    ? { ok: true, text: printed }
    : refuse('formatting would change what the text says');
}

/** Whether `format` would leave the text as it is. */
export function formatCheck(text: string): FormatCheck {
  const result = format(text);
  return result.ok ? { ok: true, formatted: result.text === text } : result;
}
