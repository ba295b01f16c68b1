/** Single trials, picked for a report; nothing else of a transcript is ever kept. */
export { lot, type Sampler, sampler, type TrialSample, type TrialTexts } from './sampler.js';
