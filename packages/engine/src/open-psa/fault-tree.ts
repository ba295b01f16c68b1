import type { XmlPlace, XmlProblem } from '../xml/index.js';

/**
 * A fault tree as it was written: names, not numbers. What the file says of event trees, labels and attributes is left
 * out.
 */
export interface FaultTree {
  /** Names of the trees of the file. */
  readonly names: readonly string[];
  readonly gates: ReadonlyMap<string, FaultTreeGate>;
  readonly events: ReadonlyMap<string, BasicEvent>;
  /** House events: events that are switched on (true) or off. */
  readonly houses: ReadonlyMap<string, boolean>;
  /** Elements that were passed over, by name. */
  readonly skipped: ReadonlyMap<string, number>;
}

export interface FaultTreeGate {
  readonly name: string;
  readonly formula: Formula;
  readonly place: XmlPlace;
}

export interface BasicEvent {
  readonly name: string;
  /** From 0 to 1; absent where the file gives none. */
  readonly probability?: number;
  readonly place: XmlPlace;
}

export type Connective = 'and' | 'or' | 'not' | 'xor' | 'iff' | 'imply' | 'nand' | 'nor' | 'atleast' | 'cardinality';

export type Formula =
  | {
      readonly kind: 'reference';
      readonly to: string;
      readonly type: 'gate' | 'basic-event' | 'house-event' | 'any';
      readonly place: XmlPlace;
    }
  | { readonly kind: 'constant'; readonly value: boolean }
  | {
      readonly kind: Connective;
      readonly inputs: readonly Formula[];
      /** Of `atleast` and `cardinality`. */
      readonly min?: number;
      readonly max?: number;
      readonly place: XmlPlace;
    };

/** A mistake in a model, or something in it that is not supported, with its place in the text. */
export type ModelProblem = XmlProblem;
