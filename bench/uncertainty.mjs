/**
 * Trials of uncertain numbers against NumPy and Squiggle. `node bench/uncertainty.mjs [--trials N]`, after a build.
 *
 * 1. A fault tree of 200 basic events (fifty and-or modules under a chain), each probability a column: the columns are
 *    pushed through by the engine, and by NumPy doing the same multiplications and additions vectorised on the same
 *    numbers. The means must agree before times count.
 * 2. A product of three lognormals and two betas, the median of which must agree: the engine's own sampling (points,
 *    quantiles, arithmetic, summary) against @quri/squiggle-lang sampling as many, installed into a temporary folder.
 *
 * Both take the median of five, alternating. NumPy is looked for in the Python named by PYTHON, else `python3`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, trialMemory } from '../packages/engine/dist/index.js';
import { sampleModel, samplingPlan, summarise, termsBuilder } from '../packages/engine/dist/uncertainty/index.js';
import { stream } from '../packages/numerics/dist/index.js';

const at = process.argv.indexOf('--trials');
const trials = at > 0 ? Number(process.argv[at + 1]) : 1_000_000;
const rounds = 5;
const folder = mkdtempSync(join(tmpdir(), 'surety-uncertainty-'));
const median = (xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)];
const timed = (work) => {
  const from = performance.now();
  const value = work();
  return { value, ms: performance.now() - from };
};

console.log(
  `node ${process.version}, load ${loadavg()
    .map((x) => x.toFixed(1))
    .join(' ')}, median of ${rounds}`,
);
try {
  againstNumpy();
  await againstSquiggle();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Fifty modules (a and b) or (c and d), joined in turn by or and and. */
function model() {
  const gates = [];
  const leaves = 200;
  const add = (gate) => leaves + gates.push(gate) - 1;
  let top;
  for (let m = 0; m < 50; m++) {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => 4 * m + i);
    const one = add({ kind: 'and', inputs: [a, b] });
    const two = add({ kind: 'and', inputs: [c, d] });
    const both = add({ kind: 'or', inputs: [one, two] });
    top = top === undefined ? both : add({ kind: m % 5 === 0 ? 'and' : 'or', inputs: [top, both] });
  }
  return { model: { leaves, gates }, root: top };
}

function againstNumpy() {
  const python = process.env.PYTHON ?? 'python3';
  if (spawnSync(python, ['-c', 'import numpy']).status !== 0) {
    console.log('NumPy: not found; set PYTHON to a Python that has it');
    return;
  }
  const { model: of, root } = model();
  const block = 16_384;
  const blocks = Math.ceil(trials / block);
  const count = blocks * block;
  // The same block of columns again and again would stay in the cache of one and not of the other: eight in turn.
  const random = stream(1, 'bench');
  const memory = trialMemory(8 * of.leaves, block);
  for (const column of memory.columns) for (let t = 0; t < block; t++) column[t] = 0.3 * random.next();
  const sets = Array.from({ length: 8 }, (_, at) => memory.columns.slice(at * of.leaves, (at + 1) * of.leaves));
  const file = join(folder, 'columns.bin');
  const all = new Float64Array(8 * of.leaves * block);
  sets.flat().forEach((column, i) => {
    all.set(column, i * block);
  });
  writeFileSync(file, new Uint8Array(all.buffer));
  const script = join(folder, 'vectorised.py');
  writeFileSync(
    script,
    `
import sys, time
import numpy as np
block, blocks, leaves = ${block}, ${blocks}, ${of.leaves}
sets = np.fromfile(${JSON.stringify(file)}).reshape(8, leaves, block)
def once():
    total = 0.0
    out = np.empty(block * blocks)
    for i in range(blocks):
        x = sets[i % 8]
        top = None
        for m in range(50):
            one = x[4 * m] * x[4 * m + 1]
            two = x[4 * m + 2] * x[4 * m + 3]
            both = one + two - one * two
            if top is None: top = both
            elif m % 5 == 0: top = top * both
            else: top = top + both - top * both
        out[i * block:(i + 1) * block] = top
    return float(out.mean())
once()
for line in sys.stdin:
    start = time.perf_counter(); mean = once(); print(mean, (time.perf_counter() - start) * 1000, flush=True)
`,
  );
  const compiled = compile(of, [root]);
  const constants = new Float64Array(of.leaves);
  const varying = sets.map((set) => new Map(set.map((column, leaf) => [leaf, column])));
  const once = () => {
    const out = new Float64Array(count);
    for (let i = 0; i < blocks; i++) {
      const values = compiled
        .evaluate({ trials: block, constants, varying: varying[i % 8], checked: true, memory })
        .values(root).upper;
      out.set(values, i * block);
    }
    let sum = 0;
    for (const value of out) sum += value;
    return sum / count;
  };
  once();
  const mine = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    const a = timed(once);
    const [mean, ms] = execFileSync(python, [script], { input: 'x\n' }).toString().split(' ').map(Number);
    if (!(Math.abs(a.value / mean - 1) < 1e-9)) throw new Error(`the means differ: ${a.value} and ${mean}`);
    mine.push(a.ms);
    theirs.push(ms);
  }
  report(`${count} trials through 200 events`, 'NumPy', median(mine), median(theirs), 1);
}

async function againstSquiggle() {
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '@quri/squiggle-lang'], {
    cwd: folder,
  });
  const entry = join(folder, 'node_modules/@quri/squiggle-lang');
  if (installed.status !== 0 || !existsSync(entry)) {
    console.log(`Squiggle: could not be installed\n${installed.stderr}`);
    return;
  }
  const samples = trials;
  const loader = join(folder, 'load.mjs');
  writeFileSync(loader, "export * from '@quri/squiggle-lang';");
  const squiggle = await import(pathToFileURL(loader).href);
  const code =
    'x = lognormal(-2, 0.5) * lognormal(-1, 0.8) * lognormal(-3, 0.3) * beta(2, 30) * beta(5, 5)\n[mean(x), quantile(x, 0.5)]';
  const theirOnce = async () => {
    const environment = { sampleCount: samples, xyPointLength: 1000, seed: 'bench' };
    const from = performance.now();
    const output = await squiggle.run(code, { environment });
    const result = output.result ?? output.getResult?.() ?? output;
    const value = result.ok === undefined ? result : result.value;
    return { text: String(value.result ?? value), ms: performance.now() - from };
  };
  const mineOnce = () => {
    const builder = termsBuilder();
    const c = builder.constant;
    const parts = [
      builder.deviate('lognormal', c(-2), c(0.5)),
      builder.deviate('lognormal', c(-1), c(0.8)),
      builder.deviate('lognormal', c(-3), c(0.3)),
      builder.deviate('beta', c(2), c(30)),
      builder.deviate('beta', c(5), c(5)),
    ];
    const leafTerms = [builder.apply('mul', ...parts)];
    const plan = samplingPlan(samples, 'monte-carlo', 1);
    const whole = compile({ leaves: 1, gates: [] }, [0]);
    return summarise(plan, sampleModel(whole, 0, { terms: builder.terms, leafTerms }, plan).upper);
  };
  mineOnce();
  const first = await theirOnce();
  const [theirMean, theirMedian] = first.text.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
  const said = mineOnce();
  console.log(
    `  mean and median: Surety ${said.mean.toPrecision(4)} ${said.p50.toPrecision(4)}, Squiggle ${theirMean} ${theirMedian}`,
  );
  if (!(Math.abs(said.p50 / theirMedian - 1) < 0.05)) throw new Error('the medians differ');
  const mine = [];
  const theirs = [];
  for (let round = 0; round < rounds; round++) {
    mine.push(timed(mineOnce).ms);
    theirs.push((await theirOnce()).ms);
  }
  report(`${samples} samples of a product of five`, 'Squiggle', median(mine), median(theirs), 50);
}

function report(what, whom, mine, theirs, bar) {
  const ratio = theirs / mine;
  console.log(
    `${what}: Surety ${mine.toFixed(1)} ms, ${whom} ${theirs.toFixed(1)} ms: ${ratio.toFixed(2)} × (bar ${bar} ×: ${ratio >= bar ? 'held' : 'MISSED'})`,
  );
}
