export { atLeastOne, perUseProbability } from './at-least-one.js';
export { betaBinomialDoubt, betaBinomialDraws, betaBinomialTail } from './beta-binomial-rate.js';
export {
  type Bounds,
  betaPriorLower,
  betaPriorUpper,
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
export { type ClusterRate, clusterRate, kornGraubardUpper, robustDoubt } from './cluster-rate.js';
export {
  affordableDoubt,
  conservativeDemands,
  conservativeDoubt,
  conservativeFailure,
  conservativePosterior,
  conservativeQuantileUpper,
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
  differenceDoubt,
  mcNemar,
  type PairedCount,
  pairedDifferenceDoubt,
  pairedRatioDoubt,
  ratioDoubt,
} from './difference.js';
export { miettinenNurminen, newcombe, scoreOfDifference } from './difference-intervals.js';
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
export { aucLower, type Roc, type RocPoint, roc } from './roc.js';
export { type SequentialTest, sequentialDoubt, sequentialTest, sequentialUpper } from './sequential.js';
export {
  aggregateRisk,
  behaviourFrequency,
  fitTail,
  type TailFit,
  type TailForecast,
  worstQueryRisk,
} from './tail-extrapolation.js';
export { trialsNeeded } from './trials-needed.js';
