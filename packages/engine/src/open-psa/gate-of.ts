import type { Gate, NodeRef } from '../types.js';
import type { Formula } from './formula.js';

/** The gate of a connective over nodes. */
export function gateOf(
  { kind, min, max }: Exclude<Formula, { kind: 'reference' | 'constant' }>,
  inputs: readonly NodeRef[],
): Gate {
  switch (kind) {
    case 'atleast':
      return { kind: 'atLeast', k: min!, inputs };
    case 'cardinality':
      return { kind, min: min!, max: max!, inputs };
    default:
      return { kind, inputs };
  }
}
