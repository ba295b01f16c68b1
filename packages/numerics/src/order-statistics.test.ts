import { describe, expect, test } from 'vitest';
import { inOrder, stream } from './index.js';

const random = stream('order statistics');
const samples: readonly (readonly [string, (i: number) => number])[] = [
  ['uniform', () => random.next()],
  ['over three hundred decades', () => 10 ** (-300 * random.next())],
  ['near each other', () => 0.5 + 1e-12 * random.next()],
  ['few values', () => random.int(5) / 8],
  ['all the same', () => 0.25],
  ['all the same but one', (i) => (i === 777 ? 0.5 : 0.25)],
  ['zeros of both signs, and numbers', (i) => (i % 3 === 0 ? 0 : i % 3 === 1 ? -0 : random.next())],
  ['infinite ones', (i) => (i % 7 === 0 ? Infinity : random.next())],
];

describe.each(samples)('%s', (_, draw) => {
  test.each([1, 2, 1000, 60_000])('of %i, as sorting has it', (count) => {
    const all = Float64Array.from({ length: count + 3 }, (_, i) => draw(i));
    // A part of a buffer, which does not begin with it.
    const xs = all.subarray(3);
    const before = xs.slice();
    const sorted = xs.slice().sort();
    const places = [
      0,
      count - 1,
      Math.floor(count / 2),
      Math.floor(count / 3),
      0,
      ...[5, 6, 7].filter((at) => at < count),
    ];
    expect(inOrder(xs, { at: places, below: [] }).at.map((x) => x + 0)).toEqual(places.map((at) => sorted[at]! + 0));
    const limits = [0, sorted[Math.floor(count / 2)]!, 0.3, 0.25, 1e-200, 2, Infinity, 5e-324];
    expect(inOrder(xs, { at: [0], below: limits }).below).toEqual(
      limits.map((limit) => xs.filter((x) => x < limit).length),
    );
    expect(xs.every((x, i) => Object.is(x, before[i]))).toBe(true);
  });
});

test('every place', () => {
  const xs = Float64Array.from({ length: 50_001 }, () => random.next());
  expect(inOrder(xs, { at: [...xs.keys()], below: [] }).at).toEqual([...xs.slice().sort()]);
});
