import type { Confidential } from '../case/index.js';
import type { ConfidentialText } from '../schema/index.js';

/** What a redacted report withholds, with why; undefined where the text marks nothing. */
export function confidential(text: ConfidentialText | undefined): Confidential | undefined {
  if (text === undefined) return undefined;
  if (text === true) return { subtree: false };
  if (typeof text === 'string') return { because: text, subtree: false };
  const { because, subtree } = text;
  return { ...(because === undefined ? {} : { because }), subtree: subtree ?? false };
}
