/** A value of a scorer or of a column. `undefined` stands for no value (an empty cell, `null`, an unscored sample's NaN). */
export type Cell = number | string | boolean | undefined;
export type Column = readonly Cell[];

/** Bits of `Trials.flags`. A trial may have several; see `measures/flaw.ts` for the one that its counting follows. */
export const flag = { error: 1, limit: 2, invalid: 4 } as const;

/** One row per (sample, epoch), column by column; all columns have `rows` entries. */
export interface Trials {
  readonly rows: number;
  /** Sample ids as text; `1` and `"1"` are the same sample, as for Inspect. */
  readonly sample: readonly string[];
  readonly epoch: readonly number[];
  readonly flags: Uint8Array;
  /** Raw values by scorer; a scorer that gives several values is `scorer.key`, one column for each. */
  readonly scores: ReadonlyMap<string, Column>;
  /** Columns of a table, or the plain metadata of a sample. */
  readonly fields: ReadonlyMap<string, Column>;
  /** Present where the source states them for at least one row. */
  readonly group?: Column;
  readonly model?: Column;
  readonly time?: Column;
}

/** One row on its way into the columns. */
export interface Row {
  readonly sample: string;
  readonly epoch: number;
  readonly flags: number;
  readonly scores: readonly (readonly [string, Cell])[];
  readonly fields: readonly (readonly [string, Cell])[];
  readonly group?: Cell;
  readonly model?: Cell;
  readonly time?: Cell;
}
