import type { Manuals } from './calculator.js';
import { combinationManual } from './confidence/combination.manual.js';
import { opinionsManual } from './confidence/opinions.manual.js';
import { attemptsManual } from './control/attempts.manual.js';
import { binormalRocManual } from './control/binormal-roc.manual.js';
import { extrapolationManual } from './control/extrapolation.manual.js';
import { extrapolationTasksManual } from './control/extrapolation-tasks.manual.js';
import { monitoringManual } from './control/monitoring.manual.js';
import { paretoManual } from './control/pareto.manual.js';
import { upfrontAuditManual } from './control/upfront-audit.manual.js';
import { credibilityManual } from './deference/credibility.manual.js';
import { sharedErrorsManual } from './deference/shared-errors.manual.js';
import { commonCauseManual } from './dependent/common-cause.manual.js';
import { kOfNManual } from './dependent/k-of-n.manual.js';
import { challengesManual } from './inability/challenges.manual.js';
import { elicitationMarginManual } from './inability/elicitation-margin.manual.js';
import { horizonFitManual } from './inability/horizon-fit.manual.js';
import { upliftManual } from './inability/uplift.manual.js';
import { atScaleManual } from './trials/at-scale.manual.js';
import { cleanTrialsManual } from './trials/clean-trials.manual.js';
import { conservativeManual } from './trials/conservative.manual.js';
import { rateManual } from './trials/rate.manual.js';

/** What is said of each calculator to who uses it, by its name. */
export const manuals: Manuals = {
  ...combinationManual,
  ...opinionsManual,
  ...attemptsManual,
  ...binormalRocManual,
  ...extrapolationTasksManual,
  ...extrapolationManual,
  ...monitoringManual,
  ...paretoManual,
  ...upfrontAuditManual,
  ...credibilityManual,
  ...sharedErrorsManual,
  ...commonCauseManual,
  ...kOfNManual,
  ...challengesManual,
  ...elicitationMarginManual,
  ...horizonFitManual,
  ...upliftManual,
  ...atScaleManual,
  ...cleanTrialsManual,
  ...conservativeManual,
  ...rateManual,
};
