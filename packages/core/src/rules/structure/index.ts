import { cycle } from './cycles.js';
import { contextEnds, duplicateEdge, selfReference, solutionInContext, strategyStep, supportEnds } from './edges.js';
import { evidenceAndSupport, noDoubtStated, noSupport, undeveloped, undevelopedAndMore } from './leaves.js';
import { claimOnEvidence, doubtWithoutTruth, inferenceWithoutSupport, uninstantiated } from './misplaced.js';
import { strayRoot, unreachable } from './reach.js';

export const structureRules = [
  supportEnds,
  strategyStep,
  contextEnds,
  solutionInContext,
  selfReference,
  duplicateEdge,
  cycle,
  strayRoot,
  unreachable,
  noSupport,
  undeveloped,
  undevelopedAndMore,
  evidenceAndSupport,
  noDoubtStated,
  doubtWithoutTruth,
  inferenceWithoutSupport,
  uninstantiated,
  claimOnEvidence,
] as const;
