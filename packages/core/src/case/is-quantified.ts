import type { Case } from './model/index.js';

/**
 * Whether any doubt is stated anywhere (`semantics.md` section 2): a number, a distribution, a quantity, evidence with
 * `requires`, an inference doubt, or the strength of a challenge.
 */
export function isQuantified(of: Case): boolean {
  return of.elements.some(
    (element) =>
      element.doubt !== undefined ||
      element.inference !== undefined ||
      (element.evidence !== undefined && element.requires !== undefined) ||
      (element.challenge !== undefined && element.challenge.strength !== 1),
  );
}
