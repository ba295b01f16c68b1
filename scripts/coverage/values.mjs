import {
  allPass,
  bootstrapMean,
  boundedMeanUpper,
  cohenKappa,
  elicitedQueries,
  meanPosteriorSurvival,
  tailBootstrap,
} from '@surety/core/statistics';
import { exp, log, normalQuantileUpper, quantileSorted } from '@surety/numerics';
import { binomialOutcomes, steps } from './rates.mjs';

/** `n` draws. */
export const times = (n, draw) => Array.from({ length: n }, () => draw());
const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
const counted = (values) => values.map((value) => ({ value, count: 1 }));
const binary = (k, n) => [
  { value: 0, count: n - k },
  { value: 1, count: k },
];

/** Ways of having a mean: successes, partial credit, a score that is spread evenly, and one that is rarely high. */
const scores = (n) => [
  {
    label: `${n} successes or not`,
    all: function* (mean) {
      for (const [probability, { k }] of binomialOutcomes(n, mean)) yield [probability, binary(k, n)];
    },
  },
  {
    label: `${n} of 0, ½ or 1`,
    draws: 4000,
    draw: (mean, random) =>
      counted(
        times(n, () => {
          const u = random.next();
          return u < mean / 2 ? 1 : u < 1.5 * mean ? 0.5 : 0;
        }),
      ),
  },
  { label: `${n} even`, draws: 4000, draw: (mean, random) => counted(times(n, () => 2 * mean * random.next())) },
];

const meanBound = (name, title, rigorous, covers) => ({
  name,
  title,
  axis: 'true mean of a score from 0 to 1',
  truths: [...steps(0.001, 0.05, 25), ...steps(0.06, 0.48, 22)],
  alpha: 0.05,
  rigorous,
  series: scores(50),
  covers,
});

const means = [
  meanBound('bounded-mean', 'Hoeffding–Bentkus upper bound on a mean, 95 %', true, (values, mean, alpha) => {
    const n = sumOf(values.map(({ count }) => count));
    return mean <= boundedMeanUpper(sumOf(values.map(({ value, count }) => value * count)), n, alpha);
  }),
  meanBound('mean-posterior', 'Bayesian bootstrap (two moments) upper bound, 95 %', false, (values, mean, alpha) => {
    return meanPosteriorSurvival(values, mean) >= alpha;
  }),
  {
    ...meanBound('bootstrap-mean', 'Percentile bootstrap upper bound on a mean, 95 %', false, (values, mean, alpha) => {
      const all = values.flatMap(({ value, count }) => new Array(count).fill(value));
      return mean <= bootstrapMean(all, alpha, 200, 'coverage').upper;
    }),
    truths: [...steps(0.005, 0.1, 12), ...steps(0.15, 0.48, 8)],
    series: scores(50).map((series) => (series.draw === undefined ? series : { ...series, draws: 500 })),
  },
];

/** k repeats of each of 60 tasks that all have the rate, or of which a share always passes and the others never do. */
const tasks = 60;
const repeated = {
  name: 'repeats',
  title: 'All of 3 repeats (5 run): Hoeffding–Bentkus upper bound, 95 %',
  axis: 'true probability that all 3 pass',
  truths: steps(0.01, 0.6, 21),
  alpha: 0.05,
  rigorous: true,
  series: [
    {
      label: 'tasks alike',
      draws: 4000,
      draw: (truth, random) => {
        const rate = exp(log(truth) / 3);
        return times(tasks, () => times(5, () => random.next() < rate).filter(Boolean).length);
      },
    },
    {
      label: 'easy or hopeless',
      draws: 4000,
      draw: (truth, random) => times(tasks, () => (random.next() < truth ? 5 : 0)),
    },
  ],
  covers: (successes, truth, alpha) =>
    truth <= boundedMeanUpper(sumOf(successes.map((c) => allPass(c, 5, 3))), tasks, alpha),
};

/** Two graders that each give the truth's grade, or one of their own by the same shares. */
const graded = (share) => ({
  label: `${share * 100} % one grade`,
  draws: 6000,
  draw: (kappa, random) => {
    const grade = () => (random.next() < share ? 'a' : 'b');
    return times(60, () => {
      const common = random.next() < kappa ? grade() : undefined;
      return [common ?? grade(), common ?? grade()];
    });
  },
});
const kappa = {
  name: 'kappa',
  title: 'Cohen’s κ of 60 units, lower bound by its standard error, 95 %',
  axis: 'true κ',
  truths: steps(0.05, 0.95, 19),
  alpha: 0.05,
  rigorous: false,
  series: [0.5, 0.8, 0.95].map(graded),
  covers: (units, truth, alpha) => {
    const found = cohenKappa(units);
    return truth >= found.kappa - normalQuantileUpper(alpha) * found.standardError;
  },
};

const queries = 900;
const slope = 2.5;
const extrapolated = {
  name: 'tail',
  title: 'Worst query by resampled tail fits of 900 queries, upper 95 %',
  axis: 'orders of magnitude to the deployment',
  truths: steps(0.5, 3, 11),
  alpha: 0.05,
  rigorous: false,
  series: [
    {
      label: 'straight tail',
      draws: 200,
      draw: (_orders, random) => times(queries, () => exp(-exp((log(random.next()) + 8) / slope))),
    },
  ],
  covers: (elicitation, orders, alpha) => {
    const uses = queries * 10 ** orders;
    const forecasts = tailBootstrap(elicitedQueries(elicitation), uses, 'worstQuery').sort();
    return exp(-exp((8 - log(uses)) / slope)) <= quantileSorted(forecasts, 1 - alpha);
  },
};

export const values = [...means, repeated, kappa, extrapolated];
