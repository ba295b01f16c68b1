import type { JsonValue } from '../json/index.js';
import type { Cell } from '../trials/index.js';

const longest = 64;

/**
 * A value that may leave a transcript: a number, true or false, or one word. A text with spaces, or a long one, may be a
 * prompt or an answer, and these stay in the log.
 */
export function shortCell(value: JsonValue | undefined): Cell {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && value.length <= longest && /^\S+$/.test(value) ? value : undefined;
}

/** The same for all values of an object, each under its key behind a prefix; the others are left out. */
export function shortFields(value: JsonValue | undefined, prefix: string): (readonly [string, Cell])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, item]): (readonly [string, Cell])[] => {
    const cell = shortCell(item);
    return cell === undefined ? [] : [[`${prefix}${key}`, cell]];
  });
}
