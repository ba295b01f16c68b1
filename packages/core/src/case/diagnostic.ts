import type { ElementId } from './model/index.js';
import type { Origin } from './origin.js';

/** Zero-based offset in UTF-16 units, one-based line and column (columns in UTF-16 units, as editors count). */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export interface SourceRange {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'info';

/** The six steps of a safety case, by number. */
export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** Plain data that is written into a text. */
export type DraftValue = string | number | boolean | readonly DraftValue[] | { readonly [key: string]: DraftValue };

/**
 * Something to write, where the words are a person's: `…` stands for these. It goes into the map at `at` under `key`, at
 * the end of the list at `at` where it has no key; sections on the way that are not there are written too.
 */
export interface Draft {
  readonly at: Origin;
  readonly key?: string;
  readonly value: DraftValue;
}

/** A finding about a case: a stable code, where it is, what was found and what was expected. */
export interface Diagnostic<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence; names what was found and what was expected. */
  readonly message: string;
  readonly range: SourceRange;
  /** How to mend it, where one can say so; includes the nearest valid name. */
  readonly hint?: string;
  /** A sure mend: replace these ranges by these texts. */
  readonly fix?: readonly Splice[];
  /** What could be written to mend it, with the places where it goes. */
  readonly draft?: readonly (Draft & { readonly range: SourceRange })[];
  /** Which of the six steps it is about, where it is about one. */
  readonly step?: StepNumber;
  readonly element?: ElementId;
  readonly related?: readonly { readonly message: string; readonly range: SourceRange }[];
  /** The waiver that silences it for `--fail-on`, where one does. */
  readonly waived?: { readonly because?: string; readonly by?: string; readonly until: string };
}

/** Replace the text from `start` to `end` (UTF-16 offsets) of `file` by `text`. */
export interface Splice {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A finding before its place in the text is looked up. */
export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Origin;
  /** Point at the key instead of the value. */
  readonly atKey?: boolean;
  readonly hint?: string;
  readonly draft?: readonly Draft[];
  readonly step?: StepNumber;
  readonly element?: ElementId;
  readonly related?: readonly { readonly message: string; readonly at: Origin }[];
}

/** Turns origins into ranges of the text. Total: an origin that is not in the text gives its nearest ancestor's range. */
export interface Ranges {
  /** Range of the value at the origin. */
  value(origin: Origin): SourceRange;
  /** Range of the key at the origin (of the value in a list). */
  key(origin: Origin): SourceRange;
}
