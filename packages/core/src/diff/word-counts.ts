/** How often each word stands in a text; case does not count. */
export type WordCounts = ReadonlyMap<string, number>;

export function wordCounts(text: string): WordCounts {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Share of words that two texts have in common (Dice's coefficient of the bags of words); 0 where either has none. */
export function alike(a: WordCounts, b: WordCounts): number {
  const total = sizeOf(a) + sizeOf(b);
  if (total === 0) return 0;
  let common = 0;
  for (const [word, times] of a) common += Math.min(times, b.get(word) ?? 0);
  return (2 * common) / total;
}

function sizeOf(counts: WordCounts): number {
  let size = 0;
  for (const times of counts.values()) size += times;
  return size;
}
