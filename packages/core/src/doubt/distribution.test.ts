import { betaCdf } from '@surety/numerics';
import { describe, expect, it } from 'vitest';
import { outcomeOf, textOf } from './text.testing.js';

const elicited = (id: string, distribution: string) =>
  `${id}: { text: ${id}, doubt: { elicited: ${distribution}, by: anna, date: 2026-11-01, because: a study } }`;

describe('the distribution of the declared doubt', () => {
  it('has the quantiles of the leaf that is all the claim rests on', () => {
    const { distribution, doubt } = outcomeOf(
      textOf(`G1: { text: claim, supportedBy: [Sn1] }\n${elicited('Sn1', '{ beta: [2, 198] }')}`),
    );
    expect(distribution?.shares).toHaveLength(27);
    distribution?.shares.forEach((share, at) => {
      expect(betaCdf(distribution.values[at] as number, 2, 198)).toBeCloseTo(share, 3);
    });
    expect(distribution?.values[distribution.shares.indexOf(0.05)]).toBe(doubt?.declared.p5);
    expect(distribution?.values[distribution.shares.indexOf(0.95)]).toBe(doubt?.declared.p95);
    // The share above the threshold of 0.01, rounded up to half a per cent.
    const above = 1 - betaCdf(0.01, 2, 198);
    expect(distribution?.above).toBeGreaterThanOrEqual(above - 1e-4);
    expect(distribution?.above).toBeLessThan(above + 0.006);
  });

  it('is above the threshold always, or hardly ever', () => {
    const above = (beta: string) =>
      outcomeOf(textOf(`G1: { text: claim, supportedBy: [Sn1] }\n${elicited('Sn1', `{ beta: ${beta} }`)}`)).distribution
        ?.above;
    expect(above('[500, 500]')).toBe(1);
    expect(above('[1, 100000]')).toBeCloseTo(0.001, 12);
  });

  it('is nowhere below its own percentiles where groups raise it, and never above that of the bound', () => {
    const groups = `dependence: [ { name: g, members: [Sn1, Sn2], beta: 0.5, because: shared } ]\n`;
    const { distribution, doubt } = outcomeOf(
      textOf(
        `G1: { text: claim, supportedBy: [S1] }
S1: { text: legs, combine: any, dependence: { independent: true, because: apart }, supportedBy: [G2, G3] }
G2: { text: leg, supportedBy: [Sn1] }
G3: { text: leg, supportedBy: [Sn2] }
${elicited('Sn1', '{ beta: [2, 98] }')}
${elicited('Sn2', '{ beta: [3, 97] }')}`,
        groups,
      ),
    );
    const at = (share: number) => distribution?.values[distribution.shares.indexOf(share)];
    expect(at(0.5)).toBe(doubt?.declared.p50);
    expect(at(0.95)).toBeLessThanOrEqual(doubt?.bound.p95 ?? 0);
    expect(distribution?.values).toEqual(distribution?.values.toSorted((a, b) => a - b));
  });

  it('is absent where nothing is uncertain', () => {
    const outcome = outcomeOf(textOf('G1: { text: claim, supportedBy: [Sn1] }\nSn1: { text: leaf, doubt: 0.001 }'));
    expect(outcome.distribution).toBeUndefined();
    expect(outcome.tornado).toEqual([]);
  });
});

describe('the tornado', () => {
  it('tells the mean doubt at both ends of each input, as it follows by hand', () => {
    const { tornado } = outcomeOf(
      textOf(
        `G1: { text: claim, supportedBy: [Sn1, Sn2] }\n${elicited('Sn1', '{ beta: [2, 198] }')}\n${elicited('Sn2', '{ beta: [2, 1998] }')}`,
      ),
    );
    expect(tornado.map(({ input }) => input)).toEqual([
      { kind: 'leaf', leaf: 'Sn1' },
      { kind: 'leaf', leaf: 'Sn2' },
    ]);
    const mean = { Sn1: 0.01, Sn2: 0.001 };
    for (const { input, low, high } of tornado) {
      const other = input.kind === 'leaf' && input.leaf === 'Sn1' ? mean.Sn2 : mean.Sn1;
      // Independent leaves, both needed: 1 - (1 - x)(1 - E[y]).
      for (const end of [low, high]) expect(end.doubt).toBeCloseTo(1 - (1 - end.value) * (1 - other), 4);
    }
    // The mean of a beta(2, 198) below its first decile, by quadrature: x f(x) = 0.01 * beta(3, 198) density.
    const [first] = tornado;
    const decile = quantile(0.1, 2, 198);
    expect(first?.low.value).toBeCloseTo((0.01 * betaCdf(decile, 3, 198)) / 0.1, 5);
    const last = quantile(0.9, 2, 198);
    expect(first?.high.value).toBeCloseTo((0.01 * (1 - betaCdf(last, 3, 198))) / 0.1, 4);
  });

  it('moves everything that a shared quantity moves', () => {
    const { tornado } = outcomeOf(
      textOf(
        `G1: { text: claim, supportedBy: [Sn1, Sn2] }
Sn1: { text: leaf, doubt: once }
Sn2: { text: leaf, doubt: twice }`,
        `quantities:
  p: { beta: [2, 1998], because: a study }
  once: p
  twice: 2 * p
`,
      ),
    );
    expect(tornado).toHaveLength(1);
    const [bar] = tornado;
    expect(bar?.input).toEqual({ kind: 'quantity', name: 'p' });
    for (const end of [bar?.low, bar?.high]) {
      const p = end?.value ?? 0;
      expect(end?.doubt).toBeCloseTo(1 - (1 - p) * (1 - 2 * p), 4);
    }
  });
});

/** By bisection on the distribution function. */
function quantile(share: number, a: number, b: number): number {
  let [lo, hi] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (lo + hi) / 2;
    if (betaCdf(middle, a, b) < share) lo = middle;
    else hi = middle;
  }
  return hi;
}
