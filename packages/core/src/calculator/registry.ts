import type { Arithmetic } from './calculator.js';
import { confidence } from './confidence/combination.js';
import { dempsterRule, evidenceWeight, opinions } from './confidence/opinions.js';
import { attempts } from './control/attempts.js';
import { roc } from './control/binormal-roc.js';
import { extrapolation } from './control/extrapolation.js';
import { extrapolationTasks } from './control/extrapolation-tasks.js';
import { monitoring } from './control/monitoring.js';
import { pareto } from './control/pareto.js';
import { upfrontAudit } from './control/upfront-audit.js';
import { credibility } from './deference/credibility.js';
import { sharedErrors } from './deference/shared-errors.js';
import { commonCause, possiblyPerfectChannel } from './dependent/common-cause.js';
import { kOfN } from './dependent/k-of-n.js';
import { challenges } from './inability/challenges.js';
import { elicitationMargin } from './inability/elicitation-margin.js';
import { horizonFit } from './inability/horizon-fit.js';
import { uplift, upliftCurves } from './inability/uplift.js';
import type { QuantityFunction } from './quantity-function.js';
import { atScale } from './trials/at-scale.js';
import { cleanTrials, demands, events, exposure } from './trials/clean-trials.js';
import { conservativeBayes, conservativeFailureOf, uniformPrior } from './trials/conservative.js';
import { rate } from './trials/rate.js';

/** All of it, in the order of the documentation. */
export const arithmetic: readonly Arithmetic[] = [
  upfrontAudit,
  monitoring,
  extrapolation,
  extrapolationTasks,
  attempts,
  roc,
  pareto,
  elicitationMargin,
  challenges,
  uplift,
  upliftCurves,
  horizonFit,
  rate,
  cleanTrials,
  demands,
  exposure,
  events,
  atScale,
  conservativeBayes,
  conservativeFailureOf,
  uniformPrior,
  commonCause,
  possiblyPerfectChannel,
  kOfN,
  confidence,
  dempsterRule,
  opinions,
  evidenceWeight,
  credibility,
  sharedErrors,
];

/** What an expression of a case can call of all that. */
export const quantityFunctions: readonly QuantityFunction[] = arithmetic.flatMap((each) => each.functions);
