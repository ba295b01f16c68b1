import type { Case, SignOff } from '@surety/core/case';
import { samePerson } from '@surety/core/signoff';
import type { TextPlaces } from './check-commits.js';

/** The case with what was found of the signatures of its sign-offs; the same one where it asks for none. */
export async function withSignatures(
  of: Case,
  text: TextPlaces,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Case> {
  const { keys = [], allowedSigners, signoffs } = of.review;
  const asked = (one: SignOff) =>
    one.signature !== undefined || allowedSigners !== undefined || keys.some(({ who }) => samePerson(who, one.who));
  if (!signoffs.some(asked)) return of;
  // What reads signatures, and asks git, takes its time to load.
  const { checkSigned } = await import('./check-signed.js');
  return checkSigned(of, asked, text, env);
}
