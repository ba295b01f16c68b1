import type { Expression } from './expression.js';
import type { Formula } from './formula.js';
import type { Branch, Instruction } from './instruction.js';
import type { ModelPlace } from './problem.js';

export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
}

/** What every definition has. */
export interface Definition {
  readonly name: string;
  /** The fault tree and the components that it stands in, outermost first; empty in model data. */
  readonly scope: readonly string[];
  /** Seen in its own scope and below, and by its path from elsewhere. */
  readonly private: boolean;
  readonly label?: string;
  readonly attributes?: readonly Attribute[];
  readonly place: ModelPlace;
}

/** A fault tree or a component of one. */
export interface Container extends Definition {
  readonly kind: 'fault-tree' | 'component';
}

export interface GateDefinition extends Definition {
  readonly formula: Formula;
}

export interface BasicEvent extends Definition {
  /** Absent where the file gives none. */
  readonly expression?: Expression;
  /** The common-cause group that gives its probability. */
  readonly group?: string;
}

export interface HouseEvent extends Definition {
  /** False where the file gives none: MEF 2.0d. */
  readonly state: boolean;
}

export interface Parameter extends Definition {
  readonly unit?: string;
  readonly expression: Expression;
}

export type CommonCauseModel = 'beta-factor' | 'MGL' | 'alpha-factor' | 'phi-factor';

export interface CommonCauseGroup extends Definition {
  readonly model: CommonCauseModel;
  /** Ids of basic events, in the order of the text. */
  readonly members: readonly string[];
  /** Total failure probability of each member. */
  readonly distribution: Expression;
  /** One expression by level, ascending. */
  readonly factors: readonly { readonly level: number; readonly expression: Expression }[];
}

export interface InitiatingEvent extends Definition {
  readonly eventTree?: string;
}

export interface Sequence extends Definition {
  readonly instructions: readonly Instruction[];
}

export interface NamedBranch extends Definition {
  readonly branch: Branch;
}

export interface EventTree extends Definition {
  readonly functionalEvents: readonly Definition[];
  readonly sequences: ReadonlyMap<string, Sequence>;
  readonly branches: ReadonlyMap<string, NamedBranch>;
  readonly initialState: Branch;
}

export interface Rule extends Definition {
  readonly instructions: readonly Instruction[];
}

/**
 * A model as it was written: names, not numbers. Maps go by id: the name, or the path `tree.component.name` of what is
 * private. What the file says of extern libraries and of functions in them is left out.
 */
export interface OpenPsaModel {
  readonly name?: string;
  readonly label?: string;
  readonly attributes?: readonly Attribute[];
  readonly containers: readonly Container[];
  readonly gates: ReadonlyMap<string, GateDefinition>;
  readonly events: ReadonlyMap<string, BasicEvent>;
  readonly houses: ReadonlyMap<string, HouseEvent>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly groups: ReadonlyMap<string, CommonCauseGroup>;
  readonly initiatingEvents: ReadonlyMap<string, InitiatingEvent>;
  readonly eventTrees: ReadonlyMap<string, EventTree>;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Elements that were passed over, by name. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** The id of a definition. */
export function idOf({ name, scope, private: hidden }: Pick<Definition, 'name' | 'scope' | 'private'>): string {
  return hidden ? [...scope, name].join('.') : name;
}
