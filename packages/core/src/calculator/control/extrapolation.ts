import { fromLiterature } from '../../catalogue/index.js';
import { successBeforeDetection } from '../../statistics/index.js';
import type { Calculator } from '../calculator.js';
import { nonNegative, number, probability } from '../parameter.js';
import { calculatorOf, example, type Numbers } from '../rows.js';
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
  title: 'From tasks of a control evaluation to tasks of a deployment: a success before the first detection',
  topic: 'control',
  parameters: [...parameters, ...playing],
  formula: [
    's/(s + d) · [1 − (1 − q(s + d))^N], with s = succeeds, d = detected, q = attacked, N = tasks',
    'limit: s/(s + d) for ever more tasks',
    'simulated: each deployment is played task by task until an attempt is detected',
  ],
  source: fromLiterature(
    'extrapolation of a control evaluation by simulation',
    'Korbak et al. 2025, arXiv 2501.17315; the closed form is worked out here and is the oracle of the simulation',
  ),
  cautions: [
    'Tasks are independent and alike, and the first detection stops every further attempt. An attacker who chooses his tasks does better.',
    'An attacker who does not hurry wins with the limit: take that, unless the number of attempts is bounded by something else.',
  ],
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
  examples: [
    example(
      { succeeds: 0.18309859, detected: 0.33802817, attacked: 0.01, tasks: 5000, runs: 1000 },
      { successBeforeDetection: '.351351', limit: '.351351', attempts: '50' },
      'closed form, worked by hand (13 and 24 of 71 attempts)',
    ),
    example(
      { succeeds: 0.18309859, detected: 0.33802817, attacked: 0.001, tasks: 5000, runs: 1000 },
      { successBeforeDetection: '.325419', attempts: '5' },
      'closed form, worked by hand',
    ),
  ],
});

/** The closed form with a simulation beside it. */
export const extrapolation: Calculator = {
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
