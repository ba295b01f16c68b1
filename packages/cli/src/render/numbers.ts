import { formatDoubt, formatNumber, formatProbability } from '@surety/core/case';

/** All numbers that the command prints are written here, so that they look the same everywhere. */
export { formatDoubt, formatNumber, formatProbability };

/** A share as a percentage: `42 %`, `0.3 %`, `< 0.1 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  // What is left of a difference of equal numbers is no share.
  if (percent < 1e-9) return '0 %';
  if (percent < 0.1) return '< 0.1 %';
  return `${percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}
