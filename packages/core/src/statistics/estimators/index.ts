export type { CountsOf, Estimator, RequiredBound, RequirementDoubt } from './estimator.js';
export { estimatorOf, estimators } from './registry.js';
