import {
  atLeastOf,
  atLeastOne,
  betaBinomialAtLeastOf,
  betaFactorOr,
  betaPriorUpper,
  binomialLower,
  binomialUpper,
  conservativeDemands,
  conservativeFailure,
  conservativePosterior,
  demandsWithoutFailure,
  failureFreeExposure,
  groupAllFail,
  jeffreysLower,
  jeffreysUpper,
  legsAllFail,
  perUseProbability,
  poissonUpper,
  sequentialUpper,
  trialsNeeded,
  uniformPriorMean,
  uniformPriorNextClean,
  wilsonLower,
  wilsonUpper,
  zeroFailureUpper,
} from '../statistics/index.js';
import type { ExpressionFunction, UnitRule } from './expression-function.js';

const counts = 'k events in n trials, 0 ≤ k ≤ n, and a tail 0 < alpha < 1';
const shares = 'p and beta in [0, 1], k ≥ 1';

/** The functions of `statistics/` that an expression may call. */
export const statisticalFunctions: readonly ExpressionFunction[] = [
  define(atLeastOne, 'atLeastOne(p, n)', '1 - (1 - p)^n: at least one event in n independent uses.', {
    domain: 'p in [0, 1], n ≥ 0',
    unit: 'occurrence',
    example: ['atLeastOne(1e-5, 1e5)', 0.6321223982],
  }),
  define(perUseProbability, 'perUseProbability(total, n)', '1 - (1 - total)^(1/n): the inverse of atLeastOne.', {
    domain: 'total in [0, 1], n > 0',
    example: ['perUseProbability(0.001, 1e5)', 1.0005003285e-8],
  }),
  define(binomialUpper, 'binomialUpper(k, n, alpha)', 'One-sided Clopper–Pearson upper bound on a rate.', {
    domain: counts,
    example: ['binomialUpper(0, 2000, 0.05)', 0.001496744895],
  }),
  define(binomialLower, 'binomialLower(k, n, alpha)', 'One-sided Clopper–Pearson lower bound on a rate.', {
    domain: counts,
    example: ['binomialLower(1, 100, 0.025)', 0.000253146033],
  }),
  define(jeffreysUpper, 'jeffreysUpper(k, n, alpha)', 'Upper bound of the Jeffreys posterior of a rate.', {
    domain: counts,
    example: ['jeffreysUpper(0, 1000, 0.05)', 0.001918406712],
  }),
  define(jeffreysLower, 'jeffreysLower(k, n, alpha)', 'Lower bound of the Jeffreys posterior of a rate.', {
    domain: counts,
    example: ['jeffreysLower(1, 100, 0.05)', 0.001762096254],
  }),
  define(
    betaPriorUpper,
    'betaPriorUpper(k, n, alpha, a, b)',
    'Upper bound of the posterior of a rate from a prior Beta(a, b).',
    {
      domain: `${counts}, a and b > 0`,
      example: ['betaPriorUpper(0, 1000, 0.05, 1, 1)', 0.002988265753],
    },
  ),
  define(
    sequentialUpper,
    'sequentialUpper(k, n, alpha)',
    'Upper bound on a rate that holds whenever a run is looked at.',
    {
      domain: counts,
      example: ['sequentialUpper(0, 1000, 0.05)', 0.003781027378],
    },
  ),
  define(wilsonUpper, 'wilsonUpper(k, n, alpha)', 'Upper end of Wilson’s score interval, alpha outside on each side.', {
    domain: counts,
    example: ['wilsonUpper(22, 48, 0.025)', 0.5970892545],
  }),
  define(wilsonLower, 'wilsonLower(k, n, alpha)', 'Lower end of Wilson’s score interval, alpha outside on each side.', {
    domain: counts,
    example: ['wilsonLower(22, 48, 0.025)', 0.3257524229],
  }),
  define(zeroFailureUpper, 'zeroFailureUpper(n, alpha)', '1 - alpha^(1/n): upper bound after n clean trials.', {
    domain: 'n ≥ 0, 0 < alpha ≤ 1',
    example: ['zeroFailureUpper(59, 0.05)', 0.04950760989],
  }),
  define(poissonUpper, 'poissonUpper(k, alpha)', 'Upper bound on an expected number of events after k were seen.', {
    domain: 'k a whole number ≥ 0, 0 < alpha < 1',
    example: ['poissonUpper(1, 0.05)', 4.743864518],
  }),
  define(
    demandsWithoutFailure,
    'demandsWithoutFailure(p, c)',
    'ln(1 - c) / ln(1 - p): clean demands that show a probability below p at confidence c.',
    { domain: 'p in (0, 1), c in [0, 1)', example: ['demandsWithoutFailure(1e-3, 0.95)', 2994.234158] },
  ),
  define(
    trialsNeeded,
    'trialsNeeded(limit, alpha, k)',
    'Fewest trials with k events whose Clopper–Pearson upper bound at the tail alpha is at most limit.',
    { domain: 'limit and alpha in (0, 1), k a whole number ≥ 0', example: ['trialsNeeded(0.05, 0.05, 1)', 93] },
  ),
  define(
    failureFreeExposure,
    'failureFreeExposure(rate, c)',
    '-ln(1 - c) / rate: clean exposure that shows a Poisson rate to be lower at confidence c.',
    { domain: 'rate > 0, c in [0, 1)', example: ['failureFreeExposure(1.09e-8, 0.95)', 274837823.3] },
  ),
  define(atLeastOf, 'atLeastOf(k, n, p)', 'At least k of n independent things fail.', {
    domain: 'whole k and n, n ≥ 0, p in [0, 1]',
    example: ['atLeastOf(3, 1000, 1e-4)', 1.542234847e-4],
  }),
  define(
    betaBinomialAtLeastOf,
    'betaBinomialAtLeastOf(k, n, p, rho)',
    'At least k of n things fail that are correlated (intra-class correlation rho; beta-binomial).',
    {
      domain: 'whole k and n, 0 ≤ n ≤ 1e8, p in [0, 1], rho in [0, 1)',
      example: ['betaBinomialAtLeastOf(3, 1000, 1e-4, 0.01)', 0.0107408132],
    },
  ),
  define(betaFactorOr, 'betaFactorOr(p, k, beta)', 'All of k equal things fail, by the textbook’s β-factor model.', {
    domain: shares,
    example: ['betaFactorOr(0.01, 3, 0.1)', 0.001000728271],
  }),
  define(groupAllFail, 'groupAllFail(p, k, beta)', 'All of k equal leaves of a declared group fail.', {
    domain: shares,
    example: ['groupAllFail(0.01, 3, 0.1)', 0.00100073046],
  }),
  define(legsAllFail, 'legsAllFail(p, k, beta)', 'A strategy of k equal legs with a declared β fails.', {
    domain: shares,
    example: ['legsAllFail(0.01, 3, 0.1)', 0.0010009],
  }),
  define(
    conservativeFailure,
    'conservativeFailure(x, y)',
    'x + y - x*y: worst-case probability of failure given a doubt x that it is at most y (Bishop et al. 2011).',
    { domain: 'x and y in [0, 1]', example: ['conservativeFailure(0.0009, 1e-4)', 0.00099991] },
  ),
  define(
    conservativePosterior,
    'conservativePosterior(theta, epsilon, p, n)',
    'Least confidence in p after n clean demands, given prior confidence theta in epsilon (Zhao et al. 2019).',
    {
      domain: 'theta in [0, 1], 0 ≤ epsilon ≤ p < 1, n ≥ 0',
      example: ['conservativePosterior(0.9, 1e-4, 1e-3, 1000)', 0.9567985956],
    },
  ),
  define(
    conservativeDemands,
    'conservativeDemands(c, theta, epsilon, p)',
    'Clean demands after which conservativePosterior reaches confidence c.',
    {
      domain: 'c in (0, 1), theta in (0, 1], 0 ≤ epsilon < p < 1',
      example: ['conservativeDemands(0.95, 0.9, 1e-10, 1.09e-8)', 69186518.31],
    },
  ),
  define(uniformPriorMean, 'uniformPriorMean(n)', '1 / (n + 2): mean rate after n clean demands, uniform prior.', {
    domain: 'n ≥ 0',
    example: ['uniformPriorMean(1000)', 1 / 1002],
  }),
  define(
    uniformPriorNextClean,
    'uniformPriorNextClean(n, m)',
    '(n + 1) / (n + m + 1): probability that m demands are clean after n clean ones, uniform prior.',
    { domain: 'n ≥ 0, m ≥ 0', example: ['uniformPriorNextClean(1000, 1000)', 1001 / 2001] },
  ),
];

interface Details {
  readonly domain: string;
  readonly unit?: UnitRule;
  readonly example: readonly [expression: string, value: number];
}

function define(
  value: ExpressionFunction['value'],
  signature: string,
  text: string,
  { domain, unit = 'plain', example: [expression, result] }: Details,
): ExpressionFunction {
  const name = signature.slice(0, signature.indexOf('('));
  const arity = signature.split(',').length;
  return {
    name,
    signature,
    text,
    domain,
    arity: { fewest: arity, most: arity },
    unit,
    examples: [{ expression, value: result }],
    value,
  };
}
