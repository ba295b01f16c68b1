import { describe, expect, it } from 'vitest';
import { randomNumbers } from '../../../bench/near-tree.mjs';
import { bitTable, bruteEffects, bruteMinimalStates, brutePrimes, randomModel } from './bit-tables.testing.js';
import { compile } from './compile.js';
import { DEFAULT_LIMITS } from './limits.js';
import type { Measures } from './types.js';

/** Half of the models are coherent; all in turn as they are, with both orders, and rewritten for the root alone. */
const options = [{}, { order: 'heavy' }, { rootsOnly: true }, { rootsOnly: true, order: 'light' }] as const;

function close(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= 1e-11 * Math.abs(expected);
}

describe('random models equal brute force', () => {
  it('5,000 of up to 16 leaves: probability, with each leaf failing and holding, and every measure', {
    timeout: 300_000,
  }, () => {
    const bad: string[] = [];
    let least = 1;
    for (let seed = 1; seed <= 5000; seed++) {
      const leaves = 4 + (seed % 13);
      const model = randomModel(seed, leaves, seed % 2 === 0);
      const root = leaves + model.gates.length - 1;
      const random = randomNumbers(seed);
      const p = Array.from({ length: leaves }, () => {
        const kind = random();
        return kind < 0.05 ? 0 : kind < 0.1 ? 1 : kind < 0.4 ? 10 ** (-9 * random()) : random();
      });
      const table = bitTable(model, root);
      const expected = bruteEffects(table, p);
      const compiled = compile(model, [root], DEFAULT_LIMITS, options[(seed >> 1) % 4]);
      const vector = Float64Array.from(p);
      const { probability, whenFails, whenHolds, exact } = compiled.importance(vector, root);
      const all =
        exact &&
        close(probability.upper, expected.probability) &&
        compiled.probability(vector, root).upper === probability.upper &&
        whenFails.every((x, leaf) => close(x, expected.whenFails[leaf]!)) &&
        whenHolds.every((x, leaf) => close(x, expected.whenHolds[leaf]!));
      if (!all) bad.push(`seed ${seed}`);
      bad.push(...wrongMeasures(compiled.measures(vector, root), seed, table, p, expected));
      if (expected.probability > 0) least = Math.min(least, expected.probability);
    }
    expect(bad).toEqual([]);
    expect(least).toBeLessThan(1e-15);
  });

  it('2,000 of up to 10 leaves: minimal cut sets and prime implicants, and how many of each order', () => {
    const bad: string[] = [];
    let negative = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const leaves = 4 + (seed % 7);
      const model = randomModel(seed, leaves, seed % 4 === 0);
      const root = leaves + model.gates.length - 1;
      const table = bitTable(model, root);
      const compiled = compile(model, [root], DEFAULT_LIMITS, options[(seed >> 2) % 4]);
      const weights = new Float64Array(leaves).fill(0.5);

      const states = bruteMinimalStates(table, leaves);
      const { sets, exact } = compiled.cutSets(root, { weights, top: 1e6 });
      const found = sets.map((set) => set.leaves.reduce((mask, leaf) => mask | (1 << leaf), 0));
      const inOrder = (masks: number[]): string => [...masks].sort((a, b) => a - b).join();
      if (!exact || inOrder(found) !== inOrder(states)) bad.push(`cut sets of ${seed}`);
      const sizes = states.map((mask) => mask.toString(2).replaceAll('0', '').length);
      if (byOrder(compiled.cutSetCounts(root)) !== byOrder(countOf(sizes))) bad.push(`their number of ${seed}`);

      const primes = brutePrimes(table, leaves);
      const list = compiled.primeImplicants(root, { weights, top: 1e6 });
      const products = list.implicants.map(({ fails, holds }) =>
        Array.from({ length: leaves }, (_, i) => (fails.includes(i) ? 1 : holds.includes(i) ? 0 : 2)).join(''),
      );
      if (!list.exact || products.sort().join() !== primes.join()) bad.push(`prime implicants of ${seed}`);
      const orders = primes.map((digits) => digits.replaceAll('2', '').length);
      if (byOrder(compiled.primeImplicantCounts(root)) !== byOrder(countOf(orders))) bad.push(`primes of ${seed}`);
      if (primes.some((digits) => digits.includes('0'))) negative++;
    }
    expect(bad).toEqual([]);
    expect(negative).toBeGreaterThan(700);
  });
});

/** Names of the measures that differ from their definition, applied to all states and all minimal cut sets. */
function wrongMeasures(
  found: Measures,
  seed: number,
  table: Uint32Array,
  p: readonly number[],
  { probability, whenFails, whenHolds }: ReturnType<typeof bruteEffects>,
): string[] {
  const sets = bruteMinimalStates(table, p.length);
  const chance = new Float64Array(2 ** p.length).fill(1);
  for (let state = 0; state < chance.length; state++) {
    for (let i = 0; i < p.length; i++) chance[state]! *= (state >> i) & 1 ? p[i]! : 1 - p[i]!;
  }
  const weight = (set: number, from: readonly number[]): number =>
    from.reduce((product, x, i) => ((set >> i) & 1 ? product * x : product), 1);
  const sumOf = (from: readonly number[]): number => sets.reduce((sum, set) => sum + weight(set, from), 0);
  const ratio = (x: number, y: number): number => (x === y ? 1 : x / y);
  const share = (x: number, y: number): number => (y === 0 ? 0 : x / y);
  const bad: string[] = [];
  for (let leaf = 0; leaf < p.length; leaf++) {
    const whole = sumOf(p);
    const with1 = sumOf(p.with(leaf, 1));
    const with0 = sumOf(p.with(leaf, 0));
    const inSets = sets.filter((set) => (set >> leaf) & 1);
    let union = 0;
    for (let state = 0; state < chance.length; state++) {
      if (inSets.some((set) => (state & set) === set)) union += chance[state]!;
    }
    const byFunction = found.by === 'function';
    const gain = whenFails[leaf]! - whenHolds[leaf]!;
    const near = (actual: number, expected: number, part = 0): boolean =>
      actual === expected || Math.abs(actual - expected) <= 1e-9 * Math.abs(expected) + part;
    const checks: readonly (readonly [string, boolean])[] = [
      ['birnbaum', near(found.birnbaum[leaf]!, gain, 1e-12 * whenFails[leaf]! + 1e-12 * whenHolds[leaf]!)],
      ['criticality', near(found.criticality[leaf]!, share(p[leaf]! * gain, probability), 1e-11)],
      ['diagnostic', near(found.diagnostic[leaf]!, share(p[leaf]! * whenFails[leaf]!, probability))],
      [
        'Fussell–Vesely',
        found.fussellVesely.lower[leaf] === found.fussellVesely.upper[leaf] &&
          near(
            found.fussellVesely.upper[leaf]!,
            byFunction ? share(union, probability) : share(whole - with0, whole),
            1e-11,
          ),
      ],
      [
        'achievement worth',
        near(found.achievementWorth[leaf]!, byFunction ? ratio(whenFails[leaf]!, probability) : ratio(with1, whole)),
      ],
      // What is left without the leaf is a difference in the sum of cut sets: compared as a part of the whole.
      [
        'reduction worth',
        byFunction
          ? near(found.reductionWorth[leaf]!, ratio(probability, whenHolds[leaf]!))
          : near(1 / found.reductionWorth[leaf]!, ratio(with0, whole), 1e-11),
      ],
    ];
    for (const [name, right] of checks) if (!right) bad.push(`${name} of ${leaf} in ${seed}`);
  }
  return bad;
}

function countOf(sizes: readonly number[]): bigint[] {
  const counts: bigint[] = [];
  for (const size of sizes) {
    while (counts.length <= size) counts.push(0n);
    counts[size]! += 1n;
  }
  return counts;
}

function byOrder(counts: readonly bigint[] | null): string {
  return counts === null ? 'unknown' : counts.join().replace(/(,0)+$/, '');
}
