/**
 * Writes the files that are made from code: the published JSON Schema, docs/rules.md, docs/format.md and the text that
 * `surety init` writes. With --check it writes nothing, and fails where a file differs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generated } from './generated-files.mjs';
import { root } from './setup.mjs';

const check = process.argv.includes('--check');
let stale = 0;
for (const [path, text] of await generated()) {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (before === text) continue;
  if (check) {
    stale++;
    console.error(`${path} is not what the code makes: run npm run generate`);
    continue;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}
process.exitCode = stale > 0 ? 1 : 0;
