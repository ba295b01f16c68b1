import { describe, expect, test } from 'vitest';
import type { Expression } from './ast.js';
import { type Column, compileVector, isColumnProblem } from './compile-vector.js';
import { evaluate, isProblem, type Value } from './evaluate.js';
import { expressionFunctions } from './functions.js';
import { namesIn } from './names-in.js';
import { parseExpression } from './parse-expression.js';

function parsed(text: string): Expression {
  const { ast, problems } = parseExpression(text);
  expect(problems, text).toEqual([]);
  return ast!;
}

function value(text: string, names: Record<string, Value> = {}) {
  return evaluate(parsed(text), (name) => (Object.hasOwn(names, name) ? names[name] : undefined));
}

describe('values', () => {
  test.each<[string, Value]>([
    ['-2^2', -4],
    ['2^3^2', 512],
    ['2^-1', 0.5],
    ['7 - 2 - 1', 4],
    ['1e-3 * 1000', 1],
    ['score >= 1', true],
    ['grade == "C"', true],
    ['grade != "C"', false],
    ['grade == 1', false],
    ['passed == true', true],
    ['passed + 1', 2],
    ['1 == passed', true],
    ['(score > 1) * 5', 0],
    ['min(score, 0.5)', 0.5],
  ])('%s = %j', (text, expected) => {
    expect(value(text, { score: 1, grade: 'C', passed: true })).toBe(expected);
  });

  test.each([
    ['1 + «missing»', '`missing` has no value here'],
    ['«grade» >= 1', '`>=` compares numbers, and this is a text'],
    ['1 < «"a"»', '`<` compares numbers, and this is a text'],
    ['1 + «grade»', 'a number is needed, and this is a text'],
    ['2 * («1 / (score - 1)»)', '`1 / 0` has no value'],
    ['1 + «log(0 - score)»', '`log(-1)` has no value; it needs x > 0'],
    ['«sqrt(-2)»', '`sqrt(-2)` has no value; it needs x ≥ 0'],
    ['«(-8)^(1/3)»', '`(-8) ^ 0.3333` has no value'],
    ['«exp(1000)» - 1', '`exp(1000)` has no value: the result is too large'],
    [
      '«1 - (1 - 1.5)^2.5»',
      '`1 - (1 - 1.5)^2.5` has no value; the probability must lie in [0, 1] (`min(p, 1)` keeps it there)',
    ],
    ['atLeastOne(«1.5», 2)', '`p` of `atLeastOne(p, n)` is a number in [0, 1], and this is 1.5'],
    ['1 + atLeastOf(2, «-2.5», 0.1)', '`n` of `atLeastOf(k, n, p)` is a number in [0, 100000000], and this is -2.5'],
    [
      'betaBinomialAtLeastOf(3, «1e8», 0.001, 0.1)',
      '`n` of `betaBinomialAtLeastOf(k, n, p, rho)` is a number in [0, 100000], and this is 100000000',
    ],
    [
      '«successBeforeDetection(0.7, 0.7, 0.1, 9)»',
      '`successBeforeDetection(0.7, 0.7, 0.1, 9)` has no value; it needs succeeds + detected at most 1',
    ],
    ['«broken» + 1', '`broken` is NaN, which is not a number to compute with'],
  ])('%s', (marked, message) => {
    const text = marked.replace(/[«»]/g, '');
    const found = value(text, { score: 1, grade: 'C', broken: Number.NaN });
    expect(found).toEqual({ message, from: marked.indexOf('«'), to: marked.indexOf('»') - 1 });
  });

  test('at least one in n keeps its digits where 1 - p is 1', () => {
    expect(value('1 - (1 - p)^n', { p: 1e-18, n: 1e5 })).toBeCloseTo(1e-13, 25);
    expect(value('1 - (1 - p)^n', { p: 1e-5, n: 1e5 })).toBeCloseTo(0.632122398, 9);
    expect(value('1 - (1 - p)^n', { p: 1, n: 3 })).toBe(1);
    expect(value('1 - (1 - p)^n', { p: 3, n: 2 })).toBe(-3);
    expect(value('1 - (1 - p)^n', { p: 0.5, n: 0 })).toBe(0);
  });
});

describe('functions', () => {
  test.each(
    expressionFunctions.flatMap(({ name, examples }) =>
      examples.map((each) => [name, each.expression, each.value] as const),
    ),
  )('%s: %s', (name, expression, expected) => {
    const found = value(expression);
    expect(namesIn(parsed(expression))).toEqual([]);
    expect(expression.startsWith(`${name}(`)).toBe(true);
    expect(Math.abs((found as number) / expected - 1)).toBeLessThan(1e-8);
  });

  test('each is described', () => {
    for (const { name, signature, text, examples } of expressionFunctions) {
      expect(signature.startsWith(`${name}(`)).toBe(true);
      expect(text).toMatch(/\.$/);
      expect(examples.length).toBeGreaterThan(0);
    }
  });
});

describe('columns', () => {
  const trials = 64;
  const columns: Record<string, Column> = {
    p: Float64Array.from({ length: trials }, (_, i) => (i + 0.5) / trials),
    n: Float64Array.from({ length: trials }, (_, i) => 1 + ((i * 37) % 101)),
    tiny: Float64Array.from({ length: trials }, (_, i) => (i + 1) * 1e-17),
    c: 2.5,
  };
  const column = (name: string) => columns[name];

  test.each([
    ['p + n * c'],
    ['1 - (1 - p)^n'],
    ['1 - (1 - tiny)^n'],
    ['1 - (1 - tiny)^c'],
    ['atLeastOne(p, n)'],
    ['min(p, c, n / 50) - max(p, 0.3)'],
    ['exp(-p) / sqrt(n) + log(n)^2'],
    ['-p^2 * (p > 0.5) + true'],
    ['p == 0.5078125'],
    ['groupAllFail(p, c, 0.1)'],
    ['2^3 - c'],
  ])('%s is what the scalars are, to the bit', (text) => {
    const ast = parsed(text);
    const found = compileVector(ast)(column) as Column;
    for (let i = 0; i < trials; i++) {
      const scalar = evaluate(ast, (name) => {
        const of = columns[name];
        return typeof of === 'number' ? of : of?.[i];
      });
      if (isProblem(scalar)) throw new Error(scalar.message);
      expect(typeof found === 'number' ? found : found[i]).toBe(Number(scalar));
    }
  });

  test('scalars stay scalars', () => {
    expect(compileVector(parsed('c * 2 > 4'))(column)).toBe(1);
  });

  test('names are not copied', () => {
    expect(compileVector(parsed('p'))(column)).toBe(columns.p);
  });

  test.each([
    [
      '1 + log(0.5 - p)',
      { message: '`log(-0.007813)` has no value; it needs x > 0', from: 4, to: 16, trial: 32, count: 32 },
    ],
    ['1 / (p - p)', { message: '`1 / 0` has no value', from: 0, to: 11, trial: 0, count: 64 }],
    ['1 / (1 + exp(n * 100))', { from: 9, to: 21, trial: 1 }],
    ['log(-c)', { message: '`log(-2.5)` has no value; it needs x > 0', from: 0, to: 7 }],
    ['p + q', { message: '`q` has no value here', from: 4, to: 5 }],
    ['p + "a"', { message: 'a number is needed, and this is a text', from: 4, to: 7 }],
  ])('%s has no value', (text, expected) => {
    expect(compileVector(parsed(text))(column)).toMatchObject(expected);
  });
});

test('2,000 random expressions: columns and scalars agree to the bit, also about what has no value', () => {
  let state = 99;
  const next = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
  const pick = (from: readonly string[]) => from[next(from.length)]!;
  function random(depth: number): string {
    const part = () => random(depth - 1);
    if (depth === 0 || next(6) === 0) return pick(['p', 'n', 'c', '0', '1', '2', '0.5', '1e-9', 'true']);
    switch (next(7)) {
      case 0:
        return `(-${part()})`;
      case 1:
        return `${pick(['exp', 'log', 'sqrt'])}(${part()})`;
      case 2:
        return `${pick(['min', 'max'])}(${part()}, ${part()}, ${part()})`;
      case 3:
        return `(${part()} ${pick(['<', '>=', '==', '!='])} ${part()})`;
      case 4:
        return `(1 - (1 - ${part()})^${part()})`;
      default:
        return `(${part()} ${pick(['+', '-', '*', '/', '^'])} ${part()})`;
    }
  }
  const columns: Record<string, Column> = {
    p: Float64Array.of(0.1, 0.9, 1e-12),
    n: Float64Array.of(3, 0, 100),
    c: 1.5,
  };
  let problems = 0;
  for (let i = 0; i < 2000; i++) {
    const text = random(1 + next(4));
    const ast = parsed(text);
    const found = compileVector(ast)((name) => columns[name]);
    const scalar = (trial: number) =>
      evaluate(ast, (name) => (typeof columns[name] === 'number' ? columns[name] : columns[name]![trial]));
    if (isColumnProblem(found)) {
      problems += 1;
      const { message, from, to, trial } = found;
      expect(scalar(trial ?? 0), text).toEqual({ message, from, to });
      for (let before = 0; before < (trial ?? 0); before++)
        expect(scalar(before), text).not.toMatchObject({ from, to });
    } else {
      for (let trial = 0; trial < 3; trial++) {
        expect(Number(scalar(trial)), text).toBe(typeof found === 'number' ? found : found[trial]);
      }
    }
  }
  expect(problems).toBeGreaterThan(100);
  expect(problems).toBeLessThan(1000);
});

test('namesIn lists every occurrence with its place', () => {
  expect(namesIn(parsed('a * f.g + min(a, -b)')).map(({ name, from }) => [name, from])).toEqual([
    ['a', 0],
    ['f.g', 4],
    ['a', 14],
    ['b', 18],
  ]);
});
