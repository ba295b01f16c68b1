import { type Counts, formatProbability, type Requirement } from '../case/index.js';
import { effectiveValue, estimatorOf } from './estimators/index.js';

/** A requirement is called not met where the trials themselves, not only their number, speak against it. */
export const notMetFrom = 0.5;

/** `rate <= 0.05 with a margin of 2, that is rate <= 0.025`. */
export function requirementInWords(requirement: Requirement): string {
  const { result, direction, value, margin } = requirement;
  const stated = `${result} ${direction} ${value}`;
  if (margin === 1) return stated;
  const effective = effectiveValue(requirement);
  return `${stated} with a margin of ${margin}, that is ${result} ${direction} ${Number(effective.toPrecision(6))}`;
}

/** How a doubt follows from counts: the tail of the exact one-sided bound. */
export function tailInWords(counts: Counts, requirement: Requirement, doubt: number): string {
  const { bound, words, formula } = estimatorOf(counts);
  const counted = words(counts);
  const computed = formula === undefined ? '' : `: ${formula(counts, requirement)}`;
  const tail = formatProbability(doubt);
  if (doubt >= notMetFrom)
    return `${counted} does not meet ${requirementInWords(requirement)}: only at a tail of ${tail} does ${bound} meet it${computed}`;
  return `with ${counted}, ${bound} meets ${requirementInWords(requirement)} at a tail of ${tail}${computed}`;
}
