import type { Counts } from '../case/index.js';

/** `3 of 400`; for strata each by name. */
export function countsInWords(counts: Counts): string {
  switch (counts.kind) {
    case 'binomial':
      return `${counts.events} of ${counts.trials}`;
    case 'strata':
      return counts.strata.map(({ name, events, trials }) => `${name}: ${events} of ${trials}`).join(', ');
    case 'clusters':
      return `${counts.clusters.length} clusters`;
    case 'draws':
      return `${counts.draws.length} draws`;
  }
}
