/** Plain data as canonical JSON, and its digest. */
export { canonicalDigest, isDigest, type TextDigest } from './canonical-digest.js';
export { canonicalText } from './canonical-text.js';
