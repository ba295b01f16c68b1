import type { Naming } from './modules.js';
import type { ValidFile } from './validate.js';

/** The argument that elements are read from. */
export interface Argument {
  readonly file: ValidFile;
  readonly naming: Naming;
  readonly riskCase?: string;
  /** The section is `assumptions`: everything in it is one. */
  readonly assumptions?: boolean;
}
