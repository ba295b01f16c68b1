import { quantileSorted, stream } from '@surety/numerics';
import { describe, expect, test } from 'vitest';
import { elicitedQueries, keptHighest, requirementDoubt, tailBootstrap, tailEstimate } from './index.js';
import { fitTail, worstQueryRisk } from './tail-extrapolation.js';

/** Elicitation probabilities whose scores follow a straight tail, drawn at random. */
function drawn(queries: number, seed: string): number[] {
  const random = stream(seed);
  return Array.from({ length: queries }, () => {
    const score = (Math.log(random.next()) + 8) / -2.5;
    return Math.exp(-Math.exp(-score));
  }).map((p) => Math.min(p, 1 - 1e-12));
}

const elicitation = drawn(900, 'tail');
const counts = { kind: 'tail', uses: 90_000, ...elicitedQueries(elicitation) } as const;

test('what is kept gives the fit of all queries', () => {
  const fit = fitTail(elicitation);
  if ('message' in fit) throw new Error(fit.message);
  expect(counts.highest).toHaveLength(keptHighest);
  expect(tailEstimate(counts, 90_000, 'worstQuery')! / worstQueryRisk(fit, 90_000).probability).toBeCloseTo(1, 12);
});

test('resamples of what is kept are resamples of all queries', () => {
  const random = stream('all queries');
  const naive = Float64Array.from({ length: 400 }, () => {
    const fit = fitTail(Array.from(elicitation, () => elicitation[random.int(elicitation.length)]!));
    return 'message' in fit ? 1 : Math.log(worstQueryRisk(fit, 90_000).probability);
  }).sort();
  const found = tailBootstrap(counts, 90_000, 'worstQuery').map(Math.log).sort();
  const spread = quantileSorted(naive, 0.75) - quantileSorted(naive, 0.25);
  for (const p of [0.25, 0.5, 0.75])
    expect(Math.abs(quantileSorted(found, p) - quantileSorted(naive, p))).toBeLessThan(0.25 * spread);
});

describe('the doubt', () => {
  const need = (result: 'worstQuery' | 'anyUse', value: number) =>
    ({ result, direction: '<=', value, margin: 1 }) as const;

  test('is never below one in the number of draws', () => {
    const { doubt } = requirementDoubt(counts, need('worstQuery', 1));
    expect(doubt).toBe(1 / 1001);
    expect(requirementDoubt(counts, need('worstQuery', 0)).doubt).toBe(1);
  });

  test('of any use is not that of the worst query, and both are the same each time', () => {
    const worst = requirementDoubt(counts, need('worstQuery', 0.2)).doubt;
    const any = requirementDoubt(counts, need('anyUse', 0.2)).doubt;
    expect(any).not.toBe(worst);
    expect(requirementDoubt(counts, need('anyUse', 0.2)).doubt).toBe(any);
  });

  test('of queries that are all alike is 1: a tail without slope foretells nothing', () => {
    const flat = { kind: 'tail', uses: 100, ...elicitedQueries(new Array(50).fill(0.01)) } as const;
    expect(requirementDoubt(flat, need('worstQuery', 0.5)).doubt).toBe(1);
  });
});
