import { describe } from 'vitest';
import { inACase, typed } from './figures.testing.js';

describe('3.5 * uplift', () => {
  const command = 'uplift --attempts 100 --damage 1e5 --lambda-without 0.01 --lambda-with 0.012 --mu 0.5';
  typed([
    ['3.5', '*', command, 'without', '196078.43'],
    ['3.5', '*', command, 'with', '234375.00'],
    ['3.5', '*', command, 'uplift', '38296.57'],
  ]);
  inACase([
    ['3.5', '*', '100 * 1e5 * successWithinEffort(0.01, 0.5)', '196078.43'],
    ['3.5', '*', '100 * 1e5 * (successWithinEffort(0.012, 0.5) - successWithinEffort(0.01, 0.5))', '38296.57'],
    ['3.5', '*', '0.63 / 0.25', '2.52'],
  ]);
});

describe('3.8 * and ** dependent failures', () => {
  inACase([
    ['3.8', '*', 'betaFactorOr(0.01, 3, 0.1)', '.001000728271'],
    ['3.8', '*', 'betaFactorOr(0.01, 2, 0.1)', '.001080919'],
    ['3.8', '*', 'betaFactorOr(0.05, 3, 0.1)', '.005090669'],
    ['3.8', '*', 'groupAllFail(0.01, 3, 0.1)', '.001000730460'],
    ['3.8', '*', 'groupAllFail(0.01, 2, 0.1)', '.001081081'],
    ['3.8', '*', 'groupAllFail(0.05, 3, 0.1)', '.005092043'],
    ['3.8', '*', 'legsAllFail(0.01, 3, 0.1)', '.0010009'],
    ['3.8', '*', 'legsAllFail(0.01, 2, 0.1)', '.00109'],
    ['3.8', '*', 'legsAllFail(0.05, 3, 0.1)', '.0051125'],
    ['3.8', '*', 'independentAll(0.01, 3)', '1e-6'],
    ['3.8', '*', 'atLeastOf(3, 1000, 1e-4)', '1.5422e-4'],
    ['3.8', '*', 'betaBinomialAtLeastOf(3, 1000, 1e-4, 0.01)', '1.0741e-2'],
    ['3.8', '*', 'betaBinomialAtLeastOf(3, 1000, 1e-4, 0.01) / atLeastOf(3, 1000, 1e-4)', '70'],
    ['3.8', '**', 'possiblyPerfect(1e-3, 1e-2)', '1e-5'],
  ]);
  typed([
    ['3.8', '*', 'common-cause --p 0.01 --k 3 --beta 0.1', 'betaFactorRareEvent', '.0010007290'],
    ['3.8', '*', 'common-cause --p 0.01 --k 2 --beta 0.1', 'betaFactorRareEvent', '.001081'],
    ['3.8', '*', 'common-cause --p 0.05 --k 3 --beta 0.1', 'betaFactorRareEvent', '.005091125'],
    ['3.8', '*', 'common-cause --p 1 --k 2 --beta 0.1', 'betaFactorRareEvent', '.91'],
  ]);
});

describe('3.9 * and ** conservative Bayesian', () => {
  inACase([
    ['3.9', '**', 'conservativeFailure(0.0009, 1e-4)', '.00099991'],
    ['3.9', '**', '1 - affordableDoubt(1e-3, 1e-4)', '.99910'],
    ['3.9', '*', 'conservativeDemands(0.95, 0.1, 1e-10, 1.09e-8) / 1e6', '476.08'],
    ['3.9', '*', 'conservativeDemands(0.95, 0.5, 1e-10, 1.09e-8) / 1e6', '272.63'],
    // 69 million is remembered from the paper.
    ['3.9', '*', 'conservativeDemands(0.95, 0.9, 1e-10, 1.09e-8) / 1e6', '69.19'],
    ['3.9', '*', 'conservativePosterior(0.9, 1e-4, 1e-3, 1000)', '.956799'],
    ['3.9', '*', 'conservativePosterior(0.9, 1e-4, 1e-3, 3000)', '.992599'],
    ['3.9', '**', 'uniformPriorMean(1000)', '.000998004'],
    ['3.9', '**', 'uniformPriorNextClean(1000, 1000)', '.500250'],
    ['3.9', '**', 'betaPriorUpper(0, 1000, 0.05, 1, 1)', '.00298827'],
    ['3.9', '**', 'jeffreysUpper(0, 1000, 0.05)', '.00191841'],
  ]);
});
