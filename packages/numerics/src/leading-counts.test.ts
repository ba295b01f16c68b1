import { expect, test } from 'vitest';
import { joinedCounts, leadingBits, leadingCounter } from './leading-counts.js';
import { stream } from './random-stream.js';
import { sumAndRange } from './summary.js';

test('parts that are counted apart, or one after the other, are counted as the whole', () => {
  const random = stream('leading counts');
  const xs = Float64Array.from({ length: 5003 }, (_, i) => (i % 50 === 0 ? -0 : 10 ** (-30 * random.next() ** 4)));
  const expected = new Map<number, number>();
  for (const x of xs) expected.set(leadingBits(x), (expected.get(leadingBits(x)) ?? 0) + 1);
  const counted = ({ first, counts }: ReturnType<typeof joinedCounts>) =>
    new Map([...counts].flatMap((count, k): [number, number][] => (count === 0 ? [] : [[first + k, count]])));
  const sorted = new Map([...expected].sort(([a], [b]) => a - b));

  const parts = [xs.subarray(0, 1), xs.subarray(1, 2000), xs.subarray(2000, 2000), xs.subarray(2000)];
  const one = leadingCounter();
  for (const part of parts) one.add(part, sumAndRange(part));
  expect(counted(one.counts())).toEqual(sorted);
  const apart = parts.map((part) => {
    const counter = leadingCounter();
    counter.add(part, sumAndRange(part));
    return counter.counts();
  });
  for (const order of [apart, [...apart].reverse()]) expect(counted(joinedCounts(order))).toEqual(sorted);
  expect(joinedCounts([])).toEqual({ first: 0, counts: new Uint32Array(0) });
});
