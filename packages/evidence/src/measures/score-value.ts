import type { Cell } from '../trials/index.js';

const numberText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/;

/**
 * A scorer's value as a number, by Inspect's convention: C = 1, P = 0.5, I and N = 0, `yes` and `true` = 1, `no` and
 * `false` = 0 in any case, booleans 1 and 0, numbers as they are, also where written as text. Anything else has no
 * number (Inspect itself counts it as 0 after a warning).
 */
export function scoreValue(value: Cell): number | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return undefined;
  switch (value) {
    case 'C':
      return 1;
    case 'P':
      return 0.5;
    case 'I':
    case 'N':
      return 0;
  }
  const text = value.trim().toLowerCase();
  if (text === 'yes' || text === 'true') return 1;
  if (text === 'no' || text === 'false') return 0;
  return numberText.test(text) ? Number(text) : undefined;
}

/** `true`, `false`, 1 and 0; anything else says nothing. */
export function truth(value: Cell): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 1 || value === 'true' ? true : value === 0 || value === 'false' ? false : undefined;
}
