import type { EventCount } from '../../case/index.js';
import type { RequiredBound } from './estimator.js';

/** What a rate itself (`<=`), or its complement (`>=`), must not exceed, the margin taken off. */
export function limitOf({ direction, value, margin }: RequiredBound): number {
  return (direction === '<=' ? value : 1 - value) / margin;
}

/** The trials that are no event. */
export function complementOf({ events, trials }: EventCount): EventCount {
  return { events: trials - events, trials };
}

/** The same for what is no share: the margin moves the value away from what is easily met, also where it is below 0. */
export function marginOff({ direction, value, margin }: RequiredBound): number {
  return value > 0 === (direction === '<=') ? value / margin : value * margin;
}
