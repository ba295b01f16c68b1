import { describe, expect, test } from 'vitest';
import { parseExpression } from './parse-expression.js';
import { isDoubtUnit, parseUnit, sameUnit, type Unit, unitText } from './unit.js';
import { unitOf } from './unit-of.js';

function unit(text: string): Unit {
  const found = parseUnit(text);
  if ('message' in found) throw new Error(found.message);
  return found;
}

const names: Readonly<Record<string, Unit | 'any'>> = {
  x: [],
  k: [],
  attempts: unit('attempts per window'),
  tries: unit('Attempt per window'),
  tasks: unit('tasks per window'),
  share: unit('attempts per task'),
  copies: unit('copies'),
  perCopy: unit('attempts per copy per window'),
  p: unit('probability per attempt'),
  q: unit('probability per task'),
  w: unit('probability per window'),
  v: unit('probability per window'),
  windows: unit('windows per year'),
  days: unit('days per window'),
  perCopyEvent: unit('probability per copy per window'),
  broken: 'any',
};

function found(text: string) {
  const { ast, problems } = parseExpression(text);
  expect(problems, text).toEqual([]);
  return unitOf(ast!, (name) => names[name]!);
}

describe('units that fit', () => {
  test.each([
    ['2', 'a plain number'],
    ['x * 2 + 1', 'a plain number'],
    ['attempts', 'attempts per window'],
    ['3 * attempts / x', 'attempts per window'],
    ['attempts + tries', 'attempts per window'],
    ['tasks * share', 'attempts per window'],
    ['attempts / tasks', 'attempts per tasks'],
    ['attempts / tries', 'a plain number'],
    ['copies * perCopy', 'attempts per window'],
    ['perCopy * days', 'attempts·days per copy·window^2'],
    ['1 / days', 'window per days'],
    ['-attempts', 'attempts per window'],
    ['p * attempts', 'probability per window'],
    ['1 - p', 'probability per attempt'],
    ['1 - x', 'a plain number'],
    ['1 - (1 - p)^attempts', 'probability per window'],
    ['1 - (1 - q * x)^tasks', 'probability per window'],
    ['1 - (1 - p)^(tasks * share)', 'probability per window'],
    ['1 - (1 - p)^(perCopy * copies)', 'probability per window'],
    ['1 - (1 - p)^perCopy', 'probability per copy·window'],
    ['1 - (1 - x)^k', 'a plain number'],
    ['atLeastOne(p, attempts)', 'probability per window'],
    ['atLeastOne(x, k)', 'a plain number'],
    ['atLeastOne(w, windows)', 'probability per year'],
    ['w + v', 'probability per window'],
    ['w * v', 'probability per window'],
    ['1 - (1 - w) * (1 - v)', 'probability per window'],
    ['w / v', 'a plain number'],
    ['w * x', 'probability per window'],
    ['min(p, 1)', 'probability per attempt'],
    ['max(0, p, 1e-9)', 'probability per attempt'],
    ['max(attempts, tries, 0)', 'attempts per window'],
    ['attempts - 0', 'attempts per window'],
    ['p >= 0.5', 'a plain number'],
    ['(attempts > tries) * w', 'probability per window'],
    ['exp(-x) + log(x) + sqrt(x^3)', 'a plain number'],
    ['exp(tasks / tasks)', 'a plain number'],
    ['groupAllFail(x, 3, 0.1)', 'a plain number'],
    ['2^x', 'a plain number'],
    ['successBeforeDetection(x, 0.3, q, tasks)', 'probability per window'],
    ['atLeastOf(3, copies, w)', 'probability per window'],
    ['atLeastOf(3, copies, perCopyEvent)', 'probability per window'],
    ['atLeastOf(copies / 2, copies, x)', 'a plain number'],
    ['betaBinomialAtLeastOf(k, 1000, w, 0.01)', 'probability per window'],
    ['successWithinEffort(1 / days, 2 / days)', 'a plain number'],
    ['sumOfDoubts(w, v, 0.9)', 'probability per window'],
  ])('%s is %s', (text, expected) => {
    const result = found(text);
    expect(result).not.toHaveProperty('problem');
    expect('unit' in result && result.unit !== 'any' && unitText(result.unit)).toBe(expected);
  });

  test.each(['broken', 'broken + attempts * 0', 'log(broken)', '1 - (1 - broken)^attempts', 'broken * p'])(
    '%s: what is in error already fits everywhere',
    (text) => expect(found(text)).not.toHaveProperty('problem'),
  );
});

/** Between « and » is where the problem is; brackets around an operation are no part of it. */
describe('units that do not fit', () => {
  test.each([
    ['«attempts + p»', 'the units differ: attempts per window, and probability per attempt'],
    ['x * («attempts - tasks»)', 'the units differ: attempts per window, and tasks per window'],
    ['«attempts + 10»', 'the units differ: attempts per window, and a plain number'],
    ['«p + 0.1»', 'the units differ: probability per attempt, and a plain number'],
    ['«p - 1»', 'the units differ: probability per attempt, and a plain number'],
    ['«attempts > 100»', 'the units differ: attempts per window, and a plain number'],
    ['2 * «max(attempts, p)»', 'the units differ: attempts per window, and probability per attempt'],
    ['«min(attempts, 5)»', 'the units differ: attempts per window, and a plain number'],
    ['«w > p»', 'the units differ: probability per window, and probability per attempt'],
    ['«1 - attempts»', '`1 - x` needs a probability or a plain number, and x is attempts per window'],
    ['exp(«attempts»)', '`exp` needs plain numbers, and this is attempts per window'],
    ['1 + log(«2 * p»)', '`log` needs plain numbers, and this is probability per attempt'],
    ['sqrt(«tasks * share»)', '`sqrt` needs plain numbers, and this is attempts per window'],
    ['2^«attempts»', '`^` needs plain numbers, and this is attempts per window'],
    ['(«1 - p»)^attempts', '`^` needs plain numbers, and this is probability per attempt'],
    ['1 - (1 - p)^«tasks»', 'a number of attempt (per something) is needed here, and this is tasks per window'],
    ['1 - (1 - p)^«10»', 'a number of attempt (per something) is needed here, and this is a plain number'],
    ['1 - (1 - «x»)^attempts', 'a probability per attempt is needed here, and this is a plain number'],
    ['atLeastOne(«tasks», attempts)', 'a probability per attempt is needed here, and this is tasks per window'],
    ['atLeastOne(p, «k»)', 'a number of attempt (per something) is needed here, and this is a plain number'],
    ['binomialUpper(0, «attempts», 0.05)', '`binomialUpper` needs plain numbers, and this is attempts per window'],
    [
      'successBeforeDetection(«tasks», 0.3, q, tasks)',
      '`successBeforeDetection` needs a probability here, and this is tasks per window',
    ],
    [
      'successBeforeDetection(x, x, q, «attempts»)',
      'a number of task (per something) is needed here, and this is attempts per window',
    ],
    ['«atLeastOf(attempts, copies, x)»', 'the units differ: attempts per window, and copies'],
    ['atLeastOf(3, copies, «tasks»)', '`atLeastOf` needs a probability here, and this is tasks per window'],
    [
      'betaBinomialAtLeastOf(3, copies, x, «w»)',
      '`betaBinomialAtLeastOf` needs plain numbers, and this is probability per window',
    ],
    ['«successWithinEffort(1 / days, x)»', 'the units differ: window per days, and a plain number'],
    ['1 + «"a"»', 'a number is needed, and this is a text'],
  ])('%s', (marked, message) => {
    const problem = { message, from: marked.indexOf('«'), to: marked.indexOf('»') - 1 };
    const needs = /^a (probability per \w+) is needed/.exec(message)?.[1];
    expect(found(marked.replace(/[«»]/g, ''))).toEqual({
      problem: { ...problem, ...(needs === undefined ? {} : { needs }) },
    });
  });
});

describe('units as written', () => {
  test.each([
    ['attempts per window', 'attempt PER windows'],
    ['red-team attempts per window', ' red-team  attempt per window '],
    ['probability', 'Probability'],
    ['copies per movie', 'copy per movies'],
    ['probability given success', 'probability'],
    ['probability given an attack per campaign', 'probability per campaign'],
  ])('%s = %s', (a, b) => expect(sameUnit(unit(a), unit(b))).toBe(true));

  test('those that differ', () => {
    expect(sameUnit(unit('gifts given'), unit('gifts'))).toBe(false);
    expect(sameUnit(unit('attempts per window'), unit('attempts'))).toBe(false);
    expect(sameUnit(unit('attempts per window'), unit('attempts per day'))).toBe(false);
    expect(sameUnit(unit('attempts'), unit('per-attempts'))).toBe(false);
  });

  test.each([
    ['', 'a unit is written like `attempts per window`, and this one is empty'],
    [
      'attempts/window',
      'a unit is written like `attempts per window`, and `attempts/window` was found; write `attempts per window`',
    ],
    ['per window', 'a unit is written like `attempts per window`, and `per window` was found'],
    ['attempts per', 'a unit is written like `attempts per window`, and `attempts per` was found'],
    ['5 attempts', 'a unit is written like `attempts per window`, and `5 attempts` was found'],
    ['%', 'a unit is written like `attempts per window`, and `%` was found'],
  ])('%j is no unit', (text, message) => expect(parseUnit(text)).toEqual({ message }));

  test.each([
    ['probability', true],
    ['probability per window', true],
    ['probability per windows', true],
    ['probability per attempt', false],
    ['attempts per window', false],
    ['windows', false],
  ])('%s may be a doubt: %s', (text, expected) => expect(isDoubtUnit(unit(text))).toBe(expected));
});
