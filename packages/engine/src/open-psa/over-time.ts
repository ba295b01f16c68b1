import { compile } from '../compile.js';
import type { Limits } from '../types.js';
import type { ModelResult } from './problem.js';
import type { Solvable } from './to-risk-model.js';

/** The probability of a top at a time; bounds where a limit was met. */
export interface TimePoint {
  readonly time: number;
  readonly lower: number;
  readonly upper: number;
}

/** 0, the step and its multiples below the mission time, and the mission time, as SCRAM has them. */
export function timesOf(missionTime: number, step: number): readonly number[] {
  const times: number[] = [];
  for (let i = 0; i * step < missionTime; i++) times.push(i * step);
  return [...times, missionTime];
}

/**
 * The probability at each of these mission times: the model is compiled once, and the times are pushed through it as trials.
 *
 * @param solveAt the same model at a mission time.
 */
export function probabilityOverTime(
  solveAt: (time: number) => ModelResult<Solvable>,
  times: readonly number[],
  limits: Limits,
): ModelResult<readonly TimePoint[]> {
  const [first, ...others] = times;
  if (first === undefined) return { ok: true, value: [] };
  const start = solveAt(first);
  if (!start.ok) return start;
  const { model, root, probabilities: constants } = start.value;
  const columns = Array.from({ length: model.leaves }, (_, leaf) =>
    new Float64Array(times.length).fill(constants[leaf]!),
  );
  for (const [i, time] of others.entries()) {
    const found = solveAt(time);
    if (!found.ok) return found;
    for (const [leaf, column] of columns.entries()) column[i + 1] = found.value.probabilities[leaf]!;
  }
  const varying = new Map(columns.entries());
  const compiled = compile(model, [root], limits, { rootsOnly: true });
  const { lower, upper } = compiled.evaluate({ trials: times.length, constants, varying }).values(root);
  const at = (values: number | Float64Array, i: number) => (typeof values === 'number' ? values : values[i]!);
  return { ok: true, value: times.map((time, i) => ({ time, lower: at(lower, i), upper: at(upper, i) })) };
}
