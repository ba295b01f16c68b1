import { fromLiterature } from '../../catalogue/index.js';
import { type AttemptRates, successBeforeDetection } from '../../statistics/index.js';
import type { Calculator, Refusal, TableRow } from '../calculator.js';
import { nonNegative, number, probability } from '../parameter.js';
import { example } from '../rows.js';
import { playing, withSimulation } from './played.js';

/** The extrapolation from results that were kept task by task, where tasks differ. */
export const extrapolationTasks: Calculator = {
  name: 'extrapolation-tasks',
  title: 'The same from results that were kept for each task of the evaluation',
  topic: 'control',
  parameters: [
    {
      kind: 'table',
      name: 'results',
      text: 'a task of the evaluation a row',
      columns: [
        { name: 'succeeds', text: 'share of the attempts at it that succeeded unseen', range: probability },
        { name: 'detected', text: 'share of the attempts at it that were detected', range: probability },
      ],
    },
    number('attacked', probability, 'probability that a task is attacked'),
    number('tasks', nonNegative, 'tasks of the deployment'),
    ...playing,
  ],
  formula: [
    's/(s + d) · [1 − (1 − q(s + d))^N], with s and d the means over the tasks of the evaluation, q = attacked, N = tasks',
    'chosen: the largest s/(s + d) of any task, where the attacker waits for tasks like that one',
    'simulated: each attack is at a task of the evaluation, drawn at random, until an attempt is detected',
  ],
  source: fromLiterature(
    'extrapolation of a control evaluation by simulation of cached results',
    'Korbak et al. 2025, arXiv 2501.17315; the closed form is worked out here: which task is drawn is independent each time, so the race has the mean rates',
  ),
  cautions: [
    'Tasks of the deployment are like those of the evaluation, in the same proportions, and the first detection stops every further attempt.',
    'Rates of single tasks come from few attempts: the largest of them is partly chance, and “chosen” errs on the safe side.',
  ],
  functions: [],
  examples: [
    example(
      { results: 'examples/control/data/tasks.csv', attacked: 0.001, tasks: 5000, runs: 1000 },
      { succeeds: '.2', detected: '.3', successBeforeDetection: '.36719', limit: '.4', chosen: '.75' },
      'by hand: means .2 and .3, so .4 · (1 − .9995^5000); the second task alone gives .3/.4',
    ),
  ],
  compute: (inputs) => {
    const rates = (inputs.results as readonly TableRow[]).map(
      ({ succeeds, detected }): AttemptRates => ({ succeeds: succeeds as number, detected: detected as number }),
    );
    const impossible = rates.findIndex(({ succeeds, detected }) => succeeds + detected > 1 + 1e-12);
    if (rates.length === 0) return refusal('there is no task');
    if (impossible !== -1) return refusal(`succeeds and detected of task ${impossible + 1} add up to more than 1`);
    const mean = (of: keyof AttemptRates) => rates.reduce((sum, one) => sum + one[of], 0) / rates.length;
    const means: AttemptRates = { succeeds: mean('succeeds'), detected: mean('detected') };
    const [attacked, tasks, runs, seed] = ['attacked', 'tasks', 'runs', 'seed'].map(
      (name) => inputs[name] as number,
    ) as [number, number, number, number];
    const exact = successBeforeDetection(means, attacked, tasks);
    const rows = [
      { name: 'succeeds', value: means.succeeds, text: 'Mean over the tasks of the evaluation.' },
      { name: 'detected', value: means.detected, text: 'Mean over them.' },
      {
        name: 'successBeforeDetection',
        value: exact,
        text: 'Probability of a success before the first detection, by the closed form.',
      },
      {
        name: 'limit',
        value: patient(means),
        text: 'The same for ever more tasks: what the most patient attacker gets.',
      },
      {
        name: 'chosen',
        value: Math.max(...rates.map(patient)),
        text: 'What he gets who attacks only tasks like the one that is best for him.',
      },
    ];
    return withSimulation({ rows, warnings: [] }, exact, rates, { attacked, tasks, runs, seed });
  },
};

function patient(rates: AttemptRates): number {
  return successBeforeDetection(rates, 1, Number.POSITIVE_INFINITY);
}

function refusal(message: string): Refusal {
  return { message, parameter: 'results' };
}
