export { type BuiltInQuantity, builtInQuantities, builtInQuantitiesOf, isBuiltInName } from './built-in-quantities.js';
export { checkQuantities } from './check-quantities.js';
export { type Clipped, type ClippedMass, clipToUnit } from './clip.js';
export { distributionOf } from './distribution-of.js';
export type { QuantityCode, QuantityFinding } from './quantity-finding.js';
export {
  type DoubtColumn,
  type NoColumn,
  type QuantityColumn,
  type QuantityDependencies,
  type SampledQuantities,
  type SamplingInput,
  sampleQuantities,
} from './sample-quantities.js';
export type { Uniforms } from './sources.js';
export { drawStatedDoubt, opinionDistribution, type StatedDoubtColumn, uniformsOf } from './stated-doubt.js';
