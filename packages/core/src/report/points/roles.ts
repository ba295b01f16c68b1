import type { SignOffs } from '../../signoff/index.js';
import type { Tone } from '../line.js';

export type RoleState = SignOffs['required'][number]['state'] | 'signed in part';

/** A role that has to sign, over all outcomes. */
export interface Role {
  readonly role: string;
  readonly state: RoleState;
}

/** What is said of a sign-off in each state. */
export const signOffWords: Record<RoleState, readonly [Tone, string]> = {
  signed: ['good', 'signed'],
  'signed in part': ['open', 'signed for some outcomes'],
  stale: ['bad', 'signed an earlier content'],
  'not independent': ['bad', 'signed own work'],
  missing: ['open', 'not signed'],
};

/** The required roles in the order of the text. Where outcomes differ, what is worst of those that are not signed counts. */
export function rolesOf({ required }: SignOffs): readonly Role[] {
  const names = [...new Set(required.map(({ role }) => role))];
  return names.map((role) => {
    const states = new Set(required.filter((one) => one.role === role).map(({ state }) => state));
    if (states.size > 1 && states.has('signed')) return { role, state: 'signed in part' };
    const worst = (['stale', 'not independent', 'missing'] as const).find((state) => states.has(state));
    return { role, state: worst ?? 'signed' };
  });
}
