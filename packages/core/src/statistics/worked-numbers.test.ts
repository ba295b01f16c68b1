import { describe, expect, test } from 'vitest';
import {
  affordableDoubt,
  anySuiteBelow,
  atLeastOf,
  atLeastOne,
  betaBinomialAtLeastOf,
  betaFactorOr,
  betaFactorRareEvent,
  binomialLower,
  binomialUpper,
  conservativeDemands,
  conservativeFailure,
  conservativePosterior,
  demandsWithoutFailure,
  eventsForPrecision,
  extrapolationWarning,
  failureFreeExposure,
  groupAllFail,
  independentAll,
  jeffreysUpper,
  legsAllFail,
  perUseProbability,
  poissonUpper,
  possiblyPerfect,
  requirementDoubt,
  ruleOfThree,
  uniformPriorMean,
  uniformPriorNextClean,
  uniformPriorUpper,
  wilson,
  zeroFailureUpper,
} from './index.js';
import { prints } from './prints.testing.js';

describe('binomial pass rates (reference 3.1)', () => {
  test.each([
    [0, 50, 0, 0, 7.1],
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
  ])('T1: Wilson interval of %i of %i', (k, n, percent, lower, upper) => {
    const found = wilson(k, n, 0.025);
    // The paper rounds half to even.
    expect(Math.abs((100 * k) / n - percent)).toBeLessThan(0.051);
    expect(Math.abs(100 * found.lower - lower)).toBeLessThan(0.051);
    expect(Math.abs(100 * found.upper - upper)).toBeLessThan(0.051);
  });

  test.each([
    [2, 2, true],
    [9, 4, false],
    [9, 3, true],
    [8, 4, true],
  ])('T2: %i of 11 and %i of 5 challenges passed', (awareness, stealth, valid) => {
    const suites = [
      { passed: awareness, total: 11 },
      { passed: stealth, total: 5 },
    ];
    expect(anySuiteBelow(suites, 0.8)).toBe(valid);
  });

  test.each([
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
  ])('T3: no event in %i', (n, printed) => {
    prints(binomialUpper(0, n, 0.05), printed);
    prints(zeroFailureUpper(n, 0.05), printed);
  });

  test('T3: some events', () => {
    prints(binomialUpper(1, 100, 0.05), '.046560');
    prints(binomialUpper(3, 300, 0.05), '.025641');
    prints(binomialLower(1, 100, 0.025), '.00025315');
    prints(binomialUpper(1, 100, 0.025), '.05445939');
    prints(binomialLower(682, 925, 0.025), '.7076683');
    prints(binomialUpper(682, 925, 0.025), '.7654066');
  });

  test('T4: the rule of three, and Poisson bounds', () => {
    for (const [n, rule, exact] of [
      [10, '.30', '.259'],
      [20, '.15', '.139'],
      [30, '.10', '.095'],
      [100, '.03', '.0295'],
    ] as const) {
      prints(ruleOfThree(n), rule);
      prints(zeroFailureUpper(n, 0.05), exact);
    }
    for (const [k, printed] of ['2.9957', '4.7439', '6.2958', '7.7537'].entries())
      prints(poissonUpper(k, 0.05), printed);
  });

  test('T5: demands without failure', () => {
    prints(demandsWithoutFailure(1e-3, 0.95), '2994.23');
    prints(demandsWithoutFailure(1e-3, 0.99), '4602.87');
    expect(Math.ceil(demandsWithoutFailure(1e-3, 0.95))).toBe(2995);
    expect(Math.ceil(demandsWithoutFailure(1e-3, 0.99))).toBe(4603);
    expect(Math.ceil(demandsWithoutFailure(1e-4, 0.95))).toBe(29_956);
    expect(Math.ceil(demandsWithoutFailure(1e-4, 0.99))).toBe(46_050);
    prints(failureFreeExposure(1, 0.95), '2.9957');
    prints(failureFreeExposure(1, 0.99), '4.6052');
    prints(demandsWithoutFailure(0.05, 0.95), '58.40');
    expect(Math.ceil(demandsWithoutFailure(0.05, 0.95))).toBe(59);
  });

  test('T6: miles without failure', () => {
    const miles = failureFreeExposure(1.09e-8, 0.95);
    prints(miles / 1e6, '274.84');
    prints(miles / (100 * 25 * 8760), '12.55');
    prints(eventsForPrecision(0.2), '96.04');
    prints(eventsForPrecision(0.2) / 1.09e-8 / 1e9, '8.81');
    prints(failureFreeExposure(77e-8, 0.95) / 1e6, '3.89');
    prints(eventsForPrecision(0.2) / 77e-8 / 1e6, '125');
    prints(failureFreeExposure(190e-8, 0.95) / 1e6, '1.58');
    prints(eventsForPrecision(0.2) / 190e-8 / 1e6, '51');
  });

  test('the trap: none of 2,000 says little about 100,000', () => {
    const warning = extrapolationWarning(0, 2000, 100_000);
    prints(warning.perUse, '.0014967');
    prints(warning.events, '149.7');
    expect(warning.atLeastOne).toBeCloseTo(1, 12);
    expect(warning.factor).toBe(50);
    expect(warning.text).toBe('0 of 2,000 still allows about 150 events in 100,000 uses (95 % Clopper–Pearson)');
    const perTask = perUseProbability(0.001, 100_000);
    prints(perTask, '1.0005e-8');
    prints(demandsWithoutFailure(perTask, 0.95), '2.994e8');
  });
});

test('at least one in n (reference 3.4, semantics 6)', () => {
  prints(atLeastOne(1e-5, 1e5), '.632122');
  prints(atLeastOne(0.04, 200), '.9997');
});

describe('dependent failures (reference 3.8, semantics 3 and 9)', () => {
  test.each([
    [3, 0.01, '1e-6', '.001000728271', '.001000730460', '.0010009', '.0010007290'],
    [2, 0.01, '1e-4', '.001080919', '.001081081', '.00109', '.001081'],
    [3, 0.05, '1.25e-4', '.005090669', '.005092043', '.0051125', '.005091125'],
  ])('%i with p = %f and β = 0.1', (k, p, independent, or, group, legs, rare) => {
    prints(independentAll(p, k), independent);
    prints(betaFactorOr(p, k, 0.1), or);
    prints(groupAllFail(p, k, 0.1), group);
    prints(legsAllFail(p, k, 0.1), legs);
    prints(betaFactorRareEvent(p, k, 0.1), rare);
  });

  test('the closed form is wrong for a large p, and the ratio', () => {
    prints(betaFactorRareEvent(1, 2, 0.1), '.91');
    prints(betaFactorRareEvent(0.01, 3, 0.1) / independentAll(0.01, 3), '1000.7');
    prints(groupAllFail(0.01, 3, 0.1), '1.0e-3');
  });

  test('a group is never below the β-factor model', () => {
    for (const p of [1e-9, 0.01, 0.3, 0.99, 1]) {
      for (const beta of [0, 0.05, 0.5, 1]) {
        expect(groupAllFail(p, 3, beta)).toBeGreaterThanOrEqual(betaFactorOr(p, 3, beta) * (1 - 1e-15));
      }
    }
  });

  test('rare failures that are correlated', () => {
    prints(atLeastOf(3, 1000, 1e-4), '1.5422e-4');
    prints(betaBinomialAtLeastOf(3, 1000, 1e-4, 0.01), '1.0741e-2');
    prints(betaBinomialAtLeastOf(3, 1000, 1e-4, 0.01) / atLeastOf(3, 1000, 1e-4), '70');
  });

  test('a possibly perfect channel', () => prints(possiblyPerfect(1e-3, 1e-2), '1e-5'));
});

describe('conservative Bayesian (reference 3.9)', () => {
  test('Bishop et al.', () => {
    prints(conservativeFailure(0.0009, 1e-4), '.00099991');
    prints(1 - affordableDoubt(1e-3, 1e-4), '.99910');
  });

  test('after clean demands', () => {
    prints(conservativeDemands(0.95, 0.1, 1e-10, 1.09e-8) / 1e6, '476.08');
    prints(conservativeDemands(0.95, 0.5, 1e-10, 1.09e-8) / 1e6, '272.63');
    prints(conservativeDemands(0.95, 0.9, 1e-10, 1.09e-8) / 1e6, '69.19');
    prints(conservativePosterior(0.9, 1e-4, 1e-3, 1000), '.956799');
    prints(conservativePosterior(0.9, 1e-4, 1e-3, 3000), '.992599');
  });

  test('a uniform prior', () => {
    prints(uniformPriorMean(1000), '.000998004');
    prints(uniformPriorNextClean(1000, 1000), '.500250');
    prints(uniformPriorUpper(0, 1000, 0.05), '.00298827');
    prints(jeffreysUpper(0, 1000, 0.05), '.00191841');
  });
});

test('what a requirement of the example case comes to', () => {
  const required = { direction: '<=', value: 0.05, margin: 2 } as const;
  expect(requirementDoubt({ kind: 'binomial', events: 0, trials: 120 }, required).doubt).toBeCloseTo(0.975 ** 120, 12);
});
