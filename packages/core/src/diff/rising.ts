/**
 * Indices of a longest rising subsequence, in order: of the things that two lists share, those that may be said to have
 * stayed where they are. In n log n steps; among equally long ones the choice is deterministic.
 */
export function longestRising(values: readonly number[]): readonly number[] {
  // ends[k]: index of the smallest value that ends a rising subsequence of k + 1 values.
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : ends[low - 1]!;
    ends[low] = at;
  });
  const chosen: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) chosen.push(at);
  return chosen.reverse();
}
