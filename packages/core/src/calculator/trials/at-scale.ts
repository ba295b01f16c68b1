import { atLeastOne, demandsWithoutFailure, extrapolationWarning, perUseProbability } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { count, nonNegative, number, positive, probability, properShare } from '../parameter.js';
import { calculatorOf, type Numbers, quantityFunction } from '../rows.js';

const warning = ({ k, n, uses }: Numbers) => extrapolationWarning(k!, n!, uses!);

const fromTrials = calculatorOf({
  name: 'at-scale',
  parameters: [
    number('k', { ...count, high: 1e12 }, 'events seen', 0),
    number('n', { low: 1, high: 1e15, whole: true }, 'trials'),
    number('uses', { ...positive, high: 1e15 }, 'uses of the system'),
    number('target', properShare, 'probability of one or more events in all uses that is to be shown', 0.001),
  ],
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
});

export const atScale: Arithmetic = {
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
