import { failed, ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { cellOf } from './names.js';
import { misfit } from './row-values.js';
import { scoreValue } from './score-value.js';
import type { Without } from './success.js';

/** Reads a field as a number in a range; a number outside it, or a text, is a problem, and nothing has no value. */
export function fieldNumber(
  trials: PooledTrials,
  name: string,
  scorer: string | undefined,
  { low, high, expected }: { readonly low: number; readonly high: number; readonly expected: string },
): Result<(row: number) => Result<number | Without>> {
  const cell = cellOf(trials, name, scorer);
  if (!cell.ok) return cell;
  return ok((row) => {
    const held = cell.value(row);
    if (held === undefined) return ok({ without: `“${name}” has no value` });
    const number = scoreValue(held);
    if (number !== undefined && number >= low && number <= high) return ok(number);
    return failed(misfit(trials, row, `“${name}” is ${held}`, expected));
  });
}

export const forecastRange = { low: 0, high: 1, expected: 'a probability from 0 to 1' };
export const timeRange = { low: 0, high: Number.MAX_VALUE, expected: 'a length of time of 0 or more' };
