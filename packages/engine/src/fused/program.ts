/**
 * Straight-line arithmetic over columns. The operations and their order are those of `kernel.ts`.
 */

/** `add + by · x`; the plain number `add` where there is no `x`. */
export interface Operand {
  readonly add: number;
  readonly by: number;
  /** A value by number: inputs first, then steps. */
  readonly x?: number;
}

/** `q·hi + (1 − q)·lo`, or of a plain q what `mix` does: `add + by·x + byY·y`. */
export type Step =
  | { readonly kind: 'decide'; readonly q: Operand; readonly hi: Operand; readonly lo: Operand }
  | {
      readonly kind: 'mix';
      readonly add: number;
      readonly by: number;
      readonly x: number;
      readonly byY: number;
      readonly y: number;
    };

export interface Program {
  /** Columns that are read: how far each lies behind the first of its block, in bytes. */
  readonly inputs: readonly number[];
  readonly steps: readonly Step[];
  /** Steps whose values are wanted. */
  readonly outputs: readonly number[];
}
