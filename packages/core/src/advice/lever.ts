import type { LeafId, Prepared, Reason } from '../doubt/index.js';
import type { Ladder } from './ladder.js';
import type { Step, Variant } from './types.js';

/** One thing about a case that could be better. */
export interface Lever {
  readonly id: string;
  readonly ladder: Ladder;
  /** Something blocks until it is done. */
  readonly lifts: boolean;
  /** The case with it at this value. */
  readonly apply: (variant: Variant, value: number) => Variant;
  readonly step: (value: number, size: number) => Step;
  /** What it is, where it does not do it: `the doubt of Sn1`. */
  readonly name: string;
}

/** What is told of a step whatever its kind. */
export function told(from: number, to: number, size: number, text: string) {
  return { from, to, size, text };
}

/** What the levers of an outcome are found in. */
export interface Ground {
  readonly prepared: Prepared;
  /** Elements on which the claim may depend. */
  readonly scope: ReadonlySet<string>;
  /** What blocks as the case stands. */
  readonly blockers: readonly Reason[];
  /** Leaves whose doubt is tried. */
  readonly leaves: readonly LeafId[];
}
