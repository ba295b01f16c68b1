import { formatProbability } from '@surety/core/case';
import type { Doubt } from '@surety/core/doubt';

/** A number, or both ends where it is an interval. */
export function doubtWords(doubt: Doubt): string {
  return 'mean' in doubt
    ? formatProbability(doubt.mean)
    : `${formatProbability(doubt.lower)} to ${formatProbability(doubt.upper)}`;
}
