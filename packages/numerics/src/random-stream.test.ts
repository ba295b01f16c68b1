import { describe, expect, it } from 'vitest';
import { stream } from './random-stream.js';

describe('stream', () => {
  it('repeats itself for the same seed and keys, and for no other', () => {
    const first = (...keys: (string | number)[]) => stream('seed', ...keys).next();
    const values = [
      first(),
      first(1),
      first('1'),
      first('a', 'b'),
      first('ab'),
      first('a', 'b', ''),
      first(1, 2),
      first(2, 1),
      first(0.5),
      first(-1),
      stream(1).next(),
      stream('1').next(),
    ];
    expect(new Set(values).size).toBe(values.length);
    expect(first('a', 'b')).toBe(values[3]);
    expect(stream(0).next()).toBe(stream(-0).next());
    expect(() => stream(Number.NaN)).toThrow(RangeError);
  });

  it('is uniform over (0, 1)', () => {
    const random = stream(1, 'uniform');
    const cells = new Float64Array(100);
    let least = 1;
    let most = 0;
    for (let i = 0; i < 100_000; i++) {
      const u = random.next();
      least = Math.min(least, u);
      most = Math.max(most, u);
      cells[Math.floor(u * 100)]++;
    }
    expect(least).toBeGreaterThan(0);
    expect(most).toBeLessThan(1);
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 99 degrees of freedom: 0.1 % and 99.9 % points.
    expect(chiSquare).toBeGreaterThan(60);
    expect(chiSquare).toBeLessThan(149);
  });

  it('is uncorrelated over neighbouring keys', () => {
    const count = 20_000;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += (stream(7, i).next() - 0.5) * (stream(7, i + 1).next() - 0.5);
    expect(Math.abs((12 * sum) / count)).toBeLessThan(4 / Math.sqrt(count));
  });

  it('int is unbiased and refuses what it cannot do', () => {
    const random = stream(3, 'int');
    const counts = new Float64Array(6);
    for (let i = 0; i < 60_000; i++) counts[random.int(6)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
    expect(random.int(1)).toBe(0);
    expect(random.int(4294967296)).toBeLessThan(4294967296);
    for (const n of [0, -1, 1.5, 4294967297, Number.NaN]) expect(() => random.int(n)).toThrow(RangeError);
  });
});
