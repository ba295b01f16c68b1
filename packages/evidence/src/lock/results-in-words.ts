import type { CountedResult, Counts } from '@surety/core/case';
import { estimatorOf } from '@surety/core/statistics';
import { plural } from '../text/index.js';

/** Results in short; where flawed trials can be counted in several ways, the first of them. */
export function resultsInWords(results: readonly CountedResult[]): string {
  const [first] = results;
  if (first === undefined) return 'nothing';
  const more = results.length > 1 ? ` (${results.length} ways of counting)` : '';
  return `${inWords(first.counts)}${more}`;
}

function inWords(counts: Counts): string {
  if (counts.kind !== 'strata' && counts.kind !== 'clusters') return estimatorOf(counts).words(counts);
  const parts = counts.kind === 'strata' ? counts.strata : counts.clusters;
  const sum = (key: 'events' | 'trials') => parts.reduce((total, part) => total + part[key], 0);
  const noun =
    counts.kind === 'strata' ? plural(parts.length, 'strategy', 'strategies') : plural(parts.length, 'cluster');
  return `${sum('events')} of ${sum('trials')} in ${noun}`;
}
