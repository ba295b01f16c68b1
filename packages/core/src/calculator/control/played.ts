import { stream } from '@surety/numerics';
import { type AttemptRates, simulateDeployment } from '../../statistics/index.js';
import type { Computed, Refusal } from '../calculator.js';
import { count, number } from '../parameter.js';

/** Most tasks that a simulation plays, over all runs: a few seconds. */
const mostPlayed = 2e8;

/** What a simulation takes besides the rates. */
export const playing = [
  number('runs', { low: 1, high: 1e7, whole: true }, 'deployments that the simulation plays', 4000),
  number('seed', count, 'seed of the simulation', 1),
] as const;

interface Played {
  readonly attacked: number;
  readonly tasks: number;
  readonly runs: number;
  readonly seed: number;
}

/** The closed form, and beside it the same by playing, with its error: either checks the other. */
export function withSimulation(
  found: Computed,
  exact: number,
  rates: readonly AttemptRates[],
  { attacked, tasks, runs, seed }: Played,
): Computed | Refusal {
  if (tasks * runs > mostPlayed) {
    return {
      message: `${tasks} tasks in ${runs} runs are more than can be played`,
      parameter: 'runs',
      expected: `runs × tasks of at most ${mostPlayed}`,
    };
  }
  const random = stream(seed, 'extrapolation');
  const { mean, error } = simulateDeployment(rates, { q: attacked, tasks, runs, random });
  // Of the closed form: that of the runs is 0 where none, or all, ended with a success.
  const expected = Math.sqrt((exact * (1 - exact)) / runs);
  const apart = Math.abs(mean - exact) > 4 * expected + 1e-12;
  return {
    ...found,
    rows: [
      ...found.rows,
      { name: 'simulated', value: mean, text: `Share of ${runs} simulated deployments with a success (seed ${seed}).` },
      { name: 'simulationError', value: error, text: 'Standard error of the simulation.' },
    ],
    warnings: apart
      ? [
          ...found.warnings,
          `The simulation lies more than four standard errors (${expected.toPrecision(2)}) from the closed form: raise --runs, or look into it.`,
        ]
      : found.warnings,
  };
}
