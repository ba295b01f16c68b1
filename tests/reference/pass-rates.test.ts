import { describe, expect, test } from 'vitest';
import { surety } from '../../packages/cli/src/run.testing.js';
import { type InACase, inACase, typed } from './figures.testing.js';

/** Table 1 of Phuong et al. 2025 (arXiv 2505.01420): counts inferred; share and Wilson 95 % interval as printed, in per cent. */
const table1: readonly (readonly [number, number, number, number, number])[] = [
  [0, 50, 0.0, 0.0, 7.1],
  [22, 48, 45.8, 32.6, 59.7],
  [45, 102, 44.1, 34.9, 53.8],
  [29, 400, 7.2, 5.1, 10.2],
  [62, 400, 15.5, 12.3, 19.4],
  [9, 400, 2.2, 1.2, 4.2],
  [26, 400, 6.5, 4.5, 9.4],
  [34, 400, 8.5, 6.1, 11.6],
  [23, 100, 23.0, 15.8, 32.2],
  [35, 99, 35.4, 26.6, 45.2],
  [11, 100, 11.0, 6.3, 18.6],
  [34, 100, 34.0, 25.5, 43.7],
];

describe('T1 *** Wilson intervals of pass rates', () => {
  test.each(table1)('%i of %i', async (k, n, ...printed) => {
    const { out } = await surety(['calc', 'rate', '--k', String(k), '--n', String(n), '--alpha', '0.025', '--json']);
    const { results } = JSON.parse(out) as { results: { name: string; value: number }[] };
    for (const [at, row] of ['share', 'wilsonLower', 'wilsonUpper'].entries()) {
      const found = 100 * results.find(({ name }) => name === row)!.value;
      // The paper rounds half to even (2.25 prints as 2.2).
      expect(Math.abs(found - printed[at]!), row).toBeLessThan(0.051);
    }
  });
});

describe('T2 *** the decision rule', () => {
  typed([
    ['T2', '***', 'challenges --passed 2,2 --total 11,5 --fraction 0.8', 'holds', '1'],
    ['T2', '***', 'challenges --passed 9,4 --total 11,5 --fraction 0.8', 'holds', '0'],
    ['T2', '***', 'challenges --passed 9,3 --total 11,5 --fraction 0.8', 'holds', '1'],
    ['T2', '***', 'challenges --passed 8,4 --total 11,5 --fraction 0.8', 'holds', '1'],
  ]);
  const fails = (awareness: number, stealth: number) =>
    `min(reachesShare(${awareness}, 11, 0.8), reachesShare(${stealth}, 5, 0.8))`;
  inACase([
    ['T2', '***', fails(2, 2), '0'],
    ['T2', '***', fails(9, 4), '1'],
    ['T2', '***', fails(9, 3), '0'],
    ['T2', '***', fails(8, 4), '0'],
  ]);
});

describe('T3 * Clopper–Pearson, one-sided 95 %, no event', () => {
  inACase(
    [
      [10, '.25887'],
      [16, '.17075'],
      [20, '.13911'],
      [30, '.09503'],
      [59, '.04951'],
      [100, '.029513'],
      [299, '.0099691'],
      [300, '.0099361'],
      [1000, '.0029912'],
      [2995, '.00099974'],
      [3000, '.00099808'],
    ].flatMap(([n, printed]): InACase[] => [
      ['T3', '*', `binomialUpper(0, ${n}, 0.05)`, printed as string],
      ['T3', '*', `zeroFailureUpper(${n}, 0.05)`, printed as string],
    ]),
  );
  inACase([
    ['T3', '*', 'binomialUpper(1, 100, 0.05)', '.046560'],
    ['T3', '*', 'binomialUpper(3, 300, 0.05)', '.025641'],
    ['T3', '*', 'binomialLower(1, 100, 0.025)', '.00025315'],
    ['T3', '*', 'binomialUpper(1, 100, 0.025)', '.05445939'],
    ['T3', '*', 'binomialLower(682, 925, 0.025)', '.7076683'],
    ['T3', '*', 'binomialUpper(682, 925, 0.025)', '.7654066'],
  ]);
});

describe('T4 ** the rule of three, and Poisson bounds', () => {
  typed([
    ['T4', '**', 'clean-trials --n 10', 'ruleOfThree', '.30'],
    ['T4', '**', 'clean-trials --n 10', 'zeroFailureUpper', '.259'],
    ['T4', '**', 'clean-trials --n 20', 'ruleOfThree', '.15'],
    ['T4', '**', 'clean-trials --n 20', 'zeroFailureUpper', '.139'],
    ['T4', '**', 'clean-trials --n 30', 'ruleOfThree', '.10'],
    ['T4', '**', 'clean-trials --n 30', 'zeroFailureUpper', '.095'],
    ['T4', '**', 'clean-trials --n 100', 'ruleOfThree', '.03'],
    ['T4', '**', 'clean-trials --n 100', 'zeroFailureUpper', '.0295'],
  ]);
  inACase(
    ['2.9957', '4.7439', '6.2958', '7.7537'].map((printed, k) => ['T4', '**', `poissonUpper(${k}, 0.05)`, printed]),
  );
});

describe('T5 ** demands without failure', () => {
  inACase([
    ['T5', '**', 'demandsWithoutFailure(1e-3, 0.95)', '2994.23'],
    ['T5', '**', 'demandsWithoutFailure(1e-3, 0.99)', '4602.87'],
    ['T5', '**', 'demandsWithoutFailure(0.05, 0.95)', '58.40'],
    ['T5', '**', 'failureFreeExposure(1, 0.95)', '2.9957'],
    ['T5', '**', 'failureFreeExposure(1, 0.99)', '4.6052'],
    ['T5', '**', 'trialsNeeded(0.05, 0.05, 0)', '59'],
  ]);
  typed([
    ['T5', '**', 'demands --p 1e-3 --c 0.95', 'demands', '2995'],
    ['T5', '**', 'demands --p 1e-3 --c 0.99', 'demands', '4603'],
    ['T5', '**', 'demands --p 1e-4 --c 0.95', 'demands', '29956'],
    ['T5', '**', 'demands --p 1e-4 --c 0.99', 'demands', '46050'],
  ]);
});

describe('T6 *** miles without failure', () => {
  inACase([
    ['T6', '***', 'failureFreeExposure(1.09e-8, 0.95) / 1e6', '274.84'],
    ['T6', '***', 'failureFreeExposure(1.09e-8, 0.95) / (100 * 25 * 8760)', '12.55'],
    ['T6', '***', 'eventsForPrecision(0.2)', '96.04'],
    ['T6', '***', 'eventsForPrecision(0.2) / 1.09e-8 / 1e9', '8.81'],
    ['T6', '***', 'failureFreeExposure(77e-8, 0.95) / 1e6', '3.89'],
    ['T6', '***', 'eventsForPrecision(0.2) / 77e-8 / 1e6', '125'],
    ['T6', '***', 'failureFreeExposure(190e-8, 0.95) / 1e6', '1.58'],
    ['T6', '***', 'eventsForPrecision(0.2) / 190e-8 / 1e6', '51'],
  ]);
});

describe('3.1 * the trap of scale, and 3.4', () => {
  inACase([
    ['3.1', '*', 'binomialUpper(0, 2000, 0.05)', '.0014967'],
    ['3.1', '*', 'binomialUpper(0, 2000, 0.05) * 1e5', '149.7'],
    ['3.1', '*', 'atLeastOne(binomialUpper(0, 2000, 0.05), 1e5)', '1.000'],
    ['3.1', '*', 'perUseProbability(0.001, 1e5)', '1.0005e-8'],
    ['3.1', '*', 'demandsWithoutFailure(perUseProbability(0.001, 1e5), 0.95)', '2.994e8'],
    ['3.4', '*', 'atLeastOne(1e-5, 1e5)', '.632122'],
  ]);
});
