import { meanOf } from '@surety/numerics';
import type { Column } from '../expression/index.js';

/** How much of a doubt lay outside [0, 1] before it was clipped. */
export interface ClippedMass {
  /** Share of the trials that were clipped, in [0, 1]. */
  readonly fraction: number;
  /** Mean over all trials of the distance that was cut off. */
  readonly meanExcess: number;
}

/** A column in [0, 1], what was cut off, and its mean. */
export interface Clipped {
  readonly column: Column;
  readonly clippedMass: ClippedMass;
  readonly mean: number;
}

/** Clips each trial to [0, 1]. A column that needs no clipping is returned as it is. */
export function clipToUnit(column: Column): Clipped {
  if (typeof column === 'number') {
    const clipped = Math.min(1, Math.max(0, column));
    const fraction = clipped === column ? 0 : 1;
    return { column: clipped, clippedMass: { fraction, meanExcess: Math.abs(column - clipped) }, mean: clipped };
  }
  let count = 0;
  let excess = 0;
  let result = column;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (value >= 0 && value <= 1) continue;
    if (count === 0) result = column.slice();
    count += 1;
    excess += value < 0 ? -value : value - 1;
    result[i] = value < 0 ? 0 : 1;
  }
  const clippedMass = { fraction: count / column.length, meanExcess: excess / column.length };
  return { column: result, clippedMass, mean: meanOf(result) };
}

/** The mean of a column over its trials. */
export function columnMean(column: Column): number {
  return typeof column === 'number' ? column : meanOf(column);
}
