/** Uncertain probabilities: what they are made of, trials of them, and what the trials say. */
export { isOperation, type Operation, operations } from './operations.js';
export { pointValues, whyNoValue } from './point-values.js';
export { type SamplingMethod, type SamplingPlan, samplingPlan, uniformColumn } from './points.js';
export { type SampledModel, sampleModel } from './sample-model.js';
export { termSampler } from './sample-terms.js';
export { type SensitivityIndex, sensitivity } from './sensitivity.js';
export { summarise, type UncertaintySummary } from './summary.js';
export { joinedTallies, type Tally } from './tally.js';
export { type Family, type Term, type Terms, type TermsBuilder, termsBuilder, type UncertainLeaves } from './terms.js';
