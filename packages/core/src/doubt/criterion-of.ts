import type { Criterion } from '../case/index.js';
import type { OutcomeAssessment } from './assessment.js';

/** The percentile that must meet the threshold too, where one must. */
export interface PercentileHeld {
  readonly criterion: Exclude<Criterion, 'mean'>;
  readonly value: number;
  readonly met: boolean;
}

/** The percentile of the declared doubt that a threshold asks for in addition to the mean. */
export function criterionOf({ threshold, doubt }: OutcomeAssessment): PercentileHeld | undefined {
  if (threshold === undefined || threshold.criterion === 'mean' || doubt === undefined) return undefined;
  const { declared } = doubt;
  const { criterion, probability } = threshold;
  const value = declared[criterion] ?? ('mean' in declared ? declared.mean : declared.upper);
  return { criterion, value, met: value <= probability };
}
