import { describe, expect, test } from 'vitest';
import { type Distribution, fillQuantiles, quantile } from '../distribution/index.js';
import { stream } from '../random-stream.js';
import { drawer } from './index.js';

const machine = drawer();
const plain = drawer(false);

describe('uniform numbers', () => {
  test.each([1, 2, 1023, 2049])('of several streams at once are those of each, %i of them', (length) => {
    const keys = ['a', 'b', 3, 4, 5, 6].map((key) => ['seed', key, length] as const);
    for (const from of [machine, plain]) {
      const columns = keys.map(() => new Float64Array(length));
      from.uniforms(keys, columns);
      for (const [at, key] of keys.entries()) {
        const random = stream(...key);
        expect(columns[at]!.every((u) => u === random.next())).toBe(true);
      }
    }
  });

  test('machine code is what is tested here', () => {
    expect(machine.uniforms).not.toBe(plain.uniforms);
  });
});

/** A grid, both ends and the ends of cells, and tails far out. */
const u = Float64Array.from([
  ...Array.from({ length: 20_001 }, (_, i) => (i + 0.5) / 20_001),
  ...Array.from({ length: 4000 }, (_, i) => 2 ** (-1 - i / 75)),
  ...Array.from({ length: 4000 }, (_, i) => 1 - 2 ** (-1 - i / 75)).filter((x) => x < 1),
  ...[2 ** -53, 2 ** -67, 1e-300, 1 - 2 ** -53, 0.5, 0.25, 0.75, 0.5 + 2 ** -53, 0.5 - 2 ** -53],
]);

test.each<Distribution>([
  { kind: 'normal', mean: 5, sd: 0.3 },
  { kind: 'normal', mean: 0, sd: 2 },
  { kind: 'lognormal', mu: -7, sigma: 0.4 },
  { kind: 'lognormal', mu: -7, sigma: 3 },
  { kind: 'beta', a: 0.5, b: 0.5 },
  { kind: 'beta', a: 0.5, b: 99.5 },
  { kind: 'beta', a: 5, b: 5 },
  { kind: 'beta', a: 2, b: 30 },
  { kind: 'beta', a: 2000, b: 3 },
  { kind: 'pert', min: 1, mode: 2, max: 7 },
  { kind: 'gamma', shape: 0.5, scale: 2 },
  { kind: 'gamma', shape: 40, scale: 1e-5 },
])('%j: the quantile to a relative 1e-11, in any order, with the same bits in machine code and without', (d) => {
  const out = new Float64Array(u.length);
  plain.quantiles(d)(u, out);
  const exact = new Float64Array(u.length);
  fillQuantiles(d, u, exact);
  const least = d.kind === 'normal' ? d.sd : d.kind === 'pert' ? d.max - d.min : 0;
  let worst = 0;
  for (let i = 0; i < u.length; i++) {
    worst = Math.max(worst, Math.abs(out[i]! - exact[i]!) / Math.max(Math.abs(exact[i]!), least, 1e-307));
    if (i % 97 === 0) {
      const anew = quantile(d, u[i]!);
      expect(Math.abs(out[i]! - anew)).toBeLessThanOrEqual(2e-11 * Math.max(Math.abs(anew), least));
    }
  }
  expect(worst).toBeLessThan(1e-11);
  const fill = machine.quantiles(d);
  const other = new Float64Array(u.length);
  for (let again = 0; again < 2; again++) {
    fill(u.slice().reverse(), other);
    other.reverse();
    expect(other.every((x, i) => Object.is(x, out[i]))).toBe(true);
  }
  // In place, and of an odd length.
  const some = u.slice(0, 1025);
  fill(some, some);
  expect(some.every((x, i) => x === out[i])).toBe(true);
});

test.each<Distribution>([
  { kind: 'uniform', min: 1, max: 2 },
  { kind: 'triangular', min: 0, mode: 1, max: 3 },
  { kind: 'histogram', bounds: [0, 1, 5], weights: [1, 3] },
  { kind: 'beta', a: 0.2, b: 3 },
])('%j, which is not smooth or cheap as it is, is drawn as without a table', (d) => {
  const random = stream('tables');
  const some = Float64Array.from({ length: 500 }, () => random.next());
  const out = new Float64Array(500);
  const without = new Float64Array(500);
  machine.quantiles(d)(some, out);
  fillQuantiles(d, some, without);
  expect(out).toEqual(without);
});

test('numbers too large for a table are drawn without', () => {
  const d: Distribution = { kind: 'lognormal', mu: 705, sigma: 3 };
  const out = new Float64Array(3);
  const exact = new Float64Array(3);
  for (const from of [machine, plain]) {
    from.quantiles(d)(Float64Array.of(0.9, 0.999, 1e-9), out);
    fillQuantiles(d, Float64Array.of(0.9, 0.999, 1e-9), exact);
    expect(out[0]! / exact[0]!).toBeCloseTo(1, 10);
    expect(out[1]).toBe(exact[1]);
    expect(out[2]! / exact[2]!).toBeCloseTo(1, 10);
  }
});

test('tables are shared as long as they are few, and a drawer that is out of date still draws', () => {
  const first = drawer();
  expect(drawer()).toBe(first);
  const some = Float64Array.of(0.1, 0.5, 0.9);
  const draw = (from: ReturnType<typeof drawer>, mean: number): Float64Array => {
    const out = new Float64Array(3);
    from.quantiles({ kind: 'normal', mean, sd: 1 })(some, out);
    return out;
  };
  const before = draw(first, 0);
  for (let mean = 1; mean <= 80; mean++) draw(first, mean);
  expect(drawer()).not.toBe(first);
  expect(draw(drawer(), 0)).toEqual(before);
  expect(draw(first, 0)).toEqual(before);
  expect(draw(first, 100)).toEqual(draw(drawer(), 100));
});

describe('products', () => {
  const factors: Distribution[] = [
    { kind: 'lognormal', mu: -7, sigma: 2 },
    { kind: 'beta', a: 2, b: 30 },
    { kind: 'gamma', shape: 0.5, scale: 2 },
    { kind: 'normal', mean: 0, sd: 2 },
  ];

  test('of five factors, or of one that is not smooth, are refused', () => {
    const uniform: Distribution = { kind: 'uniform', min: 0, max: 1 };
    for (const from of [drawer(), plain]) {
      for (const some of [
        [...factors, factors[0]!],
        [factors[0]!, uniform],
      ]) {
        const keys = some.map((_, at) => ['product', at] as const);
        expect(() => from.products(keys, some, new Float64Array(3))).toThrow(/^products are of two to 4 smooth/);
      }
    }
  });

  test.each([
    [2, 1],
    [3, 1023],
    [4, 2049],
  ])('of %i draws are those of each, multiplied in order, %i of them', (count, length) => {
    const of = factors.slice(0, count);
    const keys = of.map((_, at) => ['product', at, length] as const);
    for (const from of [drawer(), plain]) {
      const columns = keys.map(() => new Float64Array(length));
      from.uniforms(keys, columns);
      for (const [at, d] of of.entries()) from.quantiles(d)(columns[at]!, columns[at]!);
      const out = new Float64Array(length);
      for (let again = 0; again < 2; again++) {
        out.fill(7);
        from.products(keys, of, out);
        expect(out.every((x, t) => x === columns.reduce((product, column) => product * column[t]!, 1))).toBe(true);
      }
    }
  });
});
