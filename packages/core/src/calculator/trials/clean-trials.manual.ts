import { fromLiterature } from '../../catalogue/index.js';
import type { Manuals } from '../calculator.js';
import { example } from '../rows.js';

export const cleanTrialsManual = {
  'clean-trials': {
    title: 'What n trials without an event show of the probability of one',
    topic: 'trials',
    formula: ['zeroFailureUpper = 1 − alpha^(1/n)', 'ruleOfThree = 3/n, close to it at alpha = 0.05, and never below'],
    source: fromLiterature('the rule of three', 'Hanley & Lippman-Hand 1983'),
    cautions: ['Trials are independent and like the uses that they stand for.'],
    examples: [
      example({ n: 10 }, { zeroFailureUpper: '.259', ruleOfThree: '.30' }, 'T4'),
      example({ n: 100 }, { zeroFailureUpper: '.0295', ruleOfThree: '.03' }, 'T4'),
      example({ n: 3000 }, { zeroFailureUpper: '.00099808' }, 'T3'),
    ],
  },
  demands: {
    title: 'How many demands without failure show a probability of failure to be small',
    topic: 'trials',
    formula: ['ln(1 − c) / ln(1 − p), rounded up', 'approximately −ln(1 − c) / p: 3.0/p at 95 %, 4.6/p at 99 %'],
    source: fromLiterature('demands without failure', 'IEC 61508-7 annex D; Wilks 1941 (59 runs for 95/95)'),
    cautions: ['Every failure starts the count anew, at a higher number: see `surety calc rate`.'],
    examples: [
      example({ p: 0.001, c: 0.95 }, { demandsWithoutFailure: '2994.23', demands: '2995' }, 'T5'),
      example({ p: 0.001, c: 0.99 }, { demandsWithoutFailure: '4602.87', demands: '4603' }, 'T5'),
      example({ p: 0.0001, c: 0.99 }, { demands: '46050' }, 'T5'),
      example({ p: 0.05, c: 0.95 }, { demandsWithoutFailure: '58.40', demands: '59' }, 'T5: Wilks 95/95'),
    ],
  },
  exposure: {
    title: 'How much exposure without an event shows a rate to be small, and how much it takes to estimate one',
    topic: 'trials',
    formula: [
      'failureFreeExposure = −ln(1 − c) / rate',
      'events for an estimate: (1.96 / precision)²; exposure for it: that over the rate',
    ],
    source: fromLiterature('failure-free miles', 'Kalra & Paddock 2016, RAND RR1478'),
    cautions: ['Events come at a constant rate, independently: a new version of the system starts the clock again.'],
    examples: [
      example(
        { rate: 1.09e-8, c: 0.95, precision: 0.2 },
        { failureFreeExposure: '2.7484e8', eventsForPrecision: '96.04', exposureForPrecision: '8.81e9' },
        'T6: 275 million and 8.8 billion miles, published',
      ),
      example({ rate: 77e-8 }, { failureFreeExposure: '3.89e6', exposureForPrecision: '1.25e8' }, 'T6: injuries'),
      example({ rate: 190e-8 }, { failureFreeExposure: '1.58e6', exposureForPrecision: '5.1e7' }, 'T6: crashes'),
    ],
  },
  events: {
    title: 'The expected number of events that k seen ones still allow',
    topic: 'trials',
    formula: ['The mean m at which k or fewer events have the probability alpha (Garwood)'],
    source: fromLiterature('bound on a Poisson mean', 'Garwood 1936'),
    examples: [
      example({ k: 0 }, { poissonUpper: '2.9957' }, 'T4'),
      example({ k: 1 }, { poissonUpper: '4.7439' }, 'T4'),
      example({ k: 2 }, { poissonUpper: '6.2958' }, 'T4'),
      example({ k: 3 }, { poissonUpper: '7.7537' }, 'T4'),
    ],
    cautions: [],
  },
} satisfies Manuals;
