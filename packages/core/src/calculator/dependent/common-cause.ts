import { fromLiterature } from '../../catalogue/index.js';
import {
  betaFactorOr,
  betaFactorRareEvent,
  groupAllFail,
  independentAll,
  legsAllFail,
  possiblyPerfect,
} from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { number, probability } from '../parameter.js';
import { calculatorOf, example, type Numbers, type Row } from '../rows.js';

type Together = (p: number, k: number, beta: number) => number;

const of =
  (value: Together) =>
  ({ p, k, beta }: Numbers) =>
    value(p!, k!, beta!);

function together(name: string, text: string, value: Together, result: number, monotone = true): Row {
  return {
    name,
    text,
    value: of(value),
    call: {
      takes: ['p', 'k', 'beta'],
      ...(monotone ? { rises: ['p', 'beta'] } : {}),
      falls: ['k'],
      example: [[0.01, 3, 0.1], result],
    },
  };
}

export const commonCause: Calculator = calculatorOf({
  name: 'common-cause',
  title: 'k equal things that all fail, when some failures have a cause in common',
  topic: 'failures together',
  parameters: [
    number('p', probability, 'probability that one of them fails'),
    number('k', { low: 1, high: 1e6 }, 'how many there are, for example watchdogs'),
    number('beta', probability, 'share of the failures that take all of them', 0.1),
  ],
  formula: [
    'independent: p^k',
    'group of a case: beta·p + (1 − beta·p) · q^k with q = (p − beta·p)/(1 − beta·p)',
    'legs of a case: beta·p + (1 − beta) · p^k',
    'textbook: beta·p ∨ ((1 − beta)p)^k; as a sum it is wrong for a large p',
  ],
  source: fromLiterature('the β-factor model', 'Fleming 1975; the numbers are worked out here'),
  cautions: [
    'Beta is an estimate. Between 0.01 and 0.2 is usual for hardware; for models of one origin nobody has measured it.',
  ],
  rows: [
    {
      name: 'independentAll',
      text: 'All fail, if they were independent.',
      value: ({ p, k }) => independentAll(p!, k!),
      call: { takes: ['p', 'k'], rises: ['p'], falls: ['k'], example: [[0.01, 3], 1e-6] },
    },
    together('groupAllFail', 'All of k equal leaves of a declared group fail.', groupAllFail, 0.00100073046),
    together('legsAllFail', 'A strategy of k equal legs with a declared β fails.', legsAllFail, 0.0010009),
    together(
      'betaFactorOr',
      'All of k equal things fail, by the textbook’s β-factor model.',
      betaFactorOr,
      0.001000728271,
      false,
    ),
    {
      name: 'betaFactorRareEvent',
      text: 'The same as a plain sum, for rare events only.',
      value: of(betaFactorRareEvent),
    },
  ],
  warnings: ({ k, beta }, { independentAll: free, groupAllFail: group }) =>
    k! > 1 && beta! > 0 && free! > 0 && group! > 10 * free!
      ? [
          `The common cause dominates: ${(group! / free!).toPrecision(4)} times what independence gives, and more copies hardly help.`,
        ]
      : [],
  examples: [
    example(
      { p: 0.01, k: 3, beta: 0.1 },
      {
        independentAll: '1e-6',
        groupAllFail: '.001000730460',
        legsAllFail: '.0010009',
        betaFactorOr: '.001000728271',
        betaFactorRareEvent: '.0010007290',
      },
      'worked out',
    ),
    example(
      { p: 0.01, k: 2, beta: 0.1 },
      { groupAllFail: '.001081081', legsAllFail: '.00109', betaFactorOr: '.001080919', betaFactorRareEvent: '.001081' },
      'worked out',
    ),
    example(
      { p: 0.05, k: 3, beta: 0.1 },
      {
        groupAllFail: '.005092043',
        legsAllFail: '.0051125',
        betaFactorOr: '.005090669',
        betaFactorRareEvent: '.005091125',
      },
      'worked out',
    ),
    example({ p: 1, k: 2, beta: 0.1 }, { betaFactorRareEvent: '.91', groupAllFail: '1' }, 'worked out'),
  ],
});

export const possiblyPerfectChannel: Calculator = calculatorOf({
  name: 'possibly-perfect',
  title: 'Two channels, of which one is perhaps perfect',
  topic: 'failures together',
  parameters: [
    number('pfdA', probability, 'probability that channel A fails on demand'),
    number('pnpB', probability, 'probability that channel B is not perfect'),
  ],
  formula: ['both fail: at most pfdA · pnpB, whatever the dependence of their failures'],
  source: fromLiterature('the possibly perfect channel', 'Littlewood & Rushby 2012'),
  cautions: ['That B may be perfect, that is, can never fail, must be argued: a model hardly can be.'],
  rows: [
    {
      name: 'possiblyPerfect',
      text: 'Most probability that both fail.',
      value: ({ pfdA, pnpB }) => possiblyPerfect(pfdA!, pnpB!),
      call: { takes: ['pfdA', 'pnpB'], rises: ['pfdA', 'pnpB'], example: [[1e-3, 1e-2], 1e-5] },
    },
  ],
  examples: [example({ pfdA: 1e-3, pnpB: 1e-2 }, { possiblyPerfect: '1e-5' }, 'published')],
});
