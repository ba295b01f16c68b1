import type { EventCount } from '../../case/index.js';
import {
  differenceDoubt,
  type PairedCount,
  pairedDifferenceDoubt,
  pairedRatioDoubt,
  ratioDoubt,
} from '../difference.js';
import { betaDraws, jeffreysDraws } from './binomial.js';
import type { Estimator, RequiredBound } from './estimator.js';
import { marginOff } from './limit-of.js';

/** Two independent arms: uplift. */
export const difference: Estimator<'difference'> = {
  kind: 'difference',
  title: 'Difference of two arms',
  assumes: [
    'Trials are independent, with one rate in each arm, and were given to the arms at random (or would be alike without the treatment).',
  ],
  misleads: [
    'A treatment that the treated did not use to the full (too little time, novices) shows less uplift than it has.',
    'A ratio over controls without an event is unbounded: no number of the treated gives a doubt below 1.',
  ],
  literature: [
    'Clopper, Pearson 1934; Fisher 1932, Statistical methods for research workers (combination of tails)',
    'Basu 1977; Berger, Boos 1994, P values maximized over a confidence set for the nuisance parameter',
  ],
  bound: 'the exact bound of both arms, whatever the rate of the controls,',
  doubt({ treated, control }, required) {
    const doubt =
      required.result === 'ratio'
        ? eitherWay(
            required,
            (limit) => ratioDoubt(treated, control, limit),
            (limit) => ratioDoubt(control, treated, 1 / limit),
          )
        : eitherWay(
            required,
            (limit) => differenceDoubt(treated, control, Math.max(-1, limit)),
            (limit) => (limit > 1 ? 1 : differenceDoubt(control, treated, -limit)),
          );
    return { doubt, trials: treated.trials + control.trials, events: treated.events + control.events };
  },
  dimensions: () => 2,
  draws({ treated, control }, [first, second]) {
    const other = jeffreysDraws(control.events, control.trials, second!);
    return jeffreysDraws(treated.events, treated.trials, first!).map((rate, at) => rate - other[at]!);
  },
  words: ({ treated, control }) => `treated ${share(treated)}, control ${share(control)}`,
};

/** Samples that were tried in both arms. */
export const pairedDifference: Estimator<'paired-difference'> = {
  kind: 'paired-difference',
  title: 'Difference of two arms, sample by sample',
  assumes: ['The samples are independent of each other; the two trials of one sample need not be.'],
  misleads: [
    'Samples that are equal in both arms say little; how many differ decides.',
    'For a ratio the arms are taken one by one, which wastes the pairing.',
  ],
  literature: [
    'McNemar 1947, Note on the sampling error of the difference between correlated proportions',
    'Fisher 1932 (combination of tails); Berger, Boos 1994',
  ],
  bound: 'the exact bound of the pairs that differ',
  doubt(counts, required) {
    const swapped: PairedCount = {
      treatedOnly: counts.controlOnly,
      controlOnly: counts.treatedOnly,
      treated: counts.control,
      control: counts.treated,
    };
    const doubt =
      required.result === 'ratio'
        ? eitherWay(
            required,
            (limit) => pairedRatioDoubt(counts, limit),
            (limit) => pairedRatioDoubt(swapped, 1 / limit),
          )
        : eitherWay(
            required,
            (limit) => pairedDifferenceDoubt(counts, Math.max(-1, limit)),
            (limit) => (limit > 1 ? 1 : pairedDifferenceDoubt(swapped, -limit)),
          );
    const { treatedOnly, controlOnly } = counts;
    return { doubt, trials: controlOnly.trials, events: treatedOnly.events + controlOnly.events };
  },
  dimensions: () => 2,
  /** Of the shares of pairs with an event in one arm only, by a Jeffreys prior on the three kinds of pairs. */
  draws({ treatedOnly, controlOnly }, [first, second]) {
    const [b, c, n] = [treatedOnly.events, controlOnly.events, Math.max(treatedOnly.trials, controlOnly.trials)];
    const other = betaDraws(c + 0.5, Math.max(0, n - b - c) + 0.5, second!);
    return betaDraws(b + 0.5, n - b + 1, first!).map((rate, at) => rate - (1 - rate) * other[at]!);
  },
  words: ({ treatedOnly, controlOnly }) =>
    `treated only ${treatedOnly.events}, control only ${controlOnly.events} of ${Math.max(treatedOnly.trials, controlOnly.trials)} pairs`,
};

/** A lower bound is an upper one with the arms changed. */
function eitherWay(
  required: RequiredBound,
  atMost: (limit: number) => number,
  atLeast: (limit: number) => number,
): number {
  const limit = marginOff(required);
  return required.direction === '<=' ? atMost(limit) : atLeast(limit);
}

function share({ events, trials }: EventCount): string {
  return `${events} of ${trials}`;
}
