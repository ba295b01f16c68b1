import { arguedAndDismissed, arguedByUndeveloped, arguedElsewhere, dismissalWithoutReason } from './cells.js';
import { interactionNotCovered, nothingToCover, subsystemInNoInteraction, subsystemNotCovered } from './coverage.js';
import { interactionNotCounted, unknownCollective } from './interactions.js';
import { beyondLimit, noAxisValue } from './limits.js';
import { claimInRiskCase, claimWithoutContext, noClaim, noOutcomes, riskCaseMissing } from './outcomes.js';
import {
  policyBudget,
  policyRelaxed,
  policySeverity,
  policyThreshold,
  thresholdLowered,
  thresholdRaised,
} from './policy.js';
import {
  assumptionWithoutOwner,
  indicatorMissing,
  indicatorTestsNothing,
  modelWithoutVersion,
  noAssumptions,
  noExposure,
  noScope,
  noWindow,
  windowOver,
} from './scope.js';
import { noBudget, noThreshold, overBudget, thresholdAfterEvidence, thresholdNotApproved } from './thresholds.js';
import { controlTrustsItsSubject, supportingBlockAlone, trustedMonitorUnargued, watchesItself } from './trust.js';
import { worksheetDismissed, worksheetElsewhere } from './worksheet.js';

export const sixStepRules = [
  noScope,
  noWindow,
  windowOver,
  noExposure,
  noAssumptions,
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
  thresholdRaised,
  thresholdLowered,
  policyThreshold,
  policySeverity,
  policyBudget,
  policyRelaxed,
  overBudget,
  noBudget,
  subsystemNotCovered,
  interactionNotCovered,
  subsystemInNoInteraction,
  nothingToCover,
  interactionNotCounted,
  unknownCollective,
  dismissalWithoutReason,
  arguedAndDismissed,
  arguedElsewhere,
  arguedByUndeveloped,
  worksheetDismissed,
  worksheetElsewhere,
  trustedMonitorUnargued,
  controlTrustsItsSubject,
  watchesItself,
  supportingBlockAlone,
  noAxisValue,
  beyondLimit,
] as const;
