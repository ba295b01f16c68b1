import { expect } from 'vitest';

/** Passes where `found` rounds to the printed number, or lies within one unit of its last digit where that was cut off. */
export function prints(found: number, printed: string): void {
  const exponent = Number(/e(.+)$/.exec(printed)?.[1] ?? 0);
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  const unit = 10 ** (exponent - decimals);
  expect(Math.abs(found - Number(printed)), `${found} is not ${printed}`).toBeLessThanOrEqual(0.5001 * unit);
}
