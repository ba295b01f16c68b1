import { betaBinomialDoubt, kornGraubardUpper, robustDoubt } from '@surety/core/statistics';
import { fillQuantiles } from '@surety/numerics';
import { steps } from './rates.mjs';

/** Clusters of equal size whose rates are Beta distributed: what trials of one task or prompt family look like. */
function clustered(number, size, correlation) {
  return {
    label: `${number} × ${size}, correlation ${correlation}`,
    draws: 600,
    draw: (mean, random) =>
      Array.from({ length: number }, () => {
        const rate = betaDraw(mean, correlation, random);
        let events = 0;
        for (let i = 0; i < size; i++) if (random.next() < rate) events++;
        return { events, trials: size };
      }),
  };
}

function betaDraw(mean, correlation, random) {
  if (correlation === 0) return mean;
  if (correlation === 1) return random.next() < mean ? 1 : 0;
  const size = 1 / correlation - 1;
  const out = new Float64Array(1);
  fillQuantiles({ kind: 'beta', a: mean * size, b: (1 - mean) * size }, Float64Array.of(random.next()), out);
  return out[0];
}

const shapes = [clustered(12, 10, 0.3), clustered(30, 10, 0.05), clustered(30, 10, 0.8), clustered(60, 4, 0.2)];
const common = { axis: 'true mean rate', truths: steps(0.01, 0.5, 25), alpha: 0.05, series: shapes };

export const clusters = [
  {
    ...common,
    name: 'cluster-robust',
    title: 'Cluster-robust upper bound, 95 %',
    rigorous: false,
    covers: (data, rate, alpha) => robustDoubt(data, rate) >= alpha,
  },
  {
    ...common,
    name: 'korn-graubard',
    title: 'Korn–Graubard upper bound as surveys use it, 95 %',
    rigorous: false,
    covers: (data, rate, alpha) => rate <= kornGraubardUpper(data, alpha),
  },
  {
    ...common,
    name: 'beta-binomial',
    title: 'Beta-binomial posterior, 95 %',
    rigorous: false,
    series: shapes.slice(0, 3).map((series) => ({ ...series, draws: 100 })),
    truths: steps(0.02, 0.5, 9),
    covers: (data, rate, alpha) => betaBinomialDoubt(data, rate) >= alpha,
  },
];
