import type { Path, Splice } from '../../case/index.js';

/** Plain data, as JSON has it: numbers are finite, there is no `undefined`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What to change in a text. Paths are those of the parsed data: keys and indices from the top of the file. */
export type Change =
  /** Replace the value at the path; the empty path stands for the whole text. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Json }
  /** A new key in the map at the path: at the end, or next to the key named in `before` or `after`. */
  | {
      readonly kind: 'insert';
      readonly path: Path;
      readonly key: string;
      readonly value: Json;
      readonly before?: string;
      readonly after?: string;
    }
  /** A new item in the list at the path: at the end, or so that its index becomes `at`. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Json; readonly at?: number }
  /**
   * Take away the pair or item at the path, with the comments inside it, behind it on its line, and on lines of their
   * own below it that stand deeper than it. Comments on lines of their own above it stay.
   */
  | { readonly kind: 'remove'; readonly path: Path }
  /** The value at the path becomes the only item of a list; none of its own bytes change. */
  | { readonly kind: 'wrap'; readonly path: Path }
  /** The only item of the list at the path takes the place of the list. */
  | { readonly kind: 'unwrap'; readonly path: Path }
  /** The text at the path gets quotes. It means the same. */
  | { readonly kind: 'quote'; readonly path: Path }
  /** Another key for the pair at the path. Quotes stay. */
  | { readonly kind: 'renameKey'; readonly path: Path; readonly key: string }
  /** Move the pair or item at the path within its collection, so that its index becomes `to`. */
  | { readonly kind: 'move'; readonly path: Path; readonly to: number };

/** The splices that make a change, or why it cannot be made. */
export type EditResult = { readonly ok: true; readonly splices: readonly Splice[] } | Refusal;

/** One sentence without the final full stop. */
export interface Refusal {
  readonly ok: false;
  readonly reason: string;
}

export function refuse(reason: string): Refusal {
  return { ok: false, reason };
}
