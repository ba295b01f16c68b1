/** How the literature combines confidence; for comparison with the exact answer, never for a verdict. */
export {
  frechetAll,
  frechetAny,
  independentAny,
  productOfConfidence,
  sumOfDoubts,
  withWarrant,
} from './combine.js';
export { type Combined, dempster, highConflict, type Masses } from './dempster.js';
export { groupHolds } from './group-holds.js';
export { fused, multiplied, projected, type SubjectiveOpinion } from './opinion.js';
export { kemenyOppenheim, weightOfEvidence } from './weight-of-evidence.js';
