import { type Counts, type EvidenceId, measureOf } from '../case/index.js';
import type { Prepared } from './prepare.js';

/**
 * The counts of a piece of evidence that leaves rest on, each once: those of the way of counting that hurts most. Where no
 * leaf rests on it, the first way. Empty where nothing was counted.
 */
export function countedFor({ leaves, measures }: Prepared, id: EvidenceId): readonly Counts[] {
  const found = new Map<string, Counts>();
  for (const { counted } of leaves) {
    const counts = counted.get(id);
    if (counts !== undefined) found.set(JSON.stringify(counts), counts);
  }
  if (found.size > 0) return [...found.values()];
  const first = measureOf(measures, id)?.results[0];
  return first === undefined ? [] : [first.counts];
}
