import { type EventCount, resultKinds } from '../../case/index.js';
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

/**
 * The value that the result itself must meet, the margin taken off. For a share the margin of `>=` is a factor on the
 * complement; elsewhere it is a factor on the size of the value, and always makes the requirement harder, also where the
 * value is negative.
 */
export function effectiveValue(required: RequiredBound): number {
  const { result, direction } = required;
  if (result === undefined || resultKinds[result].complement)
    return direction === '<=' ? limitOf(required) : 1 - limitOf(required);
  return marginOff(required);
}
