import type { Case } from './model/index.js';
import { statedDoubts } from './stated-doubts.js';

/**
 * Whether any doubt is stated anywhere (`semantics.md` section 2): a number, a distribution, a quantity, evidence with
 * `requires`, an inference doubt, or the strength of a challenge.
 */
export function isQuantified(of: Case): boolean {
  return of.elements.some(
    (element) => statedDoubts(element).length > 0 || (element.evidence !== undefined && element.requires !== undefined),
  );
}
