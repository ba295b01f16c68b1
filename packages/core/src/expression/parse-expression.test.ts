import { describe, expect, test } from 'vitest';
import type { Expression } from './ast.js';
import { parseExpression } from './parse-expression.js';

/** The expression with every operation in brackets. */
function shape(of: Expression): string {
  switch (of.kind) {
    case 'negate':
      return `(- ${shape(of.operand)})`;
    case 'arithmetic':
    case 'compare':
      return `(${shape(of.left)} ${of.operator} ${shape(of.right)})`;
    case 'call':
      return `${of.name}(${of.arguments.map(shape).join(', ')})`;
    case 'name':
      return of.name;
    default:
      return JSON.stringify(of.value);
  }
}

function parsed(text: string): Expression {
  const { ast, problems } = parseExpression(text);
  expect(problems, text).toEqual([]);
  return ast!;
}

describe('precedence and associativity', () => {
  test.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['8 / 4 / 2', '((8 / 4) / 2)'],
    ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
    ['-2^2', '(- (2 ^ 2))'],
    ['2^-3', '(2 ^ (- 3))'],
    ['2^-3^2', '(2 ^ (- (3 ^ 2)))'],
    ['--x', '(- (- x))'],
    ['-a * b', '((- a) * b)'],
    ['a - -b', '(a - (- b))'],
    ['1 - (1 - p_miss)^attempts', '(1 - ((1 - p_miss) ^ attempts))'],
    ['a + b >= c * d', '((a + b) >= (c * d))'],
    ['(a > b) * 2', '((a > b) * 2)'],
    ['min(a, max(b, 1), c)', 'min(a, max(b, 1), c)'],
  ])('%s', (text, expected) => {
    expect(shape(parsed(text))).toBe(expected);
  });
});

describe('tokens', () => {
  test.each([
    ['1e-3', '0.001'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1E+2', '100'],
    ['true', 'true'],
    ['"C"', '"C"'],
    ['\'it said "no"\'', '"it said \\"no\\""'],
    ['exposure.tasks', 'exposure.tasks'],
    ['system.coder-2.copies', 'system.coder-2.copies'],
    ['system.a.copies-system.b.copies', '(system.a.copies - system.b.copies)'],
    ['a-b', '(a - b)'],
    ['größe * δ', '(größe * δ)'],
    ['truely', 'truely'],
    ['\t1\n+\r\n2 ', '(1 + 2)'],
  ])('%j', (text, expected) => {
    expect(shape(parsed(text))).toBe(expected);
  });

  test('positions are those of the operation', () => {
    const ast = parsed(' (a + b) * min(c, 2)');
    expect(ast).toMatchObject({ from: 1, to: 20, left: { from: 2, to: 7 }, right: { from: 11, to: 20, name: 'min' } });
  });
});

/** Between « and » is where the problem is. */
describe('problems', () => {
  test.each([
    ['', 'an expression is expected, and there is none'],
    ['«  »', 'an expression is expected, and there is none'],
    ['1 «+»', 'a value is missing after `+`'],
    ['min(1«,»', 'a value is missing after `,`'],
    ['1 + «(»2 * 3', 'this `(` is not closed'],
    ['(1) «)»', 'this `)` closes nothing'],
    ['a «b»', 'an operator is missing before `b`'],
    ['5«x»', 'an operator is missing before `x`'],
    ['100«_000»', 'a number has no `_` between its digits'],
    ['0«,»5', 'write the decimal sign as `.`; a comma stands between arguments only'],
    ['5«%»', 'write 5 % as 0.05'],
    ['2«**»3', 'write a power as `^`'],
    ['score «=» 1', 'write equality as `==`'],
    ['a > 1 «&&» b > 2', 'there is no `and`: one comparison is all that an expression may hold'],
    ['a > 1 «or» b > 2', 'there is no `or`: one comparison is all that an expression may hold'],
    ['0 < a «<» 1', 'one comparison is all that an expression may hold'],
    ['a «≤» 1', 'write `<=`'],
    ['1 «−» p', 'write minus as `-`'],
    ['2 «×» p', 'write times as `*`'],
    ['score == «"C»', 'this text is not closed on its line'],
    ['1 + «*» 2', 'a value is expected, and `*` was found'],
    ['a «,» b', '`,` is not expected here'],
    ['a «;»', '`;` is not expected here'],
    ['«1e999»', '1e999 is larger than any number that can be held'],
    ['1 + «sqr»(2)', 'there is no function `sqr`; did you mean `sqrt`?'],
    ['«frobnicate»(2)', 'there is no function `frobnicate`'],
    ['«sqrt(1, 2)»', '`sqrt(x)` was given 2 arguments'],
    ['«max(1)»', '`max(a, b, …)` was given 1 argument'],
    ['«sqrt()»', '`sqrt(x)` was given 0 arguments'],
  ])('%j', (marked, message) => {
    const text = marked.replace(/[«»]/g, '');
    const from = Math.max(0, marked.indexOf('«'));
    const to = marked.includes('»') ? marked.indexOf('»') - 1 : text.length;
    expect(parseExpression(text)).toEqual({ ast: undefined, problems: [{ message, from, to }] });
  });

  test('every unknown function is reported', () => {
    expect(parseExpression('foo(1) + bar(2)').problems).toHaveLength(2);
  });
});

describe('bounds', () => {
  test('a long text', () => {
    expect(parseExpression(`1${'+1'.repeat(5000)}`).problems[0]?.message).toContain('longer than 10000');
  });

  test('many words', () => {
    const problem = { message: 'the expression has more than 2000 words, numbers and signs', from: 2000, to: 4001 };
    expect(parseExpression(`1${'+1'.repeat(2000)}`).problems).toEqual([problem]);
  });

  test.each([
    ['brackets', `${'('.repeat(999)}1${')'.repeat(999)}`],
    ['minus signs', `${'-'.repeat(1999)}1`],
    ['powers', `2${'^2'.repeat(999)}`],
    ['sums', `1${'+1'.repeat(999)}`],
    ['calls', `${'exp('.repeat(666)}1${')'.repeat(666)}`],
  ])('deep %s', (_, text) => {
    expect(parseExpression(text).problems).toMatchObject([{ message: 'the expression is nested deeper than 500' }]);
  });

  test('a sum of 400 parts is read', () => {
    expect(parsed(`1${'+1'.repeat(399)}`).kind).toBe('arithmetic');
  });
});

describe('random text', () => {
  /** A small generator of its own, so that the strings are the same on every run. */
  function randomTexts(count: number): string[] {
    const pieces = [
      '1',
      '.5',
      '1e',
      '1e-3',
      'p',
      'a.b',
      'min',
      'exp(',
      'log',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '^',
      '**',
    ]
      .concat([
        '<',
        '<=',
        '==',
        '=',
        '!',
        '"',
        "'",
        '"x"',
        ' ',
        '\n',
        '\u0000',
        'é',
        '×',
        '😀',
        '\ud83d',
        '.',
        '_',
        '%',
      ])
      .concat(['true', 'system.', 'system.a-b.copies', '{', '[', ']', '\\', '$', '`', '\u2028', '9'.repeat(400)]);
    let state = 12345;
    const next = (n: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 8) % n;
    };
    return Array.from({ length: count }, () =>
      Array.from({ length: next(25) }, () => pieces[next(pieces.length)]).join(''),
    );
  }

  test('5,000 strings never throw; an ast exactly where there are no problems; places lie inside', () => {
    let read = 0;
    for (const text of randomTexts(5000)) {
      const { ast, problems } = parseExpression(text);
      expect(ast === undefined, JSON.stringify(text)).toBe(problems.length > 0);
      if (ast !== undefined) read += 1;
      for (const { from, to, message } of problems) {
        expect(0 <= from && from <= to && to <= text.length, JSON.stringify(text)).toBe(true);
        expect(message).not.toBe('');
      }
    }
    expect(read).toBeGreaterThan(50);
  });
});
