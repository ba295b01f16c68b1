import type { RequiredBound } from './estimator.js';

/** What a rate itself (`<=`), or its complement (`>=`), must not exceed, the margin taken off. */
export function limitOf({ direction, value, margin }: RequiredBound): number {
  return (direction === '<=' ? value : 1 - value) / margin;
}
