import { applySplices, edit, type Json } from '../language/edit/index.js';
import { openDocument } from '../language/index.js';

/** Plain data as YAML in block style, one key a line. Data that cannot be written is a bug of the caller. */
export function yamlOf(value: Json): string {
  const edited = edit(openDocument('data.yaml', '{}\n'), { kind: 'set', path: [], value });
  if (!edited.ok) throw new Error(edited.reason);
  return applySplices('{}\n', edited.splices);
}
