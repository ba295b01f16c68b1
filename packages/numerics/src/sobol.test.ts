import { describe, expect, it } from 'vitest';
import fixture from '../fixtures/sobol.json' with { type: 'json' };
import { exp } from './portable/index.js';
import { stream } from './random-stream.js';
import { SOBOL_DIMENSIONS, sobolColumn, sobolDigits } from './sobol.js';
import { meanOf, standardDeviationOf } from './summary.js';

const column = (dimension: number, randomisation = 0, points = 1024, seed: number | string = 'test') =>
  sobolColumn({ seed, dimension, randomisation, points });

describe('Sobol points', () => {
  it('are those of SciPy before the scramble, in natural order instead of Gray-code order', () => {
    for (const [dimension, theirs] of Object.entries(fixture.columns)) {
      const ours = sobolDigits(Number(dimension), 6);
      for (let i = 0; i < 64; i++) expect(ours[i ^ (i >> 1)] * 1024).toBe(theirs[i]);
    }
  });

  it('hit each of 1,024 intervals once in every dimension', () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
      const hit = new Uint8Array(1024);
      for (const u of column(dimension)) hit[Math.floor(u * 1024)]++;
      expect(hit.every((count) => count === 1)).toBe(true);
    }
  });

  it('dimensions 0 and 1 are a (0, 10, 2)-net', () => {
    for (const randomisation of [0, 1, 2]) {
      const x = column(0, randomisation);
      const y = column(1, randomisation);
      for (let split = 0; split <= 10; split++) {
        const rows = 1 << split;
        const columns = 1024 / rows;
        const hit = new Uint8Array(1024);
        for (let i = 0; i < 1024; i++) hit[Math.floor(x[i] * rows) * columns + Math.floor(y[i] * columns)]++;
        expect(hit.every((count) => count === 1)).toBe(true);
      }
    }
  });

  it('the scramble is uniform and independent of dimension, randomisation and seed', () => {
    const firsts: number[] = [];
    const seconds: number[] = [];
    for (let randomisation = 0; randomisation < 4000; randomisation++) {
      const u = column(3, randomisation, 16);
      firsts.push(u[0]);
      seconds.push(u[1]);
    }
    expect(Math.abs(meanOf(firsts) - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 4000));
    expect(standardDeviationOf(firsts)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    // The two points always lie in different halves; below that bit they are independent.
    expect(firsts.every((u, i) => u < 0.5 !== seconds[i] < 0.5)).toBe(true);
    const inner = firsts.map((u, i) => (((2 * u) % 1) - 0.5) * (((2 * seconds[i]) % 1) - 0.5) * 12);
    expect(Math.abs(meanOf(inner))).toBeLessThan(4 / Math.sqrt(4000));
    const values = [
      column(0)[0],
      column(1)[0],
      column(0, 1)[0],
      column(0, 0, 1024, 'other')[0],
      column(0, 0, 1024, 1)[0],
    ];
    expect(new Set(values).size).toBe(5);
  });

  it('stay in the open interval, also with one point', () => {
    for (const points of [1, 2, 65_536]) {
      for (const u of column(5, 0, points)) expect(u > 0 && u < 1).toBe(true);
    }
  });

  it('integrate smooth functions far better than independent points', () => {
    const error = (first: number) => {
      const means = Array.from({ length: 16 }, (_, randomisation) => {
        const columns = [0, 1, 2, 3].map((d) => column(first + d, randomisation));
        return meanOf(columns[0].map((_u, i) => exp(columns[0][i] + columns[1][i] * columns[2][i] - columns[3][i])));
      });
      return standardDeviationOf(means);
    };
    expect(error(0) * 20).toBeLessThan(error(SOBOL_DIMENSIONS));
  });

  it('16 randomisations give an honest error', () => {
    let within = 0;
    for (let seed = 0; seed < 100; seed++) {
      const random = stream('integrand', seed);
      // Five dimensions, some of them beyond the 1,024 of the sequence.
      const terms = [0, 1, 2, 3, 4].map((i) => ({
        dimension: 220 * i + random.int(220),
        rate: 0.2 + 3 * random.next(),
      }));
      const exact = terms.reduce((product, { rate }) => (product * (exp(rate) - 1)) / rate, 1);
      const means = Array.from({ length: 16 }, (_, randomisation) => {
        const product = new Float64Array(256).fill(1);
        for (const { dimension, rate } of terms) {
          const u = column(dimension, randomisation, 256, seed);
          for (let i = 0; i < 256; i++) product[i] *= exp(rate * u[i]);
        }
        return meanOf(product);
      });
      const t = Math.abs(meanOf(means) - exact) / (standardDeviationOf(means) / 4);
      expect(t).toBeLessThan(5);
      if (t <= 2.13) within++;
    }
    expect(within).toBeGreaterThanOrEqual(88);
  });

  it('refuses what it does not have', () => {
    for (const points of [0, 3, -4, 1.5, 131_072, Number.NaN]) expect(() => column(0, 0, points)).toThrow(RangeError);
    expect(() => column(-1)).toThrow(RangeError);
    expect(() => column(0.5)).toThrow(RangeError);
    expect(() => column(0, -1)).toThrow(RangeError);
  });
});
