import type { Naming } from './modules.js';
import type { Patterns } from './patterns/patterns.js';
import type { ValidFile } from './valid-file.js';

/** The argument that elements are read from. */
export interface Argument {
  readonly file: ValidFile;
  readonly naming: Naming;
  readonly riskCase?: string;
  /** The patterns that elements may use; without them, `uses` is only noted. */
  readonly patterns?: Patterns;
  /** The section is `assumptions`: everything in it is one. */
  readonly assumptions?: boolean;
}
