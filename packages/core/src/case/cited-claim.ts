import type { Chain, ElementId } from './model/index.js';

/** The element that stands for the claim of the previous generation's case: `G1@previous`. */
export function citedClaim({ claim }: Pick<Chain, 'claim'>): ElementId {
  return `${claim}@previous`;
}
