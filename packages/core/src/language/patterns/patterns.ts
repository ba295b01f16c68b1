import type { Budget } from './budget.js';
import type { PatternText } from './pattern-text.js';

/** The patterns of a case, to be instantiated. */
export interface Patterns {
  readonly all: readonly PatternText[];
  readonly byId: ReadonlyMap<string, PatternText>;
  /** Ids of patterns of which nothing is made, as they make no sense themselves, which was reported. */
  readonly unsound: ReadonlySet<string>;
  readonly budget: Budget;
  /** What was reported of a pattern while it was used, so that it is not reported again. */
  readonly said: Set<unknown>;
}
