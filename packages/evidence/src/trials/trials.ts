/** A value of a scorer or of a column. `undefined` stands for no value (an empty cell, `null`, an unscored sample's NaN). */
export type Cell = number | string | boolean | undefined;
export type Column = readonly Cell[];

/** Bits of `Trials.flags`. A trial may have several; see `measures/flaw.ts` for the one that its counting follows. */
export const flag = {
  /** It ended with an error. */
  error: 1,
  /** A limit (messages, tokens, time, …) stopped it. */
  limit: 2,
  /** Somebody marked it as not to be counted. */
  invalid: 4,
  /** The source states that the model refused, or that its answer was withheld; never guessed from a text. */
  refused: 8,
  /** It was begun and not run to its end. */
  partial: 16,
} as const;

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
  /** Present where the source states them for at least one row, as all that follow. */
  readonly group?: Column;
  /** The model that answered, where its name is not that of the run's model. */
  readonly model?: Column;
  /** When the row was complete. */
  readonly time?: Column;
  /** An identity of the row that no other run has. */
  readonly uuid?: Column;
  /** Attempts that ended with an error before the one that the row tells of; absent for none. */
  readonly retries?: Column;
  /** Which limit stopped it: `message`, `token`, `time`, … */
  readonly limit?: Column;
  /** Why the last answer ended: `stop`, `max_tokens`, `content_filter`, … */
  readonly stop?: Column;
}

/** The columns that not every source has. */
export const optionalColumns = ['group', 'model', 'time', 'uuid', 'retries', 'limit', 'stop'] as const;
export type OptionalCells = { readonly [name in (typeof optionalColumns)[number]]?: Cell };

/** One row on its way into the columns. */
export interface Row extends OptionalCells {
  readonly sample: string;
  readonly epoch: number;
  readonly flags: number;
  readonly scores: readonly (readonly [string, Cell])[];
  readonly fields: readonly (readonly [string, Cell])[];
}
