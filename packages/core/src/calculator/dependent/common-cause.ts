import {
  betaFactorOr,
  betaFactorRareEvent,
  groupAllFail,
  independentAll,
  legsAllFail,
  possiblyPerfect,
} from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { number, probability } from '../parameter.js';
import { calculatorOf, type Numbers, type Row } from '../rows.js';

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

export const commonCause: Arithmetic = calculatorOf({
  name: 'common-cause',
  parameters: [
    number('p', probability, 'probability that one of them fails'),
    number('k', { low: 1, high: 1e6 }, 'how many there are, for example watchdogs'),
    number('beta', probability, 'share of the failures that take all of them', 0.1),
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
});

export const possiblyPerfectChannel: Arithmetic = calculatorOf({
  name: 'possibly-perfect',
  parameters: [
    number('pfdA', probability, 'probability that channel A fails on demand'),
    number('pnpB', probability, 'probability that channel B is not perfect'),
  ],
  rows: [
    {
      name: 'possiblyPerfect',
      text: 'Most probability that both fail.',
      value: ({ pfdA, pnpB }) => possiblyPerfect(pfdA!, pnpB!),
      call: { takes: ['pfdA', 'pnpB'], rises: ['pfdA', 'pnpB'], example: [[1e-3, 1e-2], 1e-5] },
    },
  ],
});
