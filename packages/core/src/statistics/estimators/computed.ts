import type { Estimator } from './estimator.js';
import { limitOf } from './limit-of.js';

/** A probability that follows from a model: it meets the requirement or it does not. */
export const computed: Estimator<'computed'> = {
  kind: 'computed',
  title: 'Computed from a model',
  assumes: ['The model is right: its structure, the numbers in it, and that its basic events are independent.'],
  misleads: [
    'There is no uncertainty in it: a requirement that the number meets leaves no doubt here, and all of it in the model. Argue the model in an inference step, or take the number as a quantity.',
    'Basic events with a common cause make the top event likelier than the model says, often by orders of magnitude.',
  ],
  literature: ['Vesely, Goldberg, Roberts, Haasl 1981, Fault Tree Handbook (NUREG-0492)'],
  bound: 'the computed probability',
  doubt({ probability }, required) {
    const risk = required.direction === '<=' ? probability : 1 - probability;
    return { doubt: risk <= limitOf(required) ? 0 : 1, trials: 0, events: 0 };
  },
  dimensions: () => 1,
  drawNote: 'the probability is computed from a model and does not vary between trials',
  draws: ({ probability }) => probability,
  words: ({ probability }) => `computed ${probability}`,
};
