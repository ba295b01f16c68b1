import type { YAMLError } from 'yaml';
import type { TextCode } from './codes.js';
import { type Details, quoted, report, type Source } from './source.js';

/** A line of the text around an offset, without its line end. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Longer lines are not looked at closely. */
const longestExplained = 2000;

/** Errors of YAML that are told; one slip often makes the rest of a text look wrong. */
const mostErrors = 20;

/** Says in the author's terms what the YAML library found: one finding per line, at most 20. */
export function explainYamlErrors(source: Source, errors: readonly YAMLError[], lastScalar?: number): void {
  const lines = new Set<number>();
  for (const error of errors) {
    if (error.code === 'MISSING_CHAR' && error.message.includes('quote') && lastScalar !== undefined) {
      const message = 'The closing quote of this text is missing.';
      const start = loneQuote(source.text) ?? lastScalar;
      report(source, 'yaml-syntax', { start, end: start + 1 }, message, {
        hint: 'Close the quote where the text ends.',
      });
      return;
    }
    const open =
      error.message.includes('end with a }') && source.text[error.pos[0]] !== '}'
        ? lastOpened(source, error.pos[0])
        : undefined;
    if (open !== undefined) {
      const message = 'The `}` of this map is missing.';
      report(source, 'yaml-syntax', { start: open, end: open + 1 }, message, { hint: 'Close the map where it ends.' });
      return;
    }
    const number = source.lines().position(error.pos[0]).line;
    if (lines.has(number)) continue;
    lines.add(number);
    if (lines.size > mostErrors) return;
    const line = lineAt(source, number);
    const { code, message, start, end, ...details } = tooFar(source, error, number) ?? explain(error, line);
    report(source, code, { start, end: Math.max(end, start + 1) }, message, details);
  }
}

/** A key that is indented further than its neighbours goes on the text before it: not the text is what needs a mend. */
function tooFar(source: Source, error: YAMLError, number: number): Explained | undefined {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' || source.lines().starts[number] === undefined) return undefined;
  const [line, next] = [lineAt(source, number), lineAt(source, number + 1)];
  const [, indent = '', key] =
    /^( *)[\w-]+: +[^\s"'{[|>].*$/.exec(line.text) === null ? [] : (/^( *)([\w-]+):(?: |$)/.exec(next.text) ?? []);
  if (key === undefined || indent.length <= line.text.length - line.text.trimStart().length) return undefined;
  const start = next.start + indent.length;
  const message = `\`${key}\` is indented further than the line before it, so it reads as part of that text.`;
  return {
    code: 'yaml-syntax',
    message,
    start,
    end: start + key.length,
    hint: 'Let it begin in the column of the key before it.',
  };
}

/** Where the one line stands that has a double quote too many or too few; nothing where several have, as texts over lines do. */
function loneQuote(text: string): number | undefined {
  const odd: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const quotes = [...line.matchAll(/\\.|'[^']*'|(")/g)].flatMap(({ 1: quote, index }) =>
      quote === undefined ? [] : [index],
    );
    if (quotes.length % 2 === 1) odd.push(start + quotes.at(-1)!);
    start += line.length + 1;
  }
  return odd.length === 1 ? odd[0] : undefined;
}

/** The last `{` before an offset that its line does not close. */
function lastOpened({ text }: Source, offset: number): number | undefined {
  let end = offset;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const open: number[] = [];
    for (const { 1: brace, index } of text.slice(start, end).matchAll(/"(?:\\.|[^"\\])*"|'[^']*'| #.*|([{}])/g)) {
      if (brace === '{') open.push(start + index);
      else if (brace === '}') open.pop();
    }
    if (open.length > 0) return open.at(-1);
    end = start - 1;
  }
  return undefined;
}

interface Explained extends Details {
  readonly code: TextCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

function explain(error: YAMLError, line: Line): Explained {
  const indented = line.start + (line.text.length - line.text.trimStart().length);
  const start = error.code === 'BAD_INDENT' ? Math.max(error.pos[0], indented) : error.pos[0];
  const end = Math.min(error.pos[1], line.end);
  const at = { start, end };
  const tab = /^[ ]*\t/.exec(line.text) ?? /^\s*(?:-|[^\s#:]+:)[ ]*\t/.exec(line.text);
  if (error.code === 'TAB_AS_INDENT' || (tab !== null && !/["']/.test(line.text.slice(0, tab[0].length)))) {
    const tabAt = Math.max(line.start, line.start + line.text.indexOf('\t'));
    const message = 'A tab stands where YAML allows only spaces.';
    return { code: 'tab', message, start: tabAt, end: tabAt + 1, hint: 'Indent by spaces, two for each level.' };
  }
  return explainText(error, line) ?? { code: 'yaml-syntax', message: wording(error), ...at };
}

/** Errors that come from a text without quotes, in block or in flow style. */
function explainText(error: YAMLError, line: Line): Explained | undefined {
  const value = restOf(line);
  const first = value?.text[0] ?? '';
  const inFlow = value === undefined || '{['.includes(first);
  if (inFlow && (error.code === 'BAD_SCALAR_START' || error.message.includes('Block scalar header'))) {
    const at = { start: error.pos[0], end: error.pos[0] + 1 };
    return { ...indicator(line.text[at.start - line.start] ?? first), ...at, hint: 'Put the whole text in quotes.' };
  }
  if (inFlow && error.message.includes('Block collections are not allowed within flow')) {
    const end = Math.max(error.pos[0] + 1, Math.min(error.pos[1], line.end));
    const [, before, key] = /^(\d\S*) +([A-Za-z][\w-]*): /.exec(line.text.slice(error.pos[0] - line.start)) ?? [];
    const hint =
      key === undefined
        ? 'Put the whole text in quotes.'
        : `A comma before \`${key}\`: \`${before}, ${key}: …\`; or the whole text in quotes.`;
    return { ...colon, start: error.pos[0], end, hint };
  }
  if (value === undefined) return undefined;
  const span = { start: value.start, end: value.start + value.text.length };
  const whole = quoteWhole(value);
  const block = /^[>|][-+0-9]*\s*(?:#|$)/.test(value.text);
  if ('>|@`%*&!,'.includes(first) && !block) return { ...indicator(first), ...span, ...whole };
  const goesOn = error.message.includes('at node end');
  // The brackets closed, and the text goes on: it was never meant as a list or a map.
  if (inFlow && goesOn) return { ...indicator(first), ...span, ...whole };
  if (`'"`.includes(first) && goesOn) {
    return {
      code: 'yaml-syntax',
      message: 'The text goes on behind its closing quote; quote all of it.',
      ...span,
      ...whole,
    };
  }
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' || (/: /.test(value.text) && !/^["'{[]/.test(value.text))) {
    return { ...colon, ...span, ...whole };
  }
  return undefined;
}

const colon = {
  code: 'colon-in-text',
  message: 'An unquoted text holds `: `, which YAML reads as a key; put the text in quotes.',
} as const;

function indicator(sign: string): { code: TextCode; message: string } {
  const message = `A text that starts with \`${sign}\` means something else to YAML; put it in quotes.`;
  return { code: 'leading-indicator', message };
}

function wording(error: YAMLError): string {
  switch (error.code) {
    case 'MISSING_CHAR':
      return error.message.includes('quote')
        ? 'The closing quote of a text is missing.'
        : 'A `:` and a value are missing after the key, or the line is not indented like its neighbours.';
    case 'BAD_INDENT':
      return 'The line is not indented like its neighbours; expected the same column for all keys of a map.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Expected `:` behind this key. (A text of several lines that holds `: ` must be in quotes.)';
    case 'BAD_DQ_ESCAPE':
      return 'A backslash in double quotes must start an escape that YAML knows; write `\\\\`, or use single quotes.';
    default:
      return `This is not valid YAML: ${error.message.replace(/ at line \d[\s\S]*$/, '').replace(/\.$/, '')}.`;
  }
}

function lineAt({ text, lines }: Source, number: number): Line {
  const start = lines().starts[number - 1]!;
  const next = text.indexOf('\n', start);
  let end = next === -1 ? text.length : next;
  if (text[end - 1] === '\r' && end > start) end -= 1;
  return { start, end, text: text.slice(start, end) };
}

/** What stands behind `key: ` or `- ` on a line of a block. */
function restOf(line: Line): { readonly start: number; readonly text: string } | undefined {
  if (line.text.length > longestExplained) return undefined;
  const [, before, text] =
    /^(\s*(?:- +)*(?:(?:[^\s:#'"{[][^:#]*?|"[^"]*"|'[^']*')\s*:\s+)?)(\S.*?)\s*$/.exec(line.text) ?? [];
  if (before === undefined || text === undefined || before.trim() === '') return undefined;
  return { start: line.start + before.length, text };
}

/** The sure mend where no comment follows: quotes around the rest of the line. */
function quoteWhole(value: { readonly start: number; readonly text: string }): Details {
  if (/\s#/.test(value.text)) return { hint: 'Put the whole text in quotes.' };
  const end = value.start + value.text.length;
  return { fix: { start: value.start, end, text: quoted(value.text) } };
}
