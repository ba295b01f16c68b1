import { successBeforeDetection } from '../../statistics/index.js';
import type { Arithmetic } from '../calculator.js';
import { nonNegative, number, probability } from '../parameter.js';
import { calculatorOf, type Numbers } from '../rows.js';
import { playing, withSimulation } from './played.js';

const closed = ({ succeeds, detected, attacked, tasks }: Numbers) =>
  successBeforeDetection({ succeeds: succeeds!, detected: detected! }, attacked!, tasks!);

const parameters = [
  number('succeeds', probability, 'probability that an attempt succeeds unseen'),
  number('detected', probability, 'probability that an attempt is detected, which ends it all'),
  number('attacked', probability, 'probability that a task is attacked'),
  number('tasks', nonNegative, 'tasks of the deployment'),
] as const;

const takes = ['succeeds', 'detected', 'attacked', 'tasks'] as const;

const byClosedForm = calculatorOf({
  name: 'extrapolation',
  parameters: [...parameters, ...playing],
  rows: [
    {
      name: 'successBeforeDetection',
      text: 'Probability of a success before the first detection, by the closed form.',
      value: closed,
      call: {
        takes,
        needs: 'succeeds + detected at most 1',
        unit: { kind: 'occurrence', p: 2, n: 3 },
        rises: ['succeeds', 'attacked', 'tasks'],
        falls: ['detected'],
        example: [[13 / 71, 24 / 71, 0.001, 5000], 0.325419454432],
      },
    },
    {
      name: 'limit',
      text: 'The same for ever more tasks: what the most patient attacker gets.',
      value: (of) => closed({ ...of, attacked: 1, tasks: Number.POSITIVE_INFINITY }),
    },
    {
      name: 'attempts',
      text: 'Attempts to be expected, were none detected.',
      value: ({ attacked, tasks }) => attacked! * tasks!,
    },
  ],
  refuse: ({ succeeds, detected }) =>
    succeeds! + detected! > 1
      ? { message: 'succeeds and detected add up to more than 1', parameter: 'detected' }
      : undefined,
});

/** The closed form with a simulation beside it. */
export const extrapolation: Arithmetic = {
  ...byClosedForm,
  compute: (inputs) => {
    const found = byClosedForm.compute(inputs);
    if ('message' in found) return found;
    const { succeeds, detected, attacked, tasks, runs, seed } = inputs as Record<string, number>;
    const rates = [{ succeeds: succeeds!, detected: detected! }];
    const played = { attacked: attacked!, tasks: tasks!, runs: runs!, seed: seed! };
    return withSimulation(found, closed(inputs as Numbers), rates, played);
  },
};
