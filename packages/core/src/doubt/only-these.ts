import type { Doubts } from './assessment.js';
import { doubtsOfClaim } from './claim.js';
import { failingPart } from './failing-part.js';
import type { QuantifiedArgument } from './quantified.js';

/**
 * The three doubts of a claim where only some leaves can fail and all others hold: the probability that just these bring
 * it down, under each assumption about their dependence. Legs and groups are decided anew, for these leaves.
 *
 * @param root node of the argument; @param free says of a leaf whether it can fail
 */
export function doubtsWithOnly(quantified: QuantifiedArgument, root: number, free: (leaf: number) => boolean): Doubts {
  const doubts = quantified.doubts.map((doubt, leaf) => (free(leaf) ? doubt : 0));
  const { part, root: top } = failingPart(quantified, root, doubts);
  return doubtsOfClaim(part, top, []).doubts;
}
