import type { Severity } from '../../case/index.js';
import type { TextCode } from '../codes.js';

/** A text with one fault, and what is said about it; the marks say where. */
export interface BadText {
  readonly fault: string;
  readonly text: string;
  readonly found: readonly {
    readonly code: TextCode;
    readonly message: string;
    /** `error` where it is not said. */
    readonly severity?: Severity;
    readonly hint?: string;
    /** What the mend puts at the marked range. */
    readonly fix?: string;
  }[];
}
