import { fromLiterature } from '../../catalogue/index.js';
import { atLeastOne, demandsWithoutFailure, extrapolationWarning, perUseProbability } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { count, nonNegative, number, positive, probability, properShare } from '../parameter.js';
import { calculatorOf, example, type Numbers, quantityFunction } from '../rows.js';

const warning = ({ k, n, uses }: Numbers) => extrapolationWarning(k!, n!, uses!);

const fromTrials = calculatorOf({
  name: 'at-scale',
  title: 'What few events in n trials leave open about many more uses',
  topic: 'trials',
  parameters: [
    number('k', { ...count, high: 1e12 }, 'events seen', 0),
    number('n', { low: 1, high: 1e15, whole: true }, 'trials'),
    number('uses', { ...positive, high: 1e15 }, 'uses of the system'),
    number('target', properShare, 'probability of one or more events in all uses that is to be shown', 0.001),
  ],
  formula: [
    'perUse: 95 % Clopper–Pearson upper bound; events = perUse · uses; atLeastOneEvent = 1 − (1 − perUse)^uses',
    'neededPerUse = 1 − (1 − target)^(1/uses); neededTrials = ln(0.05) / ln(1 − neededPerUse)',
  ],
  source: fromLiterature('binomial bounds at scale', 'textbook; the numbers are worked out here'),
  cautions: ['Uses are like the trials. Where they are not, not even this holds.'],
  refuse: ({ k, n }) => (k! > n! ? { message: 'there are more events than trials', parameter: 'k' } : undefined),
  rows: [
    { name: 'perUse', text: 'Probability per use that is still allowed.', value: (of) => warning(of).perUse },
    { name: 'eventsAllowed', text: 'Events in all uses that it allows.', value: (of) => warning(of).events },
    {
      name: 'atLeastOneEvent',
      text: 'Probability of one or more at that rate.',
      value: (of) => warning(of).atLeastOne,
    },
    {
      name: 'neededPerUse',
      text: 'Probability per use that would meet the target.',
      value: ({ target, uses }) => perUseProbability(target!, uses!),
    },
    {
      name: 'neededTrials',
      text: 'Clean trials that would show it at 95 %.',
      value: ({ target, uses }) => demandsWithoutFailure(perUseProbability(target!, uses!), 0.95),
    },
  ],
  warnings: (of) => (of.uses! > of.n! ? [`${warning(of).text}.`] : []),
  examples: [
    example(
      { k: 0, n: 2000, uses: 100000 },
      {
        perUse: '.0014967',
        eventsAllowed: '149.7',
        atLeastOneEvent: '1.000',
        neededPerUse: '1.0005e-8',
        neededTrials: '2.994e8',
      },
      'worked out with SciPy',
    ),
  ],
});

export const atScale: Calculator = {
  ...fromTrials,
  functions: [
    quantityFunction(
      'atLeastOne',
      '1 - (1 - p)^n: at least one event in n independent uses.',
      [number('p', probability, 'probability per use'), number('n', nonNegative, 'uses')],
      { unit: { kind: 'occurrence', p: 0, n: 1 }, rises: ['p', 'n'], example: [[1e-5, 1e5], 0.6321223982] },
      (p, n) => atLeastOne(p!, n!),
    ),
    quantityFunction(
      'perUseProbability',
      '1 - (1 - total)^(1/n): the inverse of atLeastOne.',
      [number('total', probability, 'probability of at least one event'), number('n', positive, 'uses')],
      { rises: ['total'], falls: ['n'], example: [[0.001, 1e5], 1.0005003285e-8] },
      (total, n) => perUseProbability(total!, n!),
    ),
  ],
};
