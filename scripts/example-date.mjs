import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** The date of assessment that the example's README pins (its evidence expires). */
export function exampleDate() {
  const text = readFileSync(join(root, 'examples/coding-agent/README.md'), 'utf8');
  const found = /--as-of (\d{4}-\d{2}-\d{2})/.exec(text);
  if (found === null) throw new Error("The example's README pins no --as-of date");
  return found[1];
}
