import {
  differenceDoubt,
  miettinenNurminen,
  newcombe,
  pairedDifferenceDoubt,
  ratioDoubt,
} from '@surety/core/statistics';
import { binomialProbability, steps } from './rates.mjs';

/** Every pair of counts of two arms, with its probability. */
function* twoArms(m, n, treatedRate, controlRate) {
  const control = Array.from({ length: n + 1 }, (_, l) => binomialProbability(l, n, controlRate));
  for (let k = 0; k <= m; k++) {
    const first = binomialProbability(k, m, treatedRate);
    for (let l = 0; l <= n; l++) {
      yield [first * control[l], { treated: { events: k, trials: m }, control: { events: l, trials: n } }];
    }
  }
}

/** The answer of a test does not depend on the probabilities: it is asked once for each pair of counts. */
function remembered(doubt) {
  const known = new Map();
  return (data, limit) => {
    const key = `${data.treated.events} ${data.treated.trials} ${data.control.events} ${data.control.trials} ${limit}`;
    if (!known.has(key)) known.set(key, doubt(data.treated, data.control, limit));
    return known.get(key);
  };
}

/** Arms that differ by `excess`, for every rate of the controls. */
const series = [
  [10, 10],
  [25, 12],
].map(([m, n]) => ({ m, n, label: `${m} and ${n} trials` }));

const byControls = (name, title, excess, covers, rigorous) => ({
  name,
  title,
  axis: `rate of the controls (the treated have ${excess} more)`,
  truths: steps(0, 1 - excess, 41),
  alpha: 0.05,
  rigorous,
  series: series.map(({ m, n, label }) => ({ label, all: (rate) => twoArms(m, n, rate + excess, rate) })),
  covers,
});

const exact = remembered(differenceDoubt);
const exactRatio = remembered(ratioDoubt);
const excess = 0.2;
const factor = 2;

export const differences = [
  byControls(
    'difference',
    'Difference of two arms, upper bound, 95 %',
    excess,
    (data, _, alpha) => exact(data, excess) >= alpha,
    true,
  ),
  byControls(
    'newcombe',
    'Newcombe’s interval of a difference, upper end, 95 %',
    excess,
    ({ treated, control }, _, alpha) => excess <= newcombe(treated, control, alpha).upper,
    false,
  ),
  byControls(
    'miettinen-nurminen',
    'Miettinen–Nurminen interval of a difference, upper end, 95 %',
    excess,
    ({ treated, control }, _, alpha) => excess <= miettinenNurminen(treated, control, alpha).upper + 1e-9,
    false,
  ),
  {
    name: 'ratio',
    title: 'Ratio of two arms, upper bound, 95 %',
    axis: 'rate of the controls (the treated have twice that)',
    truths: steps(0, 0.5, 41),
    alpha: 0.05,
    rigorous: true,
    series: series.map(({ m, n, label }) => ({ label, all: (rate) => twoArms(m, n, factor * rate, rate) })),
    covers: (data, _, alpha) => exactRatio(data, factor) >= alpha,
  },
  {
    name: 'paired-difference',
    title: 'Difference by pairs, upper bound, 95 %',
    axis: 'share of pairs with an event in the control only (0.1 more in the treated only)',
    truths: steps(0, 0.45, 31),
    alpha: 0.05,
    rigorous: true,
    series: [15, 40].map((n) => ({ label: `${n} pairs`, all: (share) => pairs(n, share + 0.1, share) })),
    covers: (data, _, alpha) => pairedDoubt(data) >= alpha,
  },
];

const knownPairs = new Map();

function pairedDoubt({ b, c, n }) {
  const key = `${b} ${c} ${n}`;
  if (!knownPairs.has(key)) {
    const [only, other] = [b, c].map((events) => ({ events, trials: n }));
    const counts = { treatedOnly: only, controlOnly: other, treated: only, control: other };
    knownPairs.set(key, pairedDifferenceDoubt(counts, 0.1));
  }
  return knownPairs.get(key);
}

function* pairs(n, treatedOnly, controlOnly) {
  for (let b = 0; b <= n; b++) {
    const first = binomialProbability(b, n, treatedOnly);
    const rest = treatedOnly >= 1 ? 0 : Math.min(1, controlOnly / (1 - treatedOnly));
    for (let c = 0; c <= n - b; c++) yield [first * binomialProbability(c, n - b, rest), { b, c, n }];
  }
}
