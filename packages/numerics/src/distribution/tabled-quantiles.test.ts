import { expect, test } from 'vitest';
import { stream } from '../random-stream.js';
import { type Distribution, fillQuantiles, quantile, tabledQuantiles } from './index.js';

const u = Float64Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);
u.set([2 ** -53, 1e-12, 32 / 2048, 1 - 32 / 2048, 0.5, 1 - 2 ** -53]);

test.each<Distribution>([
  { kind: 'normal', mean: 5, sd: 0.3 },
  { kind: 'lognormal', mu: -7, sigma: 0.4 },
  { kind: 'lognormal', mu: -7, sigma: 3 },
  { kind: 'beta', a: 0.5, b: 99.5 },
  { kind: 'beta', a: 5, b: 5 },
  { kind: 'beta', a: 2000, b: 3 },
  { kind: 'gamma', shape: 0.5, scale: 2 },
  { kind: 'gamma', shape: 40, scale: 1e-5 },
])('%j: the quantile to a relative 1e-9, in any order', (d) => {
  const fill = tabledQuantiles(d);
  const out = new Float64Array(u.length);
  fill(u, out);
  for (let i = 0; i < u.length; i += 7) {
    const exact = quantile(d, u[i]);
    expect(Math.abs(out[i] - exact)).toBeLessThanOrEqual(1e-9 * Math.abs(exact));
  }
  const backwards = new Float64Array(u.length);
  fill(u.slice().reverse(), backwards);
  expect(backwards.reverse()).toEqual(out);
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
  const plain = new Float64Array(500);
  tabledQuantiles(d)(some, out);
  fillQuantiles(d, some, plain);
  expect(out).toEqual(plain);
});
