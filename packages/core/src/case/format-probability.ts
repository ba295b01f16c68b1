/** A probability in few characters: three significant digits, powers of ten below 1e-3. */
export function formatProbability(p: number): string {
  if (p === 0 || p === 1) return String(p);
  const text = p < 1e-3 ? p.toExponential(2) : p.toPrecision(3);
  if (p < 1e-3) return text.replace(/\.?0+e/, 'e');
  // 0.99997 must not read as certain.
  return Number(text) === 1 ? `1 - ${formatProbability(1 - p)}` : text.replace(/\.?0+$/, '');
}

/** The mean of a doubt, or its interval where a limit was met. */
export function formatDoubt(
  doubt: { readonly mean: number } | { readonly lower: number; readonly upper: number },
): string {
  if ('mean' in doubt) return formatProbability(doubt.mean);
  return `${formatProbability(doubt.lower)} to ${formatProbability(doubt.upper)}`;
}

/** A probability in so many digits, rounded so that what is said of it stays true: not above, or not below, the number. */
export function roundProbability(p: number, direction: 'down' | 'up', digits = 3): number {
  const nearest = Number(p.toPrecision(digits));
  if (direction === 'down' ? nearest <= p : nearest >= p) return nearest;
  // One unit in the last digit further.
  const unit = Number(`1e${Number(p.toExponential(digits - 1).split('e')[1]) - digits + 1}`);
  return Number((direction === 'down' ? nearest - unit : nearest + unit).toPrecision(digits));
}

/** A number next to the limit that it is held against: with as many digits as it takes to tell them apart. */
export function formatAgainst(p: number, limit: number): string {
  const short = formatProbability(p);
  if (p === limit || short !== formatProbability(limit)) return short;
  for (let digits = 4; digits < 17; digits++) {
    if (p.toPrecision(digits) !== limit.toPrecision(digits)) return String(Number(p.toPrecision(digits)));
  }
  return String(p);
}

/**
 * Whether a number meets its limit, and no more than a tenth of the limit is left: what another expert, or a few trials more,
 * could turn. For words only; no verdict depends on it.
 */
export function isNarrow(p: number, limit: number): boolean {
  return p <= limit && p > 0.9 * limit;
}

/**
 * A chance in plain words for readers who are not used to powers of ten: `0.8 %`, `0.5 in a million`. With a direction it is
 * rounded that way: what is said to be at most so much is.
 */
export function formatChance(exact: number, digits = 2, direction?: 'down' | 'up'): string {
  const p = direction === undefined ? exact : roundProbability(exact, direction, digits);
  if (p === 0) return '0\u00a0%';
  if (p >= 1e-5) return p < 1 && p > 0.9995 ? 'over 99.9\u00a0%' : `${Number((100 * p).toPrecision(digits))}\u00a0%`;
  return p >= 1e-8 ? `${Number((1e6 * p).toPrecision(digits))} in a million` : formatProbability(p);
}
