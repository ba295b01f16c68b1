import type { Element, StatedDoubt } from './model/index.js';

/** A doubt that an element states, and of what: of itself, of its inference step, or as the strength of its challenge. */
export interface StatedOf {
  readonly of: 'doubt' | 'inference' | 'strength';
  readonly stated: StatedDoubt;
}

const none: readonly StatedOf[] = [];

/** The doubts that an element states, in the order of the model. A strength of 1 is what a challenge has that states none. */
export function statedDoubts({
  doubt,
  inference,
  challenge,
}: Pick<Element, 'doubt' | 'inference' | 'challenge'>): readonly StatedOf[] {
  const strength = challenge?.strength;
  const hasStrength = strength !== undefined && strength !== 1;
  // Most elements of a large case state none.
  if (doubt === undefined && inference === undefined && !hasStrength) return none;
  const found: StatedOf[] = [];
  if (doubt !== undefined) found.push({ of: 'doubt', stated: doubt });
  if (inference !== undefined) found.push({ of: 'inference', stated: inference });
  if (hasStrength) found.push({ of: 'strength', stated: strength });
  return found;
}
