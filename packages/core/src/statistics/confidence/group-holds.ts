/**
 * Probability that all of several claims hold, and that any does, where they are one declared group (semantics, section 3):
 * with probability β a common cause strikes, under which claim j fails within nested events of probability p_j; otherwise
 * claims fail independently, so that each keeps its own doubt. β = 0 is independence, β = 1 the strongest dependence.
 *
 * @param doubts p_j, each in [0, 1]. @param beta in [0, 1], else `NaN`.
 */
export function groupHolds(doubts: readonly number[], beta: number): { readonly all: number; readonly any: number } {
  if (!(beta >= 0 && beta <= 1) || doubts.some((p) => !(p >= 0 && p <= 1))) return { all: Number.NaN, any: Number.NaN };
  const sorted = [...doubts].sort((a, b) => a - b);
  const own = sorted.map((p) => (beta * p === 1 ? 0 : (p - beta * p) / (1 - beta * p)));
  const holdAll = (of: readonly number[]) => of.reduce((product, q) => product * (1 - q), 1);
  const failAll = (of: readonly number[]) => of.reduce((product, q) => product * q, 1);
  let [struckAll, struckNone] = [0, 0];
  // The nested events are U ≤ p_j for one uniform U: between two doubts, the claims above have failed.
  const ends = [0, ...sorted, 1];
  for (let i = 0; i + 1 < ends.length; i++) {
    const width = ends[i + 1]! - ends[i]!;
    const free = own.slice(0, i);
    if (i === sorted.length) struckAll += width * holdAll(free);
    struckNone += width * failAll(free);
  }
  return {
    all: beta * struckAll + (1 - beta) * holdAll(own),
    any: 1 - (beta * struckNone + (1 - beta) * failAll(own)),
  };
}
