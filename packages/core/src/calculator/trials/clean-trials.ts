import { fromLiterature } from '../../catalogue/index.js';
import {
  demandsWithoutFailure,
  eventsForPrecision,
  failureFreeExposure,
  poissonUpper,
  ruleOfThree,
  trialsNeeded,
  zeroFailureUpper,
} from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { count, nonNegative, number, positive, properShare } from '../parameter.js';
import { calculatorOf, example, quantityFunction } from '../rows.js';

const confidence = number('c', { low: 0, high: 1, openHigh: true }, 'confidence to be reached', 0.95);

/** What n clean trials show. */
export const cleanTrials: Calculator = calculatorOf({
  name: 'clean-trials',
  title: 'What n trials without an event show of the probability of one',
  topic: 'trials',
  parameters: [
    number('n', { ...nonNegative, high: 1e15 }, 'clean trials'),
    number('alpha', { low: 0, high: 1, openLow: true }, 'tail outside the bound', 0.05),
  ],
  formula: ['zeroFailureUpper = 1 − alpha^(1/n)', 'ruleOfThree = 3/n, close to it at alpha = 0.05, and never below'],
  source: fromLiterature('the rule of three', 'Hanley & Lippman-Hand 1983'),
  cautions: ['Trials are independent and like the uses that they stand for.'],
  rows: [
    {
      name: 'zeroFailureUpper',
      text: '1 - alpha^(1/n): upper bound after n clean trials.',
      value: ({ n, alpha }) => zeroFailureUpper(n!, alpha!),
      call: { takes: ['n', 'alpha'], falls: ['n', 'alpha'], example: [[59, 0.05], 0.04950760989] },
    },
    { name: 'ruleOfThree', text: 'The rule of thumb for 95 %.', value: ({ n }) => ruleOfThree(n!) },
  ],
  examples: [
    example({ n: 10 }, { zeroFailureUpper: '.259', ruleOfThree: '.30' }, 'T4'),
    example({ n: 100 }, { zeroFailureUpper: '.0295', ruleOfThree: '.03' }, 'T4'),
    example({ n: 3000 }, { zeroFailureUpper: '.00099808' }, 'T3'),
  ],
});

const byProbability = calculatorOf({
  name: 'demands',
  title: 'How many demands without failure show a probability of failure to be small',
  topic: 'trials',
  parameters: [number('p', properShare, 'probability of failure that is to be shown'), confidence],
  formula: ['ln(1 − c) / ln(1 − p), rounded up', 'approximately −ln(1 − c) / p: 3.0/p at 95 %, 4.6/p at 99 %'],
  source: fromLiterature('demands without failure', 'IEC 61508-7 annex D; Wilks 1941 (59 runs for 95/95)'),
  cautions: ['Every failure starts the count anew, at a higher number: see `surety calc rate`.'],
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
  examples: [
    example({ p: 0.001, c: 0.95 }, { demandsWithoutFailure: '2994.23', demands: '2995' }, 'T5'),
    example({ p: 0.001, c: 0.99 }, { demandsWithoutFailure: '4602.87', demands: '4603' }, 'T5'),
    example({ p: 0.0001, c: 0.99 }, { demands: '46050' }, 'T5'),
    example({ p: 0.05, c: 0.95 }, { demandsWithoutFailure: '58.40', demands: '59' }, 'T5: Wilks 95/95'),
  ],
});

export const demands: Calculator = {
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

export const exposure: Calculator = calculatorOf({
  name: 'exposure',
  title: 'How much exposure without an event shows a rate to be small, and how much it takes to estimate one',
  topic: 'trials',
  parameters: [
    number('rate', positive, 'events per unit of exposure'),
    confidence,
    number('precision', positive, 'relative half-width of an estimate', 0.2),
  ],
  formula: [
    'failureFreeExposure = −ln(1 − c) / rate',
    'events for an estimate: (1.96 / precision)²; exposure for it: that over the rate',
  ],
  source: fromLiterature('failure-free miles', 'Kalra & Paddock 2016, RAND RR1478'),
  cautions: ['Events come at a constant rate, independently: a new version of the system starts the clock again.'],
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
  examples: [
    example(
      { rate: 1.09e-8, c: 0.95, precision: 0.2 },
      { failureFreeExposure: '2.7484e8', eventsForPrecision: '96.04', exposureForPrecision: '8.81e9' },
      'T6: 275 million and 8.8 billion miles, published',
    ),
    example({ rate: 77e-8 }, { failureFreeExposure: '3.89e6', exposureForPrecision: '1.25e8' }, 'T6: injuries'),
    example({ rate: 190e-8 }, { failureFreeExposure: '1.58e6', exposureForPrecision: '5.1e7' }, 'T6: crashes'),
  ],
});

export const events: Calculator = calculatorOf({
  name: 'events',
  title: 'The expected number of events that k seen ones still allow',
  topic: 'trials',
  parameters: [
    number('k', { ...count, high: 1e12 }, 'events seen'),
    number('alpha', properShare, 'tail outside the bound', 0.05),
  ],
  formula: ['The mean m at which k or fewer events have the probability alpha (Garwood)'],
  source: fromLiterature('bound on a Poisson mean', 'Garwood 1936'),
  rows: [
    {
      name: 'poissonUpper',
      text: 'Upper bound on an expected number of events after k were seen.',
      value: ({ k, alpha }) => poissonUpper(k!, alpha!),
      call: { takes: ['k', 'alpha'], rises: ['k'], falls: ['alpha'], example: [[1, 0.05], 4.743864518] },
    },
  ],
  examples: [
    example({ k: 0 }, { poissonUpper: '2.9957' }, 'T4'),
    example({ k: 1 }, { poissonUpper: '4.7439' }, 'T4'),
    example({ k: 2 }, { poissonUpper: '6.2958' }, 'T4'),
    example({ k: 3 }, { poissonUpper: '7.7537' }, 'T4'),
  ],
});
