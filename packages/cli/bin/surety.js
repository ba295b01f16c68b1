#!/usr/bin/env node
// The version is answered before anything else is loaded; everything else is in dist.
import { readFileSync } from 'node:fs';

const first = process.argv[2];
if (first === '--version' || first === '-V') {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  const { main } = await import('../dist/main.js');
  await main();
}
