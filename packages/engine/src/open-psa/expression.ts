import type { Operation } from '../uncertainty/index.js';
import type { ModelPlace } from './problem.js';

/** Distributions of an uncertain number; a histogram stands apart. */
export type DeviateName = 'uniform-deviate' | 'normal-deviate' | 'lognormal-deviate' | 'gamma-deviate' | 'beta-deviate';

/** An expression of the stochastic layer of MEF, as written. */
export type Expression =
  | {
      readonly kind: 'constant';
      readonly type: 'bool' | 'int' | 'float';
      readonly value: number;
      readonly place: ModelPlace;
    }
  | { readonly kind: 'pi' | 'mission-time'; readonly place: ModelPlace }
  | { readonly kind: 'parameter'; readonly to: string; readonly place: ModelPlace }
  | {
      readonly kind: 'apply';
      readonly operation: Operation;
      readonly inputs: readonly Expression[];
      readonly place: ModelPlace;
    }
  | {
      readonly kind: 'deviate';
      readonly name: DeviateName;
      readonly inputs: readonly Expression[];
      readonly place: ModelPlace;
    }
  | {
      readonly kind: 'histogram';
      readonly lower: Expression;
      readonly bins: readonly { readonly upper: Expression; readonly weight: Expression }[];
      readonly place: ModelPlace;
    }
  | {
      readonly kind: 'switch';
      readonly cases: readonly { readonly when: Expression; readonly value: Expression }[];
      readonly otherwise: Expression;
      readonly place: ModelPlace;
    }
  | { readonly kind: 'test-initiating-event'; readonly name: string; readonly place: ModelPlace }
  | {
      readonly kind: 'test-functional-event';
      readonly name: string;
      readonly state: string;
      readonly place: ModelPlace;
    };
