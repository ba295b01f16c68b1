export { atLeastOne, perUseProbability } from './at-least-one.js';
export {
  type Bounds,
  binomialLower,
  binomialUpper,
  jeffreysLower,
  jeffreysUpper,
  uniformPriorUpper,
  wilson,
  wilsonLower,
  wilsonUpper,
} from './binomial-bounds.js';
export { anySuiteBelow, type ChallengeSuite } from './challenge-suites.js';
export {
  affordableDoubt,
  conservativeDemands,
  conservativeFailure,
  conservativePosterior,
  uniformPriorMean,
  uniformPriorNextClean,
} from './conservative-bayes.js';
export {
  atLeastOf,
  betaBinomialAtLeastOf,
  betaFactorOr,
  betaFactorRareEvent,
  groupAllFail,
  independentAll,
  legsAllFail,
  possiblyPerfect,
} from './dependent-failures.js';
export {
  type CountsOf,
  type Estimator,
  estimatorOf,
  estimators,
  type RequiredBound,
  type RequirementDoubt,
} from './estimators/index.js';
export { type ExtrapolationWarning, extrapolationWarning } from './extrapolation-warning.js';
export {
  demandsWithoutFailure,
  eventsForPrecision,
  failureFreeExposure,
  ruleOfThree,
  zeroFailureUpper,
} from './failure-free-demands.js';
export { type McNemar, mcnemar } from './mcnemar.js';
export { poissonUpper } from './poisson-upper.js';
export { requirementDoubt, type WorstRequirementDoubt, worstRequirementDoubt } from './requirement-doubt.js';
export {
  aggregateRisk,
  behaviourFrequency,
  fitTail,
  type TailFit,
  type TailForecast,
  worstQueryRisk,
} from './tail-extrapolation.js';
