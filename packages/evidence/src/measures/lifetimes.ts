import type { HazardSpec, SurvivalSpec } from '@surety/core/case';
import type { Lifetime } from '@surety/core/statistics';
import { ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { fieldNumber, timeRange } from './field-number.js';
import { type RowValues, rowValues } from './row-values.js';
import { eventOf } from './success.js';

/** Whether and when the event came, of good rows; and the time of each row, 0 where it states none that can be used. */
export interface Lifetimes extends RowValues<Lifetime> {
  readonly times: Float64Array;
}

/** Reads `event` and `time`. */
export function readLifetimes(spec: HazardSpec | SurvivalSpec, trials: PooledTrials): Result<Lifetimes> {
  const event = eventOf(spec.event, trials, spec.scorer);
  if (!event.ok) return event;
  const time = fieldNumber(trials, spec.time, spec.scorer, timeRange);
  if (!time.ok) return time;
  const times = new Float64Array(trials.rows);
  const read = rowValues<Lifetime>(trials, (row) => {
    const [came, length] = [event.value(row), time.value(row)];
    if (length.ok && typeof length.value === 'number') times[row] = length.value;
    if (!length.ok || typeof length.value !== 'number') return length as Result<never>;
    if (!came.ok || typeof came.value !== 'boolean') return came as Result<never>;
    return ok({ time: length.value, event: came.value });
  });
  return read.ok ? ok({ ...read.value, times }) : read;
}
