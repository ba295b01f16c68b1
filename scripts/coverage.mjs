/**
 * Measures how often each interval of the statistics covers the truth, draws it into docs/images/coverage, and lists the
 * drawings in docs/coverage.md. Takes some minutes; needs the built packages. With names, only those are measured:
 * node scripts/coverage.mjs wilson jeffreys
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  console.log(`${entry.name}: lowest coverage ${lowestOf(data)}, nominal ${1 - entry.alpha}`);
}
writeFileSync(join(root, 'docs/coverage.md'), page());

/** Truth, coverage, standard error: rounded, so that the file is the same on every machine. */
function pointOf({ truth, coverage, error }) {
  return [truth, coverage, error].map((value) => Number(value.toPrecision(5)));
}

function lowestOf({ lines }) {
  return Math.min(...lines.flatMap(({ points }) => points.map(([, coverage]) => coverage)));
}

function page() {
  const measured = entries.flatMap((entry) => {
    const file = join(folder, `${entry.name}.json`);
    return existsSync(file) ? [{ entry, data: JSON.parse(readFileSync(file, 'utf8')) }] : [];
  });
  const share = (value) => `${Number((value * 100).toPrecision(4))} %`;
  const row = ({ entry, data }) => {
    const simulated = data.lines.some(({ points }) => points.some(([, , error]) => error > 0));
    const how = simulated ? 'simulated' : 'exact';
    return `| [${entry.title}](#${entry.name}) | ${share(1 - entry.alpha)} | ${share(lowestOf(data))} | ${how} | ${entry.rigorous ? 'yes' : 'no'} |`;
  };
  const drawing = ({ entry }) =>
    `<a id="${entry.name}"></a>\n\n![${entry.title}: how often it covers the truth](images/coverage/${entry.name}.svg)\n`;
  return `${[
    '# Coverage of the intervals',
    '',
    '<!-- Made by scripts/coverage.mjs. -->',
    '',
    'An interval of 95 % should cover the truth in 95 of 100 repetitions, whatever the truth is. Here that was counted: exactly, by',
    'adding up the probabilities of all data that may come, where they can be listed, else by a seeded simulation. Bounds that are',
    'marked as rigorous never fall short, and doubts come from those. The others are in the product for comparison, or say in their',
    'documentation what they assume. Beside each drawing lies its data (`images/coverage/NAME.json`: truth, coverage, standard error).',
    '',
    '| interval | nominal | lowest coverage found | how | rigorous |',
    '|---|---|---|---|---|',
    ...measured.map(row),
    '',
    ...measured.map(drawing),
  ].join('\n')}`;
}
