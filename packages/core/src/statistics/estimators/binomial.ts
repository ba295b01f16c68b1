import { betaSurvival, fillQuantiles } from '@surety/numerics';
import type { Estimator, RequiredBound, RequirementDoubt } from './estimator.js';
import { limitOf } from './limit-of.js';

/**
 * Independent trials with one rate. `rate <= x` with margin m: P(Beta(k+1, n−k) > x/m), the Clopper–Pearson tail;
 * `rate >= x`: the same of the complement, P(Beta(n−k+1, k) > (1−x)/m). No trials: 1.
 */
export const binomial: Estimator<'binomial'> = {
  kind: 'binomial',
  title: 'Exact binomial',
  assumes: ['The trials are independent, and all have the same rate.'],
  misleads: [
    'Trials that hang together (one task, one prompt family, one judge) are fewer than they look: count clusters instead.',
    'Zero failures say little about many more uses: the bound falls with the number of trials, and with nothing else.',
  ],
  literature: [
    'Clopper, Pearson 1934, The use of confidence or fiducial limits illustrated in the case of the binomial',
    'Brown, Cai, DasGupta 2001, Interval estimation for a binomial proportion (Jeffreys)',
  ],
  bound: 'the exact (Clopper–Pearson) bound',
  doubt: ({ events, trials }, required) => binomialDoubt(events, trials, required),
  dimensions: () => 1,
  draws: ({ events, trials }, [uniform]) => jeffreysDraws(events, trials, uniform!),
  formula({ events, trials }, required) {
    const limit = Number(limitOf(required).toPrecision(6));
    const bad = required.direction === '<=' ? events : trials - events;
    const what = required.direction === '<=' ? `at most ${bad} of ${trials}` : `at most ${bad} of ${trials} without it`;
    return `P(${what} | ${limit}), binomial`;
  },
  words: ({ events, trials }) => `${events} of ${trials}`,
};

export function binomialDoubt(events: number, trials: number, required: RequiredBound): RequirementDoubt {
  const limit = limitOf(required);
  const bad = required.direction === '<=' ? events : trials - events;
  if (trials === 0) return { doubt: 1, trials, events };
  const doubt = limit >= 1 ? 0 : bad >= trials ? 1 : betaSurvival(limit, bad + 1, trials - bad);
  return { doubt, jeffreys: betaSurvival(limit, bad + 0.5, trials - bad + 0.5), trials, events };
}

/** Draws of the Jeffreys posterior Beta(k+½, n−k+½). */
export function jeffreysDraws(events: number, trials: number, uniform: Float64Array): Float64Array {
  return betaDraws(events + 0.5, trials - events + 0.5, uniform);
}

export function betaDraws(a: number, b: number, uniform: Float64Array): Float64Array {
  const out = new Float64Array(uniform.length);
  fillQuantiles({ kind: 'beta', a, b }, uniform, out);
  return out;
}
