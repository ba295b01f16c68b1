import type { Origin } from './origin.js';

/**
 * What could not be read of a text with errors. Whoever looks at the rest must not tell what is missing only because of
 * them: the error itself is told already.
 */
export interface Gaps {
  /** Ids and names of what was not read, or not whole. */
  readonly names: ReadonlySet<string>;
  /** Where that stands. */
  readonly places: readonly Origin[];
  /** The sections that it belongs to. */
  readonly sections: ReadonlySet<string>;
  /** Something that leads from one element to another was not read: any element may rest on any. */
  readonly links: boolean;
  /** A whole file was not read: anything may stand in it. */
  readonly files: boolean;
}
