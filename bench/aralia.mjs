// The Aralia fault trees against SCRAM, whole processes on the same machine, alternating; the median of RUNS runs each.
// Probabilities are compared to SCRAM's six digits before any time is. Needs `scram` (Debian package) and a build.
// node bench/aralia.mjs [NAME…]; RUNS=5, SECONDS=60 (a SCRAM that takes longer is stopped, and left out of the mean).
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { araliaFiles } from './aralia-model.mjs';

const runs = Number(process.env.RUNS ?? 5);
const timeout = 1000 * Number(process.env.SECONDS ?? 60);
const solve = fileURLToPath(new URL('./aralia-solve.mjs', import.meta.url));

/** Milliseconds and what was printed; nothing if it took too long. */
function time(command, args) {
  const from = process.hrtime.bigint();
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8', timeout, maxBuffer: 1 << 28 });
  const milliseconds = Number(process.hrtime.bigint() - from) / 1e6;
  if (error?.code === 'ENOENT') throw new Error(`${command} is not installed`);
  return status === 0 ? { milliseconds, stdout } : undefined;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const wanted = process.argv.slice(2);
const names = [...araliaFiles.keys()].filter((name) => wanted.length === 0 || wanted.includes(name)).sort();
if (names.length === 0) throw new Error('no Aralia files (set SURETY_DATA)');
console.log(`load ${loadavg()[0].toFixed(1)} at the start, ${runs} runs each`);
console.log(
  `${'model'.padEnd(10)}${'scram ms'.padStart(10)}${'surety ms'.padStart(11)}${'ratio'.padStart(8)}  probability`,
);
const logs = [];
for (const name of names) {
  const file = araliaFiles.get(name);
  const times = { scram: [], own: [] };
  let answers = '';
  for (let run = 0; run < runs; run++) {
    const scram =
      run > 0 && times.scram.length === 0 ? undefined : time('scram', ['--bdd', '--probability', 'true', file]);
    const own = time(process.execPath, [solve, file]);
    if (scram !== undefined) times.scram.push(scram.milliseconds);
    if (own !== undefined) times.own.push(own.milliseconds);
    if (run > 0) continue;
    const theirs = /<sum-of-products[^>]* probability="([^"]+)"/.exec(scram?.stdout ?? '')?.[1];
    const ours = own?.stdout.trim() ?? 'no answer';
    if (theirs !== undefined && Number(Number(ours).toPrecision(6)) !== Number(theirs)) {
      throw new Error(`${name}: ${ours} here, ${theirs} by SCRAM`);
    }
    answers = theirs === undefined ? `${ours} (SCRAM: none in ${timeout / 1000} s)` : `${ours} = ${theirs}`;
  }
  const both = times.scram.length > 0 && times.own.length > 0;
  const ratio = both ? median(times.own) / median(times.scram) : Number.NaN;
  if (both) logs.push(Math.log(ratio));
  const shown = (numbers) => (numbers.length > 0 ? median(numbers).toFixed(0) : '-');
  console.log(
    `${name.padEnd(10)}${shown(times.scram).padStart(10)}${shown(times.own).padStart(11)}${(both ? ratio.toFixed(2) : '-').padStart(8)}  ${answers}`,
  );
}
const mean = Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length);
console.log(`geometric mean of ratios over ${logs.length} models that SCRAM finishes: ${mean.toFixed(2)}`);
console.log(`load ${loadavg()[0].toFixed(1)} at the end`);
