import type { ResultName } from '../../case/index.js';
import type { Weighted } from '../bounded-mean.js';
import { totalOf } from '../bounded-values.js';
import { allPass, anyPass } from '../repeats.js';
import type { CountsOf, Estimator } from './estimator.js';
import { effectiveValue } from './limit-of.js';
import { meanDoubt, meanDraws } from './values.js';

/** Each sample's own unbiased estimate of "all k repeats pass" is one value in [0, 1]; their mean is bounded as such. */
export const repeats: Estimator<'repeats'> = {
  kind: 'repeats',
  title: 'All of k repeats, any of k repeats',
  assumes: [
    'The samples are independent, and drawn alike; within a sample the repeats are exchangeable.',
    'At deployment each task is met k times under the conditions of the repeats.',
  ],
  misleads: [
    'It is not the rate to the power k: tasks differ, so that all k pass more often than that, and any of k less often than independence says.',
    'Of few repeats above k a sample’s estimate is coarse; that costs nothing but width.',
  ],
  literature: [
    'Yao, Shinn, Razavi, Narasimhan 2024, τ-bench (pass^k)',
    'Chen et al. 2021, Evaluating large language models trained on code (pass@k, unbiased)',
    'Hoeffding 1963; Bentkus 2004; Bates et al. 2021 (the bound on the mean)',
  ],
  bound: 'the Hoeffding–Bentkus bound over samples',
  doubt: (counts, required) =>
    meanDoubt(perSample(counts, required.result), { direction: required.direction, value: effectiveValue(required) }),
  dimensions: () => 1,
  drawNote: 'draws are of the probability that all k repeats succeed',
  draws: (counts, [uniform]) => meanDraws(perSample(counts), uniform!),
  words(counts) {
    const all = meanOf(perSample(counts));
    const any = meanOf(perSample(counts, 'anyPass'));
    const { count } = totalOf(perSample(counts));
    const { successes, total } = counts.samples.reduce(
      (sum, each) => ({
        successes: sum.successes + each.successes * each.count,
        total: sum.total + each.repeats * each.count,
      }),
      { successes: 0, total: 0 },
    );
    return `all ${counts.k} repeats ${all}, any ${any}, over ${count} samples (${successes} of ${total} repeats)`;
  },
};

function perSample({ k, samples }: CountsOf<'repeats'>, result: ResultName = 'allPass'): readonly Weighted[] {
  const pass = result === 'anyPass' ? anyPass : allPass;
  return samples.map(({ successes, repeats: n, count }) => ({ value: pass(successes, n, k), count }));
}

function meanOf(all: readonly Weighted[]): string {
  const { count, sum } = totalOf(all);
  return count === 0 ? 'unknown' : String(Number((sum / count).toPrecision(4)));
}
