import { sequentialDoubt } from '../sequential.js';
import { binomialDoubt, jeffreysDraws } from './binomial.js';
import type { Estimator } from './estimator.js';
import { limitOf } from './limit-of.js';

/** Trials of a run that may be looked at, and stopped, at any time. */
export const sequential: Estimator<'sequential'> = {
  kind: 'sequential',
  title: 'Running evaluation',
  assumes: [
    'Each trial has the same rate whatever came before; when to stop may depend on all that was seen.',
    'Every trial that was run is counted, in the order in which they were run.',
  ],
  misleads: [
    'It costs trials: the doubt is several times that of as many trials whose number was fixed beforehand.',
    'It allows for looking often, not for choosing among several runs or several measures.',
  ],
  literature: [
    'Robbins 1970, Statistical methods related to the law of the iterated logarithm',
    'Howard, Ramdas, McAuliffe, Sekhon 2021, Time-uniform, nonparametric, nonasymptotic confidence sequences',
  ],
  bound: 'the confidence sequence, valid whenever one looks,',
  doubt({ events, trials }, required) {
    const bad = required.direction === '<=' ? events : trials - events;
    const { jeffreys } = binomialDoubt(events, trials, required);
    const doubt = sequentialDoubt(bad, trials, Math.min(1, limitOf(required)));
    return { doubt, trials, events, ...(jeffreys === undefined ? {} : { jeffreys }) };
  },
  dimensions: () => 1,
  draws: ({ events, trials }, [uniform]) => jeffreysDraws(events, trials, uniform!),
  words: ({ events, trials }) => `${events} of ${trials} so far`,
};
