import type { Gate, NodeRef } from '../types.js';
import type { Formula } from './formula.js';
import { type ModelProblem, problemAt } from './problem.js';

type Connected = Exclude<Formula, { kind: 'reference' | 'constant' }>;

/** The first connective in a formula that the engine does not solve. */
export function notSolved(formula: Formula): ModelProblem | undefined {
  if (formula.kind === 'reference' || formula.kind === 'constant') return undefined;
  if (formula.kind !== 'and' && formula.kind !== 'or' && formula.kind !== 'atleast')
    return problemAt(
      'not-supported',
      formula.place,
      `<${formula.kind}> makes the tree non-coherent, and such trees are not solved`,
      'and, or, atleast',
    );
  for (const input of formula.inputs) {
    const problem = notSolved(input);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The gate of a connective over nodes. */
export function gateOf({ kind, min }: Connected, inputs: readonly NodeRef[]): Gate {
  if (kind === 'atleast') return { kind: 'atLeast', k: min!, inputs };
  return { kind: kind as 'and' | 'or', inputs };
}
