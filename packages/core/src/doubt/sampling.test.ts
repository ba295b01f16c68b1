import { betaCdf, mean as exactMean } from '@surety/numerics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, StatedDoubt, TextDistribution } from '../case/index.js';
import { distributionOf } from '../quantities/index.js';
import { assess } from './assess.js';
import type { Doubt } from './assessment.js';
import { randomCase, stated } from './random-argument.testing.js';
import { outcomeOf, textOf } from './text.testing.js';

const asOf = '2026-11-23';

function meanOf(doubt: Doubt | undefined): number {
  if (doubt === undefined || !('mean' in doubt)) throw new Error('no exact doubt');
  return doubt.mean;
}

/** Replaces every stated number by what `f` makes of it. */
function mapDoubts(of: Case, f: (p: number) => StatedDoubt): Case {
  const map = (doubt: StatedDoubt) => {
    const value = doubt.opinions[0]?.value;
    return value?.kind === 'number' ? f(value.value) : doubt;
  };
  const elements = of.elements.map((element) => ({
    ...element,
    ...(element.doubt === undefined ? {} : { doubt: map(element.doubt) }),
    ...(element.inference === undefined ? {} : { inference: map(element.inference) }),
  }));
  return { ...of, elements };
}

function uncertain(distribution: TextDistribution): StatedDoubt {
  const plain = stated(0.5);
  const [opinion] = plain.opinions;
  if (opinion === undefined) throw new Error('an opinion');
  return { ...plain, opinions: [{ ...opinion, value: { kind: 'distribution', distribution } }] };
}

/** A bounded distribution that a doubt p stands for: a beta or a PERT, by its last digits. */
function bounded(p: number): TextDistribution {
  const mode = 0.001 + 0.8 * p;
  if (Math.floor(p * 1e6) % 2 === 0) return { kind: 'beta', a: 0.5 + 9 * mode, b: 9.5 - 9 * mode };
  return { kind: 'pert', min: mode / 3, mode, max: mode + (1 - mode) / 3 };
}

describe('sampling', () => {
  it('gives the mean within 5 stated errors in all, within 2.13 in at least 85, of 100 seeded cases', () => {
    const plans = fc.sample(randomCase({ leaves: 8, goals: 5, groups: 0, challenges: false }), {
      numRuns: 400,
      seed: 11,
    });
    const scores: number[] = [];
    for (const [seed, plan] of plans.entries()) {
      if (scores.length === 100) break;
      const sampledCase = mapDoubts(plan, (p) => uncertain(bounded(p)));
      const [outcome] = assess(sampledCase, {}, { asOf, seed }).outcomes;
      const declared = outcome?.doubt?.declared;
      // A leaf alone is stratified so finely that its mean is exact to rounding: nothing is left to compare.
      if (declared?.error === undefined || declared.error < 1e-9) continue;
      // Independent leaves, legs held fixed: the mean is exact by multilinearity at the exact means of the leaves.
      const pointCase = mapDoubts(plan, (p) => stated(exactMean(distributionOf(bounded(p)))));
      const exact = meanOf(assess(pointCase, {}, { asOf }).outcomes[0]?.doubt?.declared);
      scores.push(Math.abs(meanOf(declared) - exact) / declared.error);
    }
    expect(scores).toHaveLength(100);
    expect(Math.max(...scores)).toBeLessThan(5);
    expect(scores.filter((score) => score <= 2.13).length).toBeGreaterThanOrEqual(85);
  });

  it('gives the percentiles of a claim over two uncertain leaves as numerical integration does', () => {
    const text = textOf(`G1: { text: None, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: A, doubt: { beta: [2, 30] } }
Sn2: { text: B, doubt: { beta: [3, 50] } }`);
    // P(1 - (1-X)(1-Y) <= t) by the midpoint rule over X.
    const below = (t: number) => {
      const steps = 20_000;
      let total = 0;
      for (let i = 0; i < steps; i++) {
        const [low, high] = [(t * i) / steps, (t * (i + 1)) / steps];
        const x = (low + high) / 2;
        total += (betaCdf(high, 2, 30) - betaCdf(low, 2, 30)) * betaCdf(1 - (1 - t) / (1 - x), 3, 50);
      }
      return total;
    };
    const { p5, p50, p95 } = outcomeOf(text).doubt?.declared ?? {};
    for (const [value, p] of [
      [p5, 0.05],
      [p50, 0.5],
      [p95, 0.95],
    ] as const) {
      expect(below(value ?? -1)).toBeCloseTo(p, 2.3);
    }
  });

  it('moves leaves that share a quantity together', () => {
    const text = (second: string) =>
      textOf(
        `G1: { text: None, supportedBy: [S1], inference: 0 }
S1: { text: Legs, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn1, Sn2] }
Sn1: { text: A, doubt: q }
Sn2: { text: B, doubt: ${second} }`,
        'quantities: { q: { beta: [1, 9] }, r: { beta: [1, 9] } }',
      );
    // E[q^2] = a (a+1) / ((a+b)(a+b+1)), against E[q] E[r].
    expect(meanOf(outcomeOf(text('q')).doubt?.declared)).toBeCloseTo(2 / 110, 4);
    expect(meanOf(outcomeOf(text('r')).doubt?.declared)).toBeCloseTo(1 / 100, 4);
  });

  it('warns where the tail is too heavy for the error to mean much', () => {
    const text = (doubt: string) =>
      textOf(`G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: { between: ${doubt} } }`);
    const codes = (doubt: string) => outcomeOf(text(doubt)).notes.map((note) => note.code);
    expect(codes('[1e-9, 1e-2]')).toContain('heavy-tail');
    expect(codes('[1e-3, 3e-3]')).not.toContain('heavy-tail');
  });

  it('keeps declared and its percentiles within the bound, and each error with its mean', () => {
    for (const [seed, plan] of fc
      .sample(randomCase({ leaves: 8, goals: 5, groups: 2, challenges: true }), { numRuns: 60, seed: 12 })
      .entries()) {
      const [outcome] = assess(
        mapDoubts(plan, (p) => uncertain(bounded(p))),
        {},
        { asOf, seed, trials: { randomisations: 16, points: 64 } },
      ).outcomes;
      const { declared, independent, bound } = outcome?.doubt ?? {};
      if (declared === undefined || independent === undefined || bound === undefined) throw new Error('doubts');
      expect(meanOf(independent)).toBeLessThanOrEqual(meanOf(declared));
      for (const [a, b] of [
        [meanOf(declared), meanOf(bound)],
        [declared.p5 ?? 0, bound.p5 ?? 1],
        [declared.p50 ?? 0, bound.p50 ?? 1],
        [declared.p95 ?? 0, bound.p95 ?? 1],
      ] as const) {
        expect(a).toBeLessThanOrEqual(b);
      }
    }
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const text = textOf(
      'G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: { beta: [1, 99] } }',
    );
    const once = JSON.stringify(outcomeOf(text, {}, { seed: 7 }));
    expect(JSON.stringify(outcomeOf(text, {}, { seed: 7 }))).toBe(once);
    expect(JSON.stringify(outcomeOf(text, {}, { seed: 8 }))).not.toBe(once);
  });
});
