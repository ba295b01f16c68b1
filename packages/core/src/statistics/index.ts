export {
  cohenKappa,
  fleissKappa,
  type Grades,
  type Kappa,
  krippendorffAlpha,
  prevalence,
} from './agreement.js';
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
export {
  bentkusTail,
  boundedMeanLower,
  boundedMeanTail,
  boundedMeanUpper,
  hoeffdingTail,
  meanPosterior,
  meanPosteriorInterval,
  meanPosteriorSurvival,
  type Weighted,
} from './bounded-mean.js';
export { histogramOf, totalOf } from './bounded-values.js';
export {
  type BrierParts,
  expectedCalibrationError,
  type Forecast,
  murphyDecomposition,
  type ReliabilityBin,
  reliabilityTable,
} from './calibration.js';
export { anySuiteBelow, type ChallengeSuite, reachesShare } from './challenge-suites.js';
export { type ClusterRate, clusterRate, kornGraubardUpper, robustDoubt } from './cluster-rate.js';
export * from './confidence/index.js';
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
export * from './control/index.js';
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
  effectiveValue,
  estimatorOf,
  estimators,
  limitOf,
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
export { hazardJeffreys, hazardLower, hazardLowerTail, hazardUpper, hazardUpperTail } from './hazard.js';
export * from './inability/index.js';
export { greenwoodBand, kaplanMeier, type Lifetime, type SurvivalStep } from './kaplan-meier.js';
export { type McNemar, mcnemar } from './mcnemar.js';
export { poissonUpper } from './poisson-upper.js';
export { bootstrapMean, brierLoss, logLoss, logLossRange } from './proper-scores.js';
export { allPass, anyPass } from './repeats.js';
export { requirementDoubt, type WorstRequirementDoubt, worstRequirementDoubt } from './requirement-doubt.js';
export { notMetFrom, requirementInWords, tailInWords } from './requirement-words.js';
export { aucLower, type Roc, type RocPoint, roc } from './roc.js';
export { type SequentialTest, sequentialDoubt, sequentialTest, sequentialUpper } from './sequential.js';
export {
  type ElicitedQueries,
  elicitedQueries,
  keptHighest,
  tailBootstrap,
  tailDraws,
  tailEstimate,
} from './tail-bootstrap.js';
export {
  aggregateRisk,
  behaviourFrequency,
  fitTail,
  type TailFit,
  type TailForecast,
  worstQueryRisk,
} from './tail-extrapolation.js';
export { trialsNeeded } from './trials-needed.js';
