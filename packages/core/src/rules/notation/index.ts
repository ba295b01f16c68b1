import { severalTops, topNotGoal } from './bare-tops.js';
import { claimPointTwice, claimPointUnargued } from './confidence.js';
import {
  challengeWithoutTarget,
  counterSolutionArgued,
  defeatedLinkMissing,
  defeatedUnchallenged,
} from './dialectic.js';
import {
  awayStrategy,
  contractEvidence,
  contractIdle,
  contractNotPublic,
  extendsDeveloped,
  extendsUnknown,
  unknownModule,
} from './modules.js';
import { prefixAndType } from './names.js';
import { choicePlace, patternReference, patternTop, unusedPattern } from './patterns.js';

/** Rules for the extensions of GSN v3: modules, patterns, dialectic, confidence arguments. */
export const notationRules = [
  prefixAndType,
  severalTops,
  topNotGoal,
  unknownModule,
  extendsUnknown,
  extendsDeveloped,
  awayStrategy,
  contractNotPublic,
  contractEvidence,
  contractIdle,
  patternTop,
  patternReference,
  unusedPattern,
  choicePlace,
  challengeWithoutTarget,
  counterSolutionArgued,
  defeatedUnchallenged,
  defeatedLinkMissing,
  claimPointUnargued,
  claimPointTwice,
] as const;
