import type { Distribution } from '../doubt/index.js';
import { type Domain, log10 } from './axis.js';

/** Points of the outline, and how far the outline is evened out, as a share of its width. */
const points = 80;
const evened = 0.12;

/**
 * The outline of a distribution on a logarithmic axis, made from its quantiles: the slope of the line through them,
 * evened out twice over the neighbourhood of each point. The highest point has the height 1. Absent where all values
 * are one.
 */
export function densityOf(
  { shares, values }: Distribution,
  { low, high }: Domain,
): readonly { readonly at: number; readonly height: number }[] | undefined {
  const known = values.flatMap((value, at) => (value > 0 ? [{ x: log10(value), share: shares[at] ?? 1 }] : []));
  const first = known[0]?.x;
  const last = known.at(-1)?.x;
  if (first === undefined || last === undefined || last - first < 1e-6) return undefined;
  const reach = evened * (last - first);
  const from = first - 2 * reach;
  const step = (last - first + 4 * reach) / (points - 1);
  const below = (x: number) => shareBelow(known, x);
  const slope = (x: number) => (below(x + reach) - below(x - reach)) / (2 * reach);
  const around = [-0.8, -0.4, 0, 0.4, 0.8].map((share) => share * reach);
  const heights = Array.from({ length: points }, (_, i) => {
    const x = from + i * step;
    return { x, height: around.reduce((sum, away) => sum + slope(x + away), 0) / around.length };
  });
  const highest = Math.max(...heights.map(({ height }) => height));
  return heights
    .filter(({ x }) => x >= low && x <= high)
    .map(({ x, height }) => ({ at: (x - low) / (high - low), height: height / highest }));
}

function shareBelow(known: readonly { readonly x: number; readonly share: number }[], x: number): number {
  const next = known.findIndex((one) => one.x >= x);
  if (next < 0) return 1;
  const right = known[next];
  const left = known[next - 1];
  if (right === undefined || left === undefined) return 0;
  return right.x === left.x
    ? right.share
    : left.share + ((x - left.x) / (right.x - left.x)) * (right.share - left.share);
}
