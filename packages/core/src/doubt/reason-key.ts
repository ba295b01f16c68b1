import type { Reason } from './assessment.js';

/** What keeps a reason apart from others: what it is about, not its words. */
export function reasonKey({ code, element, evidence, signOff }: Reason): string {
  return JSON.stringify([code, element, evidence, signOff?.role]);
}
