import type { CountedResult } from './measure.js';

/** Of ways of counting that give the same counts, the first. */
export function distinctResults(results: readonly CountedResult[]): readonly CountedResult[] {
  const seen = new Set<string>();
  return results.filter(({ counts }) => {
    const key = JSON.stringify(counts);
    return !seen.has(key) && seen.add(key);
  });
}
