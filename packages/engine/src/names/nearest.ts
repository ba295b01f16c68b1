/**
 * The candidate that a mistyped word most likely means, or undefined where none is near: Damerau–Levenshtein
 * distance (a swap of neighbours counts as one slip), at most a third of the word's length, ties to the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const lower = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    // A difference in case alone is the smallest slip.
    const distance = candidate.toLowerCase() === lower ? 0.5 : slips(lower, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * What somebody meant who typed a name that is not there: the nearest one, or else the only one that holds what was typed
 * (three characters or more): `restrictions` of `externally-enforced-restrictions`.
 */
export function meantName(word: string, candidates: readonly string[]): string | undefined {
  const holding = (test: (one: string) => boolean) => {
    const found = word.length >= 3 ? candidates.filter(test) : [];
    return found.length === 1 ? found[0] : undefined;
  };
  return holding((one) => one.startsWith(word)) ?? nearest(word, candidates) ?? holding((one) => one.includes(word));
}

/** Optimal string alignment distance, given up (as `limit`) once it cannot be below `limit`. */
export function slips(a: string, b: string, limit = Infinity): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
