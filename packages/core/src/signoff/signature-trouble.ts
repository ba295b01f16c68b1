import type { RequiredSignOff } from './sign-offs.js';

/** Why a sign-off that is required is missing although somebody's record stands there, as a part of a sentence; else nothing. */
export function signatureTrouble({ state, by }: Pick<RequiredSignOff, 'state' | 'by'>): string | undefined {
  if (state !== 'missing' || by.length === 0) return undefined;
  return by.map(({ signOff, unsigned }) => `the signature of ${signOff.who} does not hold: ${unsigned}`).join('; ');
}
