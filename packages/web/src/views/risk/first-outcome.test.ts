import type { Verdict } from '@surety/core/doubt';
import { expect, it } from 'vitest';
import { firstOutcome } from './first-outcome.js';

const outcome = (id: string, verdict: Verdict, number?: number, probability = 0.01) => ({
  id,
  verdict,
  ...(number === undefined ? {} : { number }),
  threshold: { probability, criterion: 'mean' as const },
});

it('is what is not supported, and else what is nearest to its threshold', () => {
  const first = (...outcomes: ReturnType<typeof outcome>[]) => firstOutcome(outcomes)?.id;
  expect(first(outcome('a', 'supported', 0.009), outcome('b', 'not supported', 0.001))).toBe('b');
  expect(first(outcome('a', 'supported', 0.002), outcome('b', 'supported', 0.08, 0.1))).toBe('b');
  expect(first(outcome('a', 'not supported'), outcome('b', 'not supported', 0.03))).toBe('b');
  expect(first(outcome('a', 'not quantified'), outcome('b', 'not quantified'))).toBe('a');
  expect(first()).toBeUndefined();
});
