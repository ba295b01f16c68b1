import type { CountedResult } from '@surety/core/case';

/** What a measure makes of trials: their counts by every way of counting that is left open, and what is to be said. */
export interface Measured {
  readonly results: readonly CountedResult[];
  readonly notes: readonly string[];
}
