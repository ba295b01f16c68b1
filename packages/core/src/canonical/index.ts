/** Plain data as canonical JSON, and its digest. */
export { canonicalDigest, canonicalText, isDigest } from './canonical-digest.js';
