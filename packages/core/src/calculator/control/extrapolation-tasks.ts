import { type AttemptRates, successBeforeDetection } from '../../statistics/index.js';
import type { Arithmetic, Refusal, TableRow } from '../calculator.js';
import { nonNegative, number, probability } from '../parameter.js';
import { playing, withSimulation } from './played.js';

/** The extrapolation from results that were kept task by task, where tasks differ. */
export const extrapolationTasks: Arithmetic = {
  name: 'extrapolation-tasks',
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
  functions: [],
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
