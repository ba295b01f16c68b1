import { formatDoubt, formatProbability } from '@surety/core/case';

/** All numbers that the command prints are written here, so that they look the same everywhere. */
export { formatDoubt, formatProbability };

/** A share as a percentage: `42 %`, `0.3 %`, `< 0.1 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  // What is left of a difference of equal numbers is no share.
  if (percent < 1e-9) return '0 %';
  if (percent < 0.1) return '< 0.1 %';
  return `${percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** Any number in three significant digits; powers of ten far from one. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e6)) return String(Number(value.toPrecision(3)));
  return value
    .toExponential(2)
    .replace(/\.?0+e/, 'e')
    .replace('e+', 'e');
}
