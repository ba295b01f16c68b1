import type * as z from 'zod';
import type { Path } from '../case/index.js';
import type { Schema } from './schema-words.js';
import type { Source } from './source.js';
import type { Plain, TextNode } from './tree.js';

/** One issue, with what stands at its place. */
export interface Place {
  readonly source: Source;
  readonly schema: Schema | undefined;
  readonly data: Plain | undefined;
  /** The value, or the map that should have had it. */
  readonly node: TextNode;
  readonly where: Path;
  readonly issue: z.core.$ZodIssue;
}
