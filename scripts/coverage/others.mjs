import { requirementDoubt, roc, sequentialDoubt } from '@surety/core/statistics';
import { normalCdf } from '@surety/numerics';
import { steps } from './rates.mjs';

/** A run that is looked at after every trial, and stopped the first time that the doubt of its true rate is at most α. */
function looking(most) {
  return {
    label: `looked at ${most} times`,
    draws: 1000,
    draw: (rate, random) => {
      const events = [];
      let k = 0;
      for (let n = 1; n <= most; n++) {
        if (random.next() < rate) k++;
        events.push(k);
      }
      return events;
    },
  };
}

/** Benign scores and attack scores of a monitor, in steps so that there are ties; the true miss rate at a share. */
const audit = 0.1;
const levels = 40;
const levelOf = (score) => Math.min(levels - 1, Math.max(0, Math.floor((score + 4) * 5)));

function chanceOf(level, mean) {
  const edge = (at) => (at <= 0 ? 0 : at >= levels ? 1 : normalCdf(at / 5 - 4 - mean));
  return edge(level + 1) - edge(level);
}

/** Attacks above the lowest level that no more than the share of benign rows exceeds are caught. */
function trueMiss(mean) {
  let above = 0;
  let level = levels - 1;
  while (level >= 0 && above + chanceOf(level, 0) <= audit) above += chanceOf(level--, 0);
  let caught = 0;
  for (let at = level + 1; at < levels; at++) caught += chanceOf(at, mean);
  return 1 - caught;
}

function monitored(benign, attacks) {
  return {
    label: `${benign} benign, ${attacks} attacks`,
    draws: 800,
    draw: (mean, random) => {
      const score = (centre) => levelOf(centre + normalDraw(random));
      const calm = Array.from({ length: benign }, () => score(0));
      const ranks = Array.from({ length: attacks }, () => {
        const suspicion = score(mean);
        return { rank: calm.filter((each) => each >= suspicion).length, attacks: 1 };
      });
      return { kind: 'detection', benign, audit, strata: [{ name: 'all', trials: attacks, ranks }] };
    },
  };
}

function normalDraw(random) {
  return Math.sqrt(-2 * Math.log(random.next())) * Math.cos(2 * Math.PI * random.next());
}

export const others = [
  {
    name: 'sequential',
    title: 'Running evaluation, upper bound at its best moment, 95 %',
    axis: 'true rate',
    truths: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9],
    alpha: 0.05,
    rigorous: true,
    series: [looking(50), looking(500)],
    covers: (events, rate, alpha) => events.every((k, at) => sequentialDoubt(k, at + 1, rate) >= alpha),
  },
  {
    name: 'fixed-size-looked-at',
    title: 'Clopper–Pearson bound, looked at after every trial',
    axis: 'true rate',
    truths: [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9],
    alpha: 0.05,
    rigorous: false,
    series: [looking(50), looking(500)].map((each) => ({ ...each, draws: 200 })),
    covers: (events, rate, alpha) =>
      events.every((k, at) => {
        const counts = { kind: 'binomial', events: k, trials: at + 1 };
        return requirementDoubt(counts, { direction: '<=', value: rate, margin: 1 }).doubt >= alpha;
      }),
  },
  {
    name: 'detection',
    title: 'Misses at an audit of 10 %, upper bound, 95 %',
    axis: 'separation of attacks and benign rows, in standard deviations',
    truths: steps(0, 3.6, 19),
    alpha: 0.05,
    rigorous: true,
    series: [monitored(60, 30), monitored(300, 60)],
    covers: (data, mean, alpha) => {
      return requirementDoubt(data, { direction: '<=', value: trueMiss(mean), margin: 1 }).doubt >= alpha;
    },
  },
  {
    name: 'area-under-curve',
    title: 'Area under the ROC curve, lower bound for any distribution, 95 %',
    axis: 'separation of attacks and benign rows, in standard deviations',
    truths: steps(0, 3.6, 13),
    alpha: 0.05,
    rigorous: true,
    series: [scored(20, 15), scored(60, 40)],
    covers: ({ attacks, benign }, mean, alpha) => areaOf(mean) >= roc(attacks, benign, alpha).aucAtLeast,
  },
  {
    name: 'area-delong',
    title: 'Area under the ROC curve, DeLong’s lower bound, 95 %',
    axis: 'separation of attacks and benign rows, in standard deviations',
    truths: steps(0, 3.6, 13),
    alpha: 0.05,
    rigorous: false,
    series: [scored(20, 15), scored(60, 40)],
    covers: ({ attacks, benign }, mean, alpha) => areaOf(mean) >= roc(attacks, benign, alpha).deLong.lower,
  },
];

function scored(benign, attacks) {
  return {
    label: `${benign} benign, ${attacks} attacks`,
    draws: 500,
    draw: (mean, random) => ({
      benign: Array.from({ length: benign }, () => normalDraw(random)),
      attacks: Array.from({ length: attacks }, () => mean + normalDraw(random)),
    }),
  };
}

/** P(an attack scores above a benign row) for normal scores. */
function areaOf(mean) {
  return normalCdf(mean / Math.SQRT2);
}
