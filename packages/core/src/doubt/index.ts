export { formatProbability } from '../case/index.js';
export type { Argument, ArgumentGate } from './argument.js';
export { assess, assessElement, assessInShort, prepareCase } from './assess.js';
export type * from './assessment.js';
export { axisValue, isBeyondLimit } from './beyond-limit.js';
export { categoryShares, type Share, shareNames } from './category-shares.js';
export { liftsFor } from './changes.js';
export { leavesBelow } from './cone.js';
export { criterionOf, type PercentileHeld } from './criterion-of.js';
export {
  type FollowedCase,
  type FollowedJudgement,
  followCase,
  followOutcome,
  type OtherNumbers,
} from './followed-case.js';
export type { Column } from './group-model.js';
export type { Group } from './groups.js';
export { importanceOf } from './importance.js';
export { type Judgement, judgeOutcome } from './judge-outcome.js';
export { policyText } from './leaf-doubts.js';
export { cutSetsInWords, legInWords, pathSetInWords } from './legs-in-words.js';
export { doubtsWithOnly } from './only-these.js';
export { type Posterior, posteriorOf } from './posterior.js';
export type { AssessOptions, Instead, Prepared } from './prepare.js';
export { reasonKey } from './reason-key.js';
export { columnMean, upperEnd } from './statistics-of-trials.js';
export { heldAgainst } from './verdict.js';
