import type { MeanSpec } from '@surety/core/case';
import { failed, ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import type { Measured } from './measured.js';
import { cellOf } from './names.js';
import { misfit, rowValues } from './row-values.js';
import { numberOf } from './success.js';
import { countValues } from './values.js';

/**
 * The mean of a score with a known range. A value outside the range is a problem: a range that does not hold is no range,
 * and the bound rests on it. A flawed trial counted as a success has the high end, as a failure the low end.
 */
export function measureMean(spec: MeanSpec, trials: PooledTrials): Result<Measured> {
  const number = numberOf(spec.value, trials, spec.scorer);
  if (!number.ok) return number;
  const [low, high] = spec.range;
  const read = rowValues<number>(trials, (row) => {
    const found = number.value(row);
    if (!found.ok || typeof found.value !== 'number') return found;
    if (found.value >= low && found.value <= high) return found;
    const message = `\`${spec.value}\` gives ${found.value}`;
    return failed(misfit(trials, row, message, `a value in the range from ${low} to ${high}`));
  });
  if (!read.ok) return read;
  const clusters = spec.clusterBy === undefined ? undefined : clusterNames(trials, spec.clusterBy);
  if (clusters?.ok === false) return clusters;
  return ok(countValues(spec, trials, read.value, { low, high, asSuccess: high, asFailure: low }, clusters?.value));
}

/** The cluster of each row; a row without one could be a cluster of its own or part of any, which nobody may guess. */
function clusterNames(trials: PooledTrials, name: string): Result<readonly string[]> {
  const cell = cellOf(trials, name, undefined);
  if (!cell.ok) return cell;
  const names: string[] = [];
  for (let row = 0; row < trials.rows; row++) {
    const value = cell.value(row);
    if (value === undefined) return failed(misfit(trials, row, `“${name}” has no value`, 'a cluster in every row'));
    names.push(String(value));
  }
  return ok(names);
}
