import { canonicalDigest } from '../canonical/index.js';
import type { CaseLookup, ElementId } from '../case/index.js';
import { asStated } from './as-stated.js';
import { type Subtree, subtreesOf } from './subtree.js';
import { subtreeContent } from './subtree-content.js';

/**
 * What a sign-off of an element is `of`: `sha256:` and the SHA-256 (hex) of the canonical JSON (RFC 8785) of everything
 * that is stated of its subtree. Any change of that makes it another; no other change does. The bytes of evidence are
 * not part of it: the lock file holds their digests, and evidence that is altered blocks by itself.
 */
export function subtreeHash(lookup: CaseLookup, element: ElementId): string {
  const stated = asStated(lookup);
  return hashOf(stated, subtreesOf(stated)(element));
}

/** The hash of a subtree that was found already. */
export function hashOf(lookup: CaseLookup, subtree: Subtree): string {
  return `sha256:${canonicalDigest(subtreeContent(lookup, subtree))}`;
}
