/** Combinations of parts that one cut set is taken to be. */
const MOST_PICKS = 256;

/**
 * Sets of parts that some cut sets over leaves need, beyond the minimal ones. A leaf fails by any one of its parts.
 *
 * @param cutSets over leaves; @param minimal sets of part numbers that are listed elsewhere
 */
export function largerSets(
  cutSets: readonly (readonly number[])[],
  partsOf: (leaf: number) => readonly number[],
  minimal: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const known = new Set(minimal.map((parts) => parts.join(' ')));
  const found = new Map<string, readonly number[]>();
  for (const leaves of cutSets) {
    for (const parts of needed(leaves.map(partsOf))) {
      const key = parts.join(' ');
      if (!known.has(key)) found.set(key, parts);
    }
  }
  return [...found.values()];
}

/** The smallest choices of one part for each leaf: none holds another. Ascending; where there are too many, all parts at once. */
function needed(choices: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let picks: readonly (readonly number[])[] = [[]];
  for (const parts of choices) {
    const next = new Map<string, readonly number[]>();
    for (const pick of picks) {
      for (const part of parts) {
        const more = pick.includes(part) ? pick : [...pick, part].sort((a, b) => a - b);
        next.set(more.join(' '), more);
      }
    }
    if (next.size > MOST_PICKS) return [[...new Set(choices.flat())].sort((a, b) => a - b)];
    picks = [...next.values()];
  }
  return picks.filter((pick) => !picks.some((other) => other !== pick && other.every((part) => pick.includes(part))));
}
