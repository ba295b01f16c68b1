import type { Insufficient } from './types.js';

/** What keeps the outcome from being supported beside the number: `, and blocked: …`; empty where nothing does. */
export function blockedWords({ blockedBy }: Insufficient): string {
  const [first, ...others] = blockedBy;
  if (first === undefined) return '';
  return `, and blocked: ${first.text}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
}

/** What the size of a way is, where sizes are shown. */
export const sizeMeaning =
  'Size adds up the logarithms of the factors by which things have to get better: half the doubt, twice the trials and half the tasks ' +
  'are of one size, 0.69.';
