/** A probability in few characters: three significant digits, powers of ten below 1e-3. */
export function formatProbability(p: number): string {
  if (p === 0 || p === 1) return String(p);
  const text = p < 1e-3 ? p.toExponential(2) : p.toPrecision(3);
  if (p < 1e-3) return text.replace(/\.?0+e/, 'e');
  // 0.99997 must not read as certain.
  return Number(text) === 1 ? `1 - ${formatProbability(1 - p)}` : text.replace(/\.?0+$/, '');
}
