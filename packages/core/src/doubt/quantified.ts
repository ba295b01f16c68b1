import type { Compiled, Evaluation, Limits } from '@surety/engine';
import type { Argument } from './argument.js';
import type { ChosenLegs, DeclaredModel, ModelGroup } from './declared-model.js';
import type { Column } from './group-model.js';
import type { Group } from './groups.js';

/** A model of the engine with the doubts pushed through it. */
export interface Solved {
  readonly model: DeclaredModel;
  readonly compiled: Compiled;
  readonly evaluation: Evaluation;
}

/** The argument with its numbers, ready to be asked about any claim in it. */
export interface QuantifiedArgument {
  readonly argument: Argument;
  /** Per leaf of the argument. */
  readonly doubts: readonly Column[];
  readonly means: readonly number[];
  readonly groups: readonly Group[];
  /** Sets of leaves whose uncertain doubts share a source (a quantity, a posterior). */
  readonly sharedSources: readonly (readonly number[])[];
  /** 1 where nothing is uncertain. */
  readonly trials: number;
  readonly randomisations: number;
  readonly limits: Limits;
  /** Every leg counted in full, no groups. */
  readonly written: Solved;
}

/** The model that gives the declared number, with the groups that are in force in it. */
export interface DeclaredSolution extends Solved {
  readonly groups: readonly ModelGroup[];
  /** Positions in `groups`. */
  readonly inForce: ReadonlySet<number>;
  readonly chosen: ChosenLegs;
}

/** The leaf of the argument that a leaf of the model is, or is a part of. */
export function leafBehind(model: DeclaredModel, groups: readonly ModelGroup[], leaf: number): number | undefined {
  const what = model.leaves[leaf];
  switch (what?.kind) {
    case 'leaf':
    case 'keep':
    case 'force':
      return what.leaf;
    case 'own':
    case 'nested': {
      const { group, model: numbers } = groups[what.group] as ModelGroup;
      return group.members[numbers.order[what.at] as number];
    }
    default:
      return undefined;
  }
}
