import { arguedAndDismissed, arguedByUndeveloped, arguedElsewhere, dismissalWithoutReason } from './cells.js';
import { interactionNotCovered, subsystemNotCovered } from './coverage.js';
import { interactionNotCounted, unknownCollective } from './interactions.js';
import { beyondLimit, noAxisValue } from './limits.js';
import { claimInRiskCase, claimWithoutContext, noClaim, noOutcomes, riskCaseMissing } from './outcomes.js';
import {
  assumptionWithoutOwner,
  indicatorMissing,
  indicatorTestsNothing,
  modelWithoutVersion,
  noExposure,
  noScope,
  noWindow,
  windowOver,
} from './scope.js';
import { noBudget, noThreshold, overBudget, thresholdAfterEvidence, thresholdNotApproved } from './thresholds.js';
import { controlTrustsItsSubject, supportingBlockAlone, trustedMonitorUnargued, watchesItself } from './trust.js';

export const sixStepRules = [
  noScope,
  noWindow,
  windowOver,
  noExposure,
  assumptionWithoutOwner,
  indicatorMissing,
  indicatorTestsNothing,
  modelWithoutVersion,
  noOutcomes,
  noClaim,
  claimInRiskCase,
  claimWithoutContext,
  riskCaseMissing,
  noThreshold,
  thresholdNotApproved,
  thresholdAfterEvidence,
  overBudget,
  noBudget,
  subsystemNotCovered,
  interactionNotCovered,
  interactionNotCounted,
  unknownCollective,
  dismissalWithoutReason,
  arguedAndDismissed,
  arguedElsewhere,
  arguedByUndeveloped,
  trustedMonitorUnargued,
  controlTrustsItsSubject,
  watchesItself,
  supportingBlockAlone,
  noAxisValue,
  beyondLimit,
] as const;
