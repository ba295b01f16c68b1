// The Aralia fault trees against SCRAM: `surety faulttree` for the probability alone against `scram --bdd --probability true`,
// whole processes on the same machine, alternating; the median of RUNS runs each. Probabilities are compared to SCRAM's six
// digits before any time is. Needs `scram` (Debian package) and `npm run build`.
// NODE_EXTRA_CA_CERTS, where it is set, is left out for both.
// node bench/aralia.mjs [--markdown] [NAME…]; RUNS=5, SECONDS=60 (what takes longer is stopped, and left out of the mean).
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { araliaFiles } from './aralia-model.mjs';

const runs = Number(process.env.RUNS ?? 5);
const timeout = 1000 * Number(process.env.SECONDS ?? 60);
const surety = fileURLToPath(new URL('../packages/cli/bin/surety.js', import.meta.url));
// Certificates that a machine's network asks for are read by Node before any script runs, here in 45 ms, and by no SCRAM.
const { NODE_EXTRA_CA_CERTS: certificates, ...env } = process.env;
const onlyProbability = ['--products', 'false', '--importance', 'false', '--limit-nodes', '8000000', '--json'];

/** Milliseconds and what was printed; nothing if it took too long. */
function time(command, args) {
  const from = process.hrtime.bigint();
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8', timeout, env, maxBuffer: 1 << 28 });
  const milliseconds = Number(process.hrtime.bigint() - from) / 1e6;
  if (error?.code === 'ENOENT') throw new Error(`${command} is not installed`);
  return status === 0 ? { milliseconds, stdout } : undefined;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const markdown = process.argv.includes('--markdown');
const wanted = process.argv.slice(2).filter((word) => word !== '--markdown');
const names = [...araliaFiles.keys()].filter((name) => wanted.length === 0 || wanted.includes(name)).sort();
if (names.length === 0) throw new Error('no Aralia files (set SURETY_DATA)');
console.log(`load ${loadavg()[0].toFixed(1)} at the start, ${runs} runs each`);
if (certificates !== undefined) console.log('without NODE_EXTRA_CA_CERTS, which is set here');
row('model', 'scram ms', 'surety ms', 'ratio', 'probability');
if (markdown) row('---', '---:', '---:', '---:', '---');
const logs = [];
for (const name of names) {
  const file = araliaFiles.get(name);
  const times = { scram: [], own: [] };
  let answers = '';
  for (let run = 0; run < runs; run++) {
    const scram =
      run > 0 && times.scram.length === 0 ? undefined : time('scram', ['--bdd', '--probability', 'true', file]);
    const own = time(process.execPath, [surety, 'faulttree', file, ...onlyProbability]);
    if (scram !== undefined) times.scram.push(scram.milliseconds);
    if (own !== undefined) times.own.push(own.milliseconds);
    if (run > 0) continue;
    const theirs = /<sum-of-products[^>]* probability="([^"]+)"/.exec(scram?.stdout ?? '')?.[1];
    const found = own === undefined ? undefined : JSON.parse(own.stdout);
    const ours = found === undefined ? 'no answer' : shownAnswer(found);
    if (theirs !== undefined && Number(found?.probability.toPrecision(6)) !== Number(theirs)) {
      throw new Error(`${name}: ${ours} here, ${theirs} by SCRAM`);
    }
    answers = theirs === undefined ? `${ours} (SCRAM: none in ${timeout / 1000} s)` : `${ours} = ${theirs}`;
  }
  const both = times.scram.length > 0 && times.own.length > 0;
  const ratio = both ? median(times.own) / median(times.scram) : Number.NaN;
  if (both) logs.push(Math.log(ratio));
  const shown = (numbers) => (numbers.length > 0 ? median(numbers).toFixed(0) : '-');
  row(name, shown(times.scram), shown(times.own), both ? ratio.toFixed(2) : '-', answers);
}
const mean = Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length);
console.log(`geometric mean of ratios over ${logs.length} models that SCRAM finishes: ${mean.toFixed(2)}`);
console.log(`load ${loadavg()[0].toFixed(1)} at the end`);

function shownAnswer({ exact, lower, probability }) {
  return exact ? String(probability) : `between ${lower} and ${probability}`;
}

function row(...cells) {
  if (markdown) console.log(`| ${cells.join(' | ')} |`);
  else
    console.log(
      `${cells[0].padEnd(10)}${cells
        .slice(1, 4)
        .map((cell) => cell.padStart(11))
        .join('')}  ${cells[4]}`,
    );
}
