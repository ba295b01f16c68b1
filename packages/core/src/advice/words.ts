import type { Insufficient } from './types.js';

/** What keeps the outcome from being supported beside the number: `, and blocked: …`; empty where nothing does. */
export function blockedWords({ blockedBy }: Insufficient): string {
  const [first, ...others] = blockedBy;
  if (first === undefined) return '';
  return `, and blocked: ${first.text}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
}
