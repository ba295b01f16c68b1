/**
 * Measures how often each interval of the statistics covers the truth, and draws it into docs/images/coverage. Takes
 * some minutes; needs the built packages. With names, only those: node scripts/coverage.mjs wilson jeffreys
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf, draw, entries } from './coverage/index.mjs';
import { root } from './setup.mjs';

const folder = join(root, 'docs/images/coverage');
const names = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const entry of entries.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const lines = coverageOf(entry);
  const rounded = lines.map(({ label, points }) => ({ label, points: points.map(pointOf) }));
  const data = { title: entry.title, axis: entry.axis, alpha: entry.alpha, rigorous: entry.rigorous, lines: rounded };
  writeFileSync(join(folder, `${entry.name}.svg`), draw(entry, lines));
  writeFileSync(join(folder, `${entry.name}.json`), `${JSON.stringify(data)}\n`);
  const lowest = Math.min(...lines.flatMap(({ points }) => points.map(({ coverage }) => coverage)));
  console.log(`${entry.name}: lowest coverage ${lowest.toFixed(5)}, nominal ${1 - entry.alpha}`);
}

/** Truth, coverage, standard error: rounded, so that the file is the same on every machine. */
function pointOf({ truth, coverage, error }) {
  return [truth, coverage, error].map((value) => Number(value.toPrecision(5)));
}
