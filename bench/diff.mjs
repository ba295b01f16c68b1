/**
 * Differences of large cases: `node bench/diff.mjs [--runs 7]`. Generated cases of 10,000 elements against what becomes of
 * them, each time in turn with the peer: reading the two texts. Bar: `diffCases` <= 0.3 s. Before anything is timed, the
 * difference applied to the earlier case gives the later one.
 */
import { performance } from 'node:perf_hooks';
import { generateCase } from './generate-case.mjs';
import { randomNumbers } from './near-tree.mjs';

const built = (folder) => import(new URL(`../packages/core/dist/${folder}/index.js`, import.meta.url).href);
const [{ parse }, { applyDiff, diffCases, marksOf, withoutOrigins }] = await Promise.all([
  built('language'),
  built('diff'),
]);

const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 7 : Number(process.argv[at + 1]);
const bar = 300;
const text = generateCase({ elements: 10_000 });
const next = randomNumbers(5);
const some = (share) => next() < share;

const edits = {
  'no change': (of) => of,
  'one text in a hundred': (of) =>
    of.replaceAll(/text: Claim (\S+) holds/g, (all, id) => (some(0.01) ? `text: Claim ${id} never holds` : all)),
  'every text': (of) => of.replaceAll(/text: (.*)/g, 'text: "$1, also at night, on each of the days of the window"'),
  'one id in a hundred': (of) => {
    const names = new Map();
    return of.replaceAll(/\bSn\d+\b/g, (id) => {
      if (!names.has(id)) names.set(id, some(0.01) ? `${id}a` : id);
      return names.get(id);
    });
  },
  'every id': (of) =>
    of.replaceAll(/\b(Sn|S|G)(\d+)\b/g, (all, letters, n) => (all === 'G1' ? all : `${letters}${n}x`)),
  'lists turned round': (of) =>
    of.replaceAll(/supportedBy: \[(.*)\]/g, (_, ids) => `supportedBy: [${ids.split(', ').reverse().join(', ')}]`),
  'another case': () => generateCase({ elements: 10_000, seed: 2 }),
};

for (const [name, edit] of Object.entries(edits)) {
  const later = edit(text);
  const read = () => [text, later].map((one) => parse([{ path: 'case.yaml', text: one }]).case);
  const [a, b] = read();
  if (a === null || b === null) throw new Error(`${name}: the text has errors`);
  const made = JSON.stringify(withoutOrigins(applyDiff(a, diffCases(a, b))));
  if (made !== JSON.stringify(withoutOrigins(b))) throw new Error(`${name}: the difference is wrong`);
  const times = { read: [], diff: [], marks: [] };
  let size = 0;
  for (let run = 0; run < runs; run++) {
    times.read.push(time(read));
    let diff;
    times.diff.push(
      time(() => {
        diff = diffCases(a, b);
      }),
    );
    times.marks.push(time(() => marksOf(a, b, diff)));
    size = diff.elements.length + diff.links.length + diff.renamed.length;
  }
  const [reading, own, marking] = [times.read, times.diff, times.marks].map(median);
  console.log(
    `${name.padEnd(24)} diff ${own.toFixed(0).padStart(4)} ms (${Math.min(...times.diff).toFixed(0)}–${Math.max(...times.diff).toFixed(0)}), ${(own / reading).toFixed(2)} × reading both (${reading.toFixed(0)} ms), marks ${marking.toFixed(0)} ms, ${size} changes  ${own <= bar ? 'within' : 'ABOVE'} ${bar} ms`,
  );
}

function time(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function median(values) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
