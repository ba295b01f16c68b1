/** A share from 0 to 1 as a place in an SVG of any width. */
export function percent(share: number): string {
  return `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
}
