export type { CountsOf, Estimator, RequiredBound, RequirementDoubt } from './estimator.js';
export { effectiveValue, limitOf } from './limit-of.js';
export { estimatorOf, estimators } from './registry.js';
