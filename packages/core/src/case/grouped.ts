/** 100000 → `100,000`, without the platform's idea of a locale; from a thousand million on in three digits. */
export function grouped(n: number): string {
  if (n >= 1e9) return n.toPrecision(3);
  const text = String(n);
  return /^\d+$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ',') : text;
}
