import { formatChance, formatDoubt, formatProbability, roundProbability } from '../case/index.js';
import type { Doubt } from '../doubt/index.js';

/** All numbers of a report are written here, so that they look the same everywhere. */
export { formatChance, formatDoubt, formatProbability };

/** `5–95 %: 0.007 to 0.0096`, where the doubt is uncertain. */
export function formatBand({ p5, p95 }: Pick<Doubt, 'p5' | 'p95'>): string | undefined {
  if (p5 === undefined || p95 === undefined) return undefined;
  return `5–95\u00a0%: ${formatProbability(p5)} to ${formatProbability(p95)}`;
}

/** A share as a percentage: `42 %`, `0.3 %`, `< 0.1 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0\u00a0%';
  if (percent < 0.1) return '<\u00a00.1\u00a0%';
  return `${percent < 9.95 ? percent.toFixed(1) : percent.toFixed(0)}\u00a0%`;
}

/** A factor: `2.4 ×`; null stands for an infinite one. */
export function formatFactor(factor: number | null): string {
  if (factor === null) return '∞';
  return `${formatNumber(factor)}\u00a0×`;
}

/** Any number in three significant digits; thousands are grouped, powers of ten far from one. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (Number.isInteger(value) && size < 1e9) return grouped(value);
  if (size < 1e-3 || size >= 1e9)
    return value
      .toExponential(2)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e');
  return grouped(Number(value.toPrecision(3)));
}

/** `about 1 in 125`, for probabilities of which that helps. */
export function oneIn(p: number): string | undefined {
  if (p <= 0 || p > 0.2) return undefined;
  return `about 1\u00a0in\u00a0${formatNumber(Math.round(Number((1 / p).toPrecision(2))))}`;
}

function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** `0.00802 (5–95 %: 0.007 to 0.0096)`. */
export function withBand(doubt: Doubt): string {
  const band = formatBand(doubt);
  return band === undefined ? formatDoubt(doubt) : `${formatDoubt(doubt)} (${band})`;
}

/**
 * The same of a number that is held against a limit, rounded up: with as many digits as it takes to tell them apart, and to
 * leave it on its side.
 */
export function formatChanceAgainst(p: number, limit: number): string {
  if (p === limit) return formatChance(p);
  for (let digits = 2; digits < 12; digits++) {
    const [shown, against] = [roundProbability(p, 'up', digits), Number(limit.toPrecision(digits))];
    if (shown !== against && shown < against === p < limit) return formatChance(shown, digits);
  }
  return formatProbability(p);
}
