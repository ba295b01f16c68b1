import { binomialUpper, greenwoodBand, hazardJeffreys, hazardUpper, kaplanMeier } from '@surety/core/statistics';
import { log, logGamma } from '@surety/numerics';
import { steps } from './rates.mjs';
import { times } from './values.mjs';

function* poissonOutcomes(mean) {
  for (let k = 0; k <= mean + 12 * Math.sqrt(mean) + 40; k++)
    yield [Math.exp(k * Math.log(mean) - mean - logGamma(k + 1)), { events: k, exposure: 1 }];
}

/** Trials that end at their own event, or when their time is up. */
const ended = (trials) => ({
  label: trials === 1 ? '1 trial' : `${trials} trials`,
  draws: 20_000,
  draw: (mean, random) => {
    let events = 0;
    let exposure = 0;
    for (let i = 0; i < trials; i++) {
      const came = -log(random.next()) / mean;
      if (came <= 1) events += 1;
      exposure += Math.min(1, came);
    }
    return { events, exposure };
  },
});
const hazard = (name, title, rigorous, series, covers) => ({
  name,
  title,
  axis: 'true events per full length',
  truths: [...steps(0.1, 4.9, 49), ...steps(5, 12, 36)],
  alpha: 0.05,
  rigorous,
  series,
  covers,
});
const fixedExposure = [{ label: 'fixed exposure', all: poissonOutcomes }];
const garwood = ({ events, exposure }, rate, alpha) => rate <= hazardUpper(events, exposure, alpha);
const hazards = [
  hazard('hazard', 'Garwood upper bound, exposure fixed beforehand, 95 %', true, fixedExposure, garwood),
  hazard('hazard-ended', 'Garwood upper bound, trials end at their event, 95 %', false, [1, 3, 20].map(ended), garwood),
  hazard(
    'hazard-jeffreys',
    'Jeffreys upper bound on a rate per exposure, 95 %',
    false,
    fixedExposure,
    (data, rate, alpha) => {
      return hazardJeffreys(data.events, data.exposure, rate) >= alpha;
    },
  ),
];

/** 40 lifetimes with S(1) as given, censored never, at random, or just before the event in every second case. */
const lives = [
  { label: 'no censoring', end: () => Infinity },
  { label: 'at random', end: (random) => -log(random.next()) * 2 },
  { label: 'just before events', end: (random, came) => (random.next() < 0.5 ? came * 0.999 : Infinity) },
].map(({ label, end }) => ({
  label,
  draws: 8000,
  draw: (survival, random) =>
    times(40, () => {
      const came = log(random.next()) / log(survival);
      const stop = end(random, came);
      return { time: Math.min(came, stop), event: came <= stop };
    }),
}));
const lifetime = (name, title, rigorous, covers) => ({
  name,
  title,
  axis: 'true share without the event before 1',
  truths: steps(0.3, 0.99, 41),
  alpha: 0.05,
  rigorous,
  series: lives,
  covers,
});
const survivals = [
  lifetime(
    'survival',
    'Survival, unwatched counted as lost: Clopper–Pearson lower bound, 95 %',
    true,
    (trials, survival, alpha) => {
      const lost = trials.filter(({ time }) => time < 1).length;
      return 1 - survival <= binomialUpper(lost, trials.length, alpha);
    },
  ),
  lifetime('greenwood', 'Kaplan–Meier with Greenwood log-log lower bound, 95 %', false, (trials, survival, alpha) => {
    const step = kaplanMeier(trials).findLast(({ time }) => time < 1);
    return (
      step !== undefined && step.survival < 1 && (step.survival === 0 || survival >= greenwoodBand(step, alpha).lower)
    );
  }),
];

export const lifetimes = [...hazards, ...survivals];
