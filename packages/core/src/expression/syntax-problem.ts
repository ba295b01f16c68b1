import type { ExpressionProblem } from './ast.js';
import type { Token } from './tokens-of.js';

/** Signs of other languages, and what this one has in their place. */
const foreignSigns: Readonly<Record<string, string>> = {
  '**': 'write a power as `^`',
  '=': 'write equality as `==`',
  '===': 'write equality as `==`',
  '<>': 'write inequality as `!=`',
  '%': 'write 5 % as 0.05',
  '&&': 'there is no `and`: one comparison is all that an expression may hold',
  '||': 'there is no `or`: one comparison is all that an expression may hold',
  and: 'there is no `and`: one comparison is all that an expression may hold',
  or: 'there is no `or`: one comparison is all that an expression may hold',
  not: 'there is no `not`: turn the comparison round',
  '!': 'there is no `not`: turn the comparison round',
  '−': 'write minus as `-`',
  '–': 'write minus as `-`',
  '×': 'write times as `*`',
  '·': 'write times as `*`',
  '÷': 'write division as `/`',
  '≤': 'write `<=`',
  '≥': 'write `>=`',
  '≠': 'write `!=`',
};

/** What keeps the text from being an expression, where the first piece that cannot go on stands at `start`. */
export function syntaxProblem(text: string, tokens: readonly Token[], start: number): ExpressionProblem {
  if (tokens.length === 0) return { message: 'an expression is expected, and there is none', from: 0, to: text.length };
  const index = tokens.findIndex((each) => each.to > start);
  return index < 0 ? endProblem(tokens) : unexpectedToken(text, tokens, index);
}

function endProblem(tokens: readonly Token[]): ExpressionProblem {
  const last = tokens.at(-1)!;
  if (isValueEnd(last)) {
    const open = unclosed(tokens) ?? last;
    return { message: 'this `(` is not closed', from: open.from, to: open.to };
  }
  return { message: `a value is missing after \`${last.text}\``, from: last.from, to: last.to };
}

function unexpectedToken(text: string, tokens: readonly Token[], index: number): ExpressionProblem {
  const found = tokens[index]!;
  const before = tokens[index - 1];
  const place = { from: found.from, to: found.to };
  if (found.text.startsWith('"') || found.text.startsWith("'")) {
    const closed = found.text.length > 1 && found.text.at(-1) === found.text[0];
    if (!closed || found.text.includes('\n')) return { message: 'this text is not closed on its line', ...place };
  }
  if (Object.hasOwn(foreignSigns, found.text)) return { message: foreignSigns[found.text]!, ...place };
  if (before !== undefined && before.to === found.from && /\d$/.test(before.text)) {
    if (/^_\d/.test(found.text)) return { message: 'a number has no `_` between its digits', ...place };
    if (found.text === ',' && /\d/.test(text[found.to] ?? '')) {
      return { message: 'write the decimal sign as `.`; a comma stands between arguments only', ...place };
    }
  }
  if (found.text === ')' && unclosed(tokens.slice(0, index)) === undefined) {
    return { message: 'this `)` closes nothing', ...place };
  }
  if (isCompare(found) && tokens.slice(0, index).some(isCompare)) {
    return { message: 'one comparison is all that an expression may hold', ...place };
  }
  if (before !== undefined && isValueEnd(before)) {
    const starts = /^[\p{L}\d_."'(]/u.test(found.text);
    const message = starts
      ? `an operator is missing before \`${found.text}\``
      : `\`${found.text}\` is not expected here`;
    return { message, ...place };
  }
  return { message: `a value is expected, and \`${found.text}\` was found`, ...place };
}

function unclosed(tokens: readonly Token[]): Token | undefined {
  const open: Token[] = [];
  for (const each of tokens) {
    if (each.text === '(') open.push(each);
    if (each.text === ')') open.pop();
  }
  return open.at(-1);
}

function isCompare(of: Token): boolean {
  return ['<', '>', '<=', '>=', '==', '!='].includes(of.text);
}

function isValueEnd(of: Token): boolean {
  return /[\p{L}\d_."')]$/u.test(of.text);
}
