import type { ElementId } from './model/index.js';

/** The name of a link between two elements, as texts and comparisons write it: `G2 -> Sn1`. */
export function linkKey(from: ElementId, to: ElementId): string {
  return `${from} -> ${to}`;
}
