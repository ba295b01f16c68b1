import type { ElementId, IsoDate } from '../case/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { Parsed, ParseOptions } from '../language/index.js';

export interface AuthorOptions {
  /** The catalogue that building blocks come from; the built-in one without it. */
  readonly catalogue?: Catalogue;
  /** The day on which it is done, for what is dated. */
  readonly today?: IsoDate;
  /** Who does it, for what has an author. */
  readonly who?: string;
  /** How the texts were read: the same is done with the new ones. */
  readonly parse?: ParseOptions;
}

/** A change that was made. The texts that it was made to are as they were: nothing is written. */
export interface Authored {
  readonly ok: true;
  /** In words: `Move G3 under S2`. */
  readonly what: string;
  /** What went with it, in words: rows, members and waivers that named what is gone. */
  readonly also: readonly string[];
  /** New texts by file, those of new files too. Empty where everything was so already. */
  readonly changed: ReadonlyMap<string, string>;
  /** Those of them that are new files. */
  readonly created: readonly string[];
  /** What to look at afterwards. */
  readonly select?: ElementId;
  /** The new texts as they read. */
  readonly parsed: Parsed;
}
