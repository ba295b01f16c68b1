import type { Doubt } from '../doubt/index.js';
import { formatProbability } from '../doubt/index.js';
import type { NumberDiff } from './assessment-diff.js';

/** Doubts that are closer than this share of themselves differ by rounding only. */
const rounding = 1e-9;
/** Standard errors of a difference within which two means drawn from trials cannot be told apart. */
const errors = 3;

/** Two numbers held against each other; the doubts that they come from say how much of it the trials may be. */
export function diffNumbers(before: number, after: number, a?: Doubt, b?: Doubt): NumberDiff {
  const [one, other] = [a?.error ?? 0, b?.error ?? 0];
  const spread = errors * Math.sqrt(one * one + other * other);
  const [small, large] = before < after ? [before, after] : [after, before];
  const isSame = large - small <= Math.max(spread, rounding * large);
  const move = isSame ? 'same' : after > before ? 'up' : 'down';
  return { before, after, move, ...(small > 0 ? { factor: large / small } : {}) };
}

/** `rises from 3e-4 to 6e-4 (2 times)`, with the verb in this form. */
export function numberInWords({ before, after, move, factor }: NumberDiff): string {
  const [from, to] = [formatProbability(before), formatProbability(after)];
  if (move === 'same' || from === to) return `stays at ${to}`;
  const times = factor === undefined ? '' : ` (${factorInWords(factor)})`;
  return `${move === 'up' ? 'rises' : 'falls'} from ${from} to ${to}${times}`;
}

/** `1.3 times`, `40 times`. */
export function factorInWords(factor: number): string {
  return `${factor >= 1e6 ? 'more than a million' : Number(factor.toPrecision(factor < 10 ? 3 : 2))} times`;
}
