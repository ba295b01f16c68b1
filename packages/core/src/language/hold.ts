import type * as z from 'zod';
import type { Path } from '../case/index.js';
import { surelyKeepsTo } from '../schema/index.js';
import { explain } from './explain.js';
import type { Source } from './source.js';
import type { Plain, TextNode } from './tree.js';

/** Holds a value against a schema and reports what does not keep to it; `path` leads to it from the top of the file. */
export function hold(source: Source, schema: z.ZodType, data: Plain, node: TextNode, path: Path): void {
  if (surelyKeepsTo(schema, data)) return;
  const result = schema.safeParse(data);
  if (!result.success) explain({ source, schema, data, node, where: path, issues: result.error.issues });
}
