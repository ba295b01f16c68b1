import { conservativeDoubt, conservativeQuantileUpper } from '../conservative-bayes.js';
import type { Estimator } from './estimator.js';
import { limitOf } from './limit-of.js';

/** Conservative Bayesian inference: a stated prior confidence in a low rate, then trials without any event. */
export const conservative: Estimator<'conservative'> = {
  kind: 'conservative',
  title: 'Conservative Bayesian inference',
  assumes: [
    'Before the trials there was the stated confidence that the rate is at most the stated one; of the rest of the prior nothing is assumed.',
    'The trials are independent, and all have the same rate.',
  ],
  misleads: [
    'It is worth as much as the reason for the confidence: a high one carries the result however few the trials.',
    'Any event ends it: nothing is inferred then, and the doubt is 1.',
  ],
  literature: [
    'Bishop, Bloomfield, Littlewood, Povyakalo, Wright 2011, Toward a formalism for conservative claims about the dependability of software-based systems',
    'Zhao, Robu, Flynn, Salako, Strigini 2019, Assessing the safety and reliability of autonomous vehicles from road testing (arXiv 1908.06540)',
  ],
  bound: 'the least confidence over all priors that agree with the one stated',
  doubt({ events, trials, confidence, below }, required) {
    const limit = limitOf(required);
    const counted = { trials, events };
    if (limit >= 1) return { ...counted, doubt: 0 };
    const note =
      required.direction === '>='
        ? 'a prior confidence in a low rate says nothing for a requirement of at least some rate'
        : events > 0
          ? `the prior confidence is for trials without an event, and there were ${events}`
          : below > limit
            ? `the prior confidence is in a rate of at most ${below}, which is more than the ${limit} required`
            : undefined;
    if (note !== undefined) return { ...counted, doubt: 1, note };
    return { ...counted, doubt: conservativeDoubt(confidence, below, limit, trials) };
  },
  dimensions: () => 1,
  drawNote: 'drawn from above every posterior that the stated prior confidence leaves possible',
  draws({ events, trials, confidence, below }, [uniform]) {
    if (events > 0) return 1;
    // A high uniform number is a high rate.
    return uniform!.map((u) => conservativeQuantileUpper(confidence, below, 1 - u, trials));
  },
  /** Nothing is assumed of the prior that would keep the rate from being 0. */
  lowDraws: () => 0,
  words: ({ events, trials, confidence, below }) =>
    `${events} of ${trials}, after a prior confidence of ${confidence} in at most ${below}`,
};
