import { gammaCdf, gammaQuantile } from '@surety/numerics';
import { hazardJeffreys, hazardLowerTail, hazardUpperTail } from '../hazard.js';
import type { Estimator } from './estimator.js';
import { effectiveValue } from './limit-of.js';

/** Events at a constant rate over an exposure. No exposure: 1. */
export const exposure: Estimator<'exposure'> = {
  kind: 'exposure',
  title: 'Events per exposure',
  assumes: [
    'The rate is the same at all times and in all trials, and events do not bring each other about (a Poisson process).',
    'How long a trial was watched does not depend on its events, but for ending at its own.',
  ],
  misleads: [
    'A rate that rises with time (a long task, a learning attacker) is above its mean later on: use a survival measure.',
    'Trials that end at their own event: the bound is the usual one and no proof is known; its coverage is simulated.',
    'Watching until the numbers please is a choice that no fixed bound covers.',
  ],
  literature: ['Garwood 1936, Fiducial limits for the Poisson distribution', 'Nelson 1982, Applied life data analysis'],
  bound: 'the exact Poisson (Garwood) bound',
  doubt({ events, exposure: length }, required) {
    const value = effectiveValue(required);
    const [tail, other] =
      required.direction === '<='
        ? [hazardUpperTail(events, length, value), hazardJeffreys(events, length, value)]
        : [hazardLowerTail(events, length, value), gammaCdf(value * length, events + 0.5)];
    if (length === 0) return { doubt: 1, trials: 0, events };
    return { doubt: tail, jeffreys: other, trials: length, events };
  },
  dimensions: () => 1,
  /** The Jeffreys posterior, a gamma of shape events + ½ over the exposure; without exposure nothing is known. */
  draws: ({ events, exposure: length }, [uniform]) =>
    length === 0 ? Infinity : uniform!.map((u) => gammaQuantile(u, events + 0.5) / length),
  words: ({ events, exposure: length, unit }) => `${events} in ${Number(length.toPrecision(6))} ${unit}`,
};
