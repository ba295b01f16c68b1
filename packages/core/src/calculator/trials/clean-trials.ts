import {
  demandsWithoutFailure,
  eventsForPrecision,
  failureFreeExposure,
  poissonUpper,
  ruleOfThree,
  trialsNeeded,
  zeroFailureUpper,
} from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { count, nonNegative, number, positive, properShare } from '../parameter.js';
import { calculatorOf, quantityFunction } from '../rows.js';

const confidence = number('c', { low: 0, high: 1, openHigh: true }, 'confidence to be reached', 0.95);

/** What n clean trials show. */
export const cleanTrials: Arithmetic = calculatorOf({
  name: 'clean-trials',
  parameters: [
    number('n', { ...nonNegative, high: 1e15 }, 'clean trials'),
    number('alpha', { low: 0, high: 1, openLow: true }, 'tail outside the bound', 0.05),
  ],
  rows: [
    {
      name: 'zeroFailureUpper',
      text: '1 - alpha^(1/n): upper bound after n clean trials.',
      value: ({ n, alpha }) => zeroFailureUpper(n!, alpha!),
      call: { takes: ['n', 'alpha'], falls: ['n', 'alpha'], example: [[59, 0.05], 0.04950760989] },
    },
    { name: 'ruleOfThree', text: 'The rule of thumb for 95 %.', value: ({ n }) => ruleOfThree(n!) },
  ],
});

const byProbability = calculatorOf({
  name: 'demands',
  parameters: [number('p', properShare, 'probability of failure that is to be shown'), confidence],
  rows: [
    {
      name: 'demandsWithoutFailure',
      text: 'ln(1 - c) / ln(1 - p): clean demands that show a probability below p at confidence c.',
      value: ({ p, c }) => demandsWithoutFailure(p!, c!),
      call: { takes: ['p', 'c'], rises: ['c'], falls: ['p'], example: [[1e-3, 0.95], 2994.234158] },
    },
    {
      name: 'demands',
      text: 'The same as a whole number.',
      value: ({ p, c }) => Math.ceil(demandsWithoutFailure(p!, c!)),
    },
    { name: 'approximately', text: 'The rule of the standard.', value: ({ p, c }) => failureFreeExposure(p!, c!) },
  ],
});

export const demands: Arithmetic = {
  ...byProbability,
  functions: [
    ...byProbability.functions,
    quantityFunction(
      'trialsNeeded',
      'Fewest trials with k events whose Clopper–Pearson upper bound at the tail alpha is at most limit.',
      [
        number('limit', properShare, 'rate to be shown'),
        number('alpha', properShare, 'tail'),
        number('k', { ...count, high: 1e9 }, 'events'),
      ],
      { rises: ['k'], falls: ['limit', 'alpha'], example: [[0.05, 0.05, 1], 93] },
      (limit, alpha, k) => trialsNeeded(limit!, alpha!, k!),
    ),
  ],
};

export const exposure: Arithmetic = calculatorOf({
  name: 'exposure',
  parameters: [
    number('rate', positive, 'events per unit of exposure'),
    confidence,
    number('precision', positive, 'relative half-width of an estimate', 0.2),
  ],
  rows: [
    {
      name: 'failureFreeExposure',
      text: '-ln(1 - c) / rate: clean exposure that shows a Poisson rate to be lower at confidence c.',
      value: ({ rate, c }) => failureFreeExposure(rate!, c!),
      call: { takes: ['rate', 'c'], rises: ['c'], falls: ['rate'], example: [[1.09e-8, 0.95], 274837823.3] },
    },
    {
      name: 'eventsForPrecision',
      text: 'Events that it takes to estimate the rate to within the precision, 95 % of the time.',
      value: ({ precision }) => eventsForPrecision(precision!),
      call: { takes: ['precision'], falls: ['precision'], example: [[0.2], 96.04] },
    },
    {
      name: 'exposureForPrecision',
      text: 'Exposure in which so many are to be expected.',
      value: ({ precision, rate }) => eventsForPrecision(precision!) / rate!,
    },
  ],
});

export const events: Arithmetic = calculatorOf({
  name: 'events',
  parameters: [
    number('k', { ...count, high: 1e12 }, 'events seen'),
    number('alpha', properShare, 'tail outside the bound', 0.05),
  ],
  rows: [
    {
      name: 'poissonUpper',
      text: 'Upper bound on an expected number of events after k were seen.',
      value: ({ k, alpha }) => poissonUpper(k!, alpha!),
      call: { takes: ['k', 'alpha'], rises: ['k'], falls: ['alpha'], example: [[1, 0.05], 4.743864518] },
    },
  ],
});
