import type { MeasureSpec } from '@surety/core/case';
import { failed, ok, type Result } from '../problem.js';
import type { Log } from '../readers/index.js';
import { poolTrials } from '../trials/index.js';
import { measureDetection } from './detection.js';
import { type Measured, measureRate } from './rate.js';

/** Condenses the trials of one or more sources into counts, one result for every way of counting that is left open. */
export function measureLogs(spec: MeasureSpec, logs: readonly Log[]): Result<Measured> {
  const trials = poolTrials(logs);
  if (trials.rows === 0)
    return failed({ code: 'no-rows', message: 'the source holds no rows', expected: 'at least one sample' });
  const measured = spec.kind === 'rate' ? measureRate(spec, trials) : measureDetection(spec, trials);
  if (!measured.ok) return measured;
  const shared =
    trials.shared === 0 ? [] : [`samples that stand in several sources, counted as epochs of one: ${trials.shared}`];
  return ok({ results: measured.value.results, notes: [...shared, ...measured.value.notes] });
}
