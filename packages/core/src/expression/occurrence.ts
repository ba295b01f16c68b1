import { expm1, log1p, pow } from '@surety/numerics';
import type { Expression } from './ast.js';

/** The p and n of `1 - (1 - p)^n`, the probability of at least one in n, where the expression has that form. */
export function occurrenceForm(of: Expression): { readonly p: Expression; readonly n: Expression } | undefined {
  const power = complementOf(of);
  if (power?.kind !== 'arithmetic' || power.operator !== '^') return undefined;
  const p = complementOf(power.left);
  return p === undefined ? undefined : { p, n: power.right };
}

/** The x of `1 - x`, 1 being written out. */
export function complementOf(of: Expression): Expression | undefined {
  const isComplement =
    of.kind === 'arithmetic' && of.operator === '-' && of.left.kind === 'number' && of.left.value === 1;
  return isComplement ? of.right : undefined;
}

/**
 * 1 − (1 − p)^n for any p and n for which it is defined, without the cancellation that leaves 0 for a tiny p.
 * `NaN` where p is above 1 and n is not whole.
 */
export function occurrence(p: number, n: number): number {
  if (n === 0 || p === 0) return 0;
  return p < 1 ? -expm1(n * log1p(-p)) : 1 - pow(1 - p, n);
}
