import { type Cell, flag } from './trials.js';

/** Names of the flaws whose bits are set, in the order of `flag`. */
export function flawNames(bits: number): readonly (keyof typeof flag)[] {
  return (Object.keys(flag) as (keyof typeof flag)[]).filter((name) => (bits & flag[name]) !== 0);
}

/** A value as JSON can hold it, which has no infinite numbers. */
export function plainCell(value: Exclude<Cell, undefined>): Exclude<Cell, undefined> {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
