/** Distributions on an interval whose functions are elementary. */

interface Triangle {
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

interface Bins {
  readonly bounds: readonly number[];
  readonly weights: readonly number[];
}

/** The point at share t of the way from min to max, never outside them. */
export function stretch(min: number, max: number, t: number): number {
  const x = min + t * (max - min);
  return Math.min(x, max);
}

/** P(X <= x), accurate near min. */
export function triangularCdf({ min, mode, max }: Triangle, x: number): number {
  if (x <= min) return 0;
  if (x >= max) return 1;
  if (x <= mode) return ((x - min) / (max - min)) * ((x - min) / (mode - min));
  return 1 - ((max - x) / (max - min)) * ((max - x) / (max - mode));
}

/** P(X > x), accurate near max: the triangle turned round. */
export function triangularSurvival({ min, mode, max }: Triangle, x: number): number {
  return triangularCdf({ min: -max, mode: -mode, max: -min }, -x);
}

export function triangularQuantile({ min, mode, max }: Triangle, u: number): number {
  const left = (mode - min) / (max - min);
  if (u <= left) return Math.min(mode, min + Math.sqrt(u * (max - min) * (mode - min)));
  // mode + (max − mode)(1 − √r) without the difference, which would cost digits where the mode is the minimum.
  const r = Math.min(1, (1 - u) / (1 - left));
  return Math.min(max, mode + (max - mode) * ((u - left) / (1 - left) / (1 + Math.sqrt(r))));
}

/** P(X <= x), and with the bins from the other end P(X > x). */
export function histogramCdf({ bounds, weights }: Bins, x: number, above = false): number {
  let within = 0;
  let total = 0;
  for (const [i, weight] of weights.entries()) {
    const from = bounds[i];
    const to = bounds[i + 1];
    const below = x <= from ? 0 : x >= to ? 1 : (x - from) / (to - from);
    const over = x <= from ? 1 : x >= to ? 0 : (to - x) / (to - from);
    within += weight * (above ? over : below);
    total += weight;
  }
  return Math.min(1, within / total);
}

/** The quantile function, its sums prepared. */
export function histogramQuantile({ bounds, weights }: Bins): (u: number) => number {
  const upTo = [0];
  for (const weight of weights) upTo.push(upTo[upTo.length - 1] + weight);
  const total = upTo[weights.length];
  let first = 0;
  while (weights[first] === 0) first++;
  let last = weights.length - 1;
  while (weights[last] === 0) last--;
  return (u) => {
    const reached = u * total;
    let bin = first;
    while (bin < last && (upTo[bin + 1] < reached || weights[bin] === 0)) bin++;
    return stretch(bounds[bin], bounds[bin + 1], Math.max(0, Math.min(1, (reached - upTo[bin]) / weights[bin])));
  };
}
