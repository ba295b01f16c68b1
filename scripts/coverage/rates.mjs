import { binomialUpper, jeffreysUpper, wilsonUpper } from '@surety/core/statistics';
import { logGamma } from '@surety/numerics';

/** Even steps from the first to the last. */
export function steps(first, last, count) {
  return Array.from({ length: count }, (_, at) => first + ((last - first) * at) / (count - 1));
}

/** Every number of events among n independent trials, with its probability. */
export function* binomialOutcomes(n, rate) {
  for (let k = 0; k <= n; k++) yield [binomialProbability(k, n, rate), { k, n }];
}

export function binomialProbability(k, n, rate) {
  if (rate === 0 || rate === 1) return k === n * rate ? 1 : 0;
  const choose = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(choose + k * Math.log(rate) + (n - k) * Math.log1p(-rate));
}

const sizes = [10, 50, 300];
const upper = (name, title, rigorous, bound) => ({
  name,
  title,
  axis: 'true rate',
  truths: [0, ...steps(0.002, 0.5, 250)],
  alpha: 0.05,
  rigorous,
  series: sizes.map((n) => ({ label: `${n} trials`, all: (rate) => binomialOutcomes(n, rate) })),
  covers: ({ k, n }, rate, alpha) => rate <= bound(k, n, alpha),
});

export const rates = [
  upper('clopper-pearson', 'Clopper–Pearson upper bound, 95 %', true, binomialUpper),
  upper('jeffreys', 'Jeffreys upper bound, 95 %', false, jeffreysUpper),
  upper('wilson', 'Wilson upper bound, 95 %', false, wilsonUpper),
];
