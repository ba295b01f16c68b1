import type { ModelPlace } from './problem.js';

export type Connective = 'and' | 'or' | 'not' | 'xor' | 'iff' | 'imply' | 'nand' | 'nor' | 'atleast' | 'cardinality';

export type ReferenceType = 'gate' | 'basic-event' | 'house-event' | 'any';

/** An event by the name that the text uses. */
export interface EventReference {
  readonly kind: 'reference';
  readonly to: string;
  readonly type: ReferenceType;
  readonly place: ModelPlace;
}

export type Formula =
  | EventReference
  | { readonly kind: 'constant'; readonly value: boolean }
  | {
      readonly kind: Connective;
      readonly inputs: readonly Formula[];
      /** Of `atleast` and `cardinality`. */
      readonly min?: number;
      readonly max?: number;
      readonly place: ModelPlace;
    };
