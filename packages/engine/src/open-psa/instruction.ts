import type { Expression } from './expression.js';
import type { Formula } from './formula.js';
import type { ModelPlace } from './problem.js';

/** What a path of an event tree does on its way. */
export type Instruction =
  | { readonly kind: 'set-house-event'; readonly name: string; readonly state: boolean; readonly place: ModelPlace }
  | { readonly kind: 'collect-formula'; readonly formula: Formula; readonly place: ModelPlace }
  | { readonly kind: 'collect-expression'; readonly expression: Expression; readonly place: ModelPlace }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly chosen: Instruction;
      readonly otherwise?: Instruction;
      readonly place: ModelPlace;
    }
  | { readonly kind: 'block'; readonly instructions: readonly Instruction[]; readonly place: ModelPlace }
  | { readonly kind: 'rule'; readonly name: string; readonly place: ModelPlace }
  /** Go on in the initial state of another event tree. */
  | { readonly kind: 'event-tree'; readonly name: string; readonly place: ModelPlace };

export interface Fork {
  readonly kind: 'fork';
  readonly functionalEvent: string;
  readonly paths: readonly { readonly state: string; readonly branch: Branch; readonly place: ModelPlace }[];
  readonly place: ModelPlace;
}

/** Instructions, and what comes after them. */
export interface Branch {
  readonly instructions: readonly Instruction[];
  readonly target: Fork | { readonly kind: 'sequence' | 'branch'; readonly name: string; readonly place: ModelPlace };
}
