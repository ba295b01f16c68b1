import type { Case, SignatureCheck } from '../case/index.js';

/** The case with what was found of the signature of each sign-off, in their order; null where none is asked for. */
export function withChecks(of: Case, checks: readonly (SignatureCheck | null)[]): Case {
  if (!checks.some((check) => check !== null)) return of;
  const signoffs = of.review.signoffs.map((one, at) => {
    const check = checks[at] ?? null;
    return check === null ? one : { ...one, check };
  });
  return { ...of, review: { ...of.review, signoffs } };
}
