/** Chains of cases: each generation's case cites the claim of the one before, and argues the step between them. */
export { amplifyWords } from './amplify-words.js';
export { assessChain } from './assess-chain.js';
export { cautions } from './cautions.js';
export { citePrevious, citingClaim } from './cite-previous.js';
export type * from './types.js';
export { withPrevious } from './with-previous.js';
