import type { Refused } from './refused.js';
import type { FileText } from './text.js';

/** Replace the text from `start` to `end` (UTF-16 offsets). */
export interface Replace {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One file of an edit. `base` is the digest that it was made on; null: the file must not exist yet. */
export type FileEdit =
  | { readonly path: string; readonly base: string; readonly splices: readonly Replace[] }
  | { readonly path: string; readonly base: string | null; readonly text: string }
  | { readonly path: string; readonly base: string; readonly remove: true };

/** `POST /api/edit`: all of it, or nothing where a base does not hold. What is acknowledged is on disk. */
export interface EditRequest {
  /** What it does, in words: `Rename G2 to G2.1`. */
  readonly what: string;
  readonly files: readonly FileEdit[];
}

export type EditReply =
  | {
      readonly kind: 'saved';
      readonly version: string;
      /** As they are now; null: removed. */
      readonly files: readonly { readonly path: string; readonly digest: string | null }[];
    }
  /** The files that are other than the edit took them to be, as they are now; null: not there. */
  | {
      readonly kind: 'conflict';
      readonly files: readonly (FileText | { readonly path: string; readonly text: null })[];
    }
  | Refused;
