/**
 * Trials of uncertain numbers against NumPy and Squiggle. `node bench/uncertainty.mjs [--trials N]`, after a build.
 *
 * 1. A fault tree of 200 basic events (fifty and-or modules under a chain), each probability a column: the columns are
 *    pushed through by the engine, and by NumPy doing the same multiplications and additions vectorised on the same
 *    numbers. The means must agree before times count.
 *    Then with the drawing: each event a lognormal, by NumPy's own generator. The means must agree within their errors.
 * 2. A product of three lognormals and two betas, the median of which must agree: the engine's own sampling (points,
 *    quantiles, arithmetic, summary), on all cores as the command has it, against @quri/squiggle-lang sampling as many, installed into a temporary folder.
 *
 * Both take the median of five, alternating, of the time that passes and of the processor time of all threads. The bar of
 * NumPy, where both have one thread, is held against the latter, which other work on the machine disturbs less; that of
 * Squiggle, which has one where the engine has all, against the time: on a busy machine it says little. NumPy is looked for in the Python named by
 * PYTHON, else `python3`. `--only numpy` or `--only squiggle` runs one of them.
 */
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { compile, trialMemory } from '../packages/engine/dist/index.js';
import {
  joinedTallies,
  sampleModel,
  samplingPlan,
  summarise,
  termsBuilder,
} from '../packages/engine/dist/uncertainty/index.js';
import { stream } from '../packages/numerics/dist/index.js';

const at = process.argv.indexOf('--trials');
const trials = at > 0 ? Number(process.argv[at + 1]) : 1_000_000;
const rounds = 5;
const folder = process.argv.includes('--serve') ? '' : mkdtempSync(join(tmpdir(), 'surety-uncertainty-'));
const median = (xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)];
const timed = async (work) => {
  const before = process.cpuUsage();
  const from = performance.now();
  const value = await work();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  return { value, ms, cpu: (user + system) / 1000 };
};
const onlyAt = process.argv.indexOf('--only');
const runs = (name) => onlyAt < 0 || process.argv[onlyAt + 1] === name;

const serving = process.argv.indexOf('--serve');
if (!isMainThread) thread();
else if (serving > 0) await serve(process.argv[serving + 1]);
else await compare();

async function compare() {
  console.log(
    `node ${process.version}, load ${loadavg()
      .map((x) => x.toFixed(1))
      .join(' ')}, median of ${rounds}`,
  );
  try {
    if (runs('numpy')) await againstNumpy();
    if (runs('squiggle')) await againstSquiggle();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

async function againstNumpy() {
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
rng = np.random.default_rng(1)
def once(draws=False):
    out = np.empty(block * blocks)
    for i in range(blocks):
        x = np.minimum(rng.lognormal(-2.5, 0.5, (leaves, block)), 1) if draws else sets[i % 8]
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
draws = sys.argv[1] == 'draws'
if not draws: once()
for line in sys.stdin:
    start = time.perf_counter(); cpu = time.process_time(); mean = once(draws)
    print(mean, (time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000, flush=True)
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
  const builder = termsBuilder();
  const parameters = [builder.constant(-2.5), builder.constant(0.5)];
  const leafTerms = Array.from({ length: of.leaves }, () => builder.deviate('lognormal', ...parameters));
  const plan = { method: 'monte-carlo', seed: 1, points: block, replicates: blocks };
  const drawn = () => {
    const { upper } = sampleModel(compiled, root, { terms: builder.terms, leafTerms }, plan);
    return upper.reduce((sum, p) => sum + p, 0) / count;
  };
  for (const [what, run, argument, apart] of [
    ['pushed through', once, 'columns', 1e-9],
    ['drawn and pushed through', drawn, 'draws', 1e-3],
  ]) {
    run();
    const mine = [];
    const theirs = [];
    for (let round = 0; round < rounds; round++) {
      const a = await timed(run);
      const said = execFileSync(python, [script, argument], { input: 'x\n' }).toString();
      const [mean, ms, cpu] = said.split(' ').map(Number);
      if (!(Math.abs(a.value / mean - 1) < apart)) throw new Error(`the means differ: ${a.value} and ${mean}`);
      mine.push(a);
      theirs.push({ ms, cpu });
    }
    report(`${count} trials ${what} 200 events`, 'NumPy', mine, theirs, 1, 'cpu');
  }
}

/** Each in a process of its own, so that neither pays for the garbage of the other. */
async function againstSquiggle() {
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
  const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '@quri/squiggle-lang'], {
    cwd: folder,
  });
  if (installed.status !== 0 || !existsSync(join(folder, 'node_modules/@quri/squiggle-lang'))) {
    console.log(`Squiggle: could not be installed\n${installed.stderr}`);
    return;
  }
  const loader = join(folder, 'load.mjs');
  writeFileSync(loader, "export * from '@quri/squiggle-lang';");
  const self = fileURLToPath(import.meta.url);
  const [mine, theirs] = ['surety', 'squiggle'].map((who) =>
    fork(self, ['--serve', who, '--trials', String(trials)], { env: { ...process.env, SQUIGGLE: loader } }),
  );
  for (const of of [mine, theirs]) {
    of.once('exit', (code) => {
      if (code !== 0) throw new Error('a process ended early');
    });
  }
  const ask = (of) => {
    of.send('run');
    return new Promise((resolve) => of.once('message', resolve));
  };
  // Both until they are as fast as they become.
  for (let warm = 0; warm < 10; warm++) await ask(mine);
  await ask(theirs);
  const [said, other] = [(await ask(mine)).value, (await ask(theirs)).value];
  console.log(`  mean and median: Surety ${said.join(' ')}, Squiggle ${other.join(' ')}`);
  if (!said.every((x, i) => Math.abs(x / other[i] - 1) < 0.01)) throw new Error('the answers differ');
  const runs = [[], []];
  for (let round = 0; round < rounds; round++) {
    runs[0].push(await ask(mine));
    runs[1].push(await ask(theirs));
  }
  mine.disconnect();
  theirs.disconnect();
  report(`${trials} samples of a product of five`, 'Squiggle', runs[0], runs[1], 50, 'ms');
}

/** Answers each message with the mean and the median of a new sample, and the time that it took. */
async function serve(who) {
  // The threads would go on by themselves.
  process.on('disconnect', () => process.exit());
  const once = who === 'surety' ? await mine() : await theirs();
  process.on('message', async () => process.send(await timed(once)));
}

function question() {
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
  const plan = samplingPlan(trials, 'monte-carlo', 1);
  const whole = compile({ leaves: 1, gates: [] }, [0]);
  return {
    plan,
    sample: (from, to, place) =>
      sampleModel(whole, 0, { terms: builder.terms, leafTerms }, plan, from, to, place).tally,
  };
}

/** Sampled on all cores, replicates shared out, the numbers the same whatever their number; then summarised. */
async function mine() {
  const others = availableParallelism() - 1;
  const { plan } = question();
  const values = new Float64Array(new SharedArrayBuffer(8 * plan.points * plan.replicates));
  const threads = Array.from(
    { length: others },
    () =>
      new Worker(fileURLToPath(import.meta.url), {
        argv: ['--serve', 'thread', ...process.argv.slice(2)],
        workerData: values,
      }),
  );
  return async () => {
    const { plan, sample } = question();
    const first = (at) => Math.floor((at * plan.replicates) / (others + 1));
    const done = threads.map((thread, at) => {
      thread.postMessage([first(at + 1), first(at + 2)]);
      return new Promise((resolve) => thread.once('message', resolve));
    });
    const own = sample(0, first(1), values);
    const tally = joinedTallies([own, ...(await Promise.all(done))]);
    // What Squiggle is asked.
    const { mean, p50 } = summarise(plan, values, { quantiles: 1, bins: 1 }, tally);
    return [mean, p50];
  };
}

/** A further thread of `mine`. */
function thread() {
  parentPort.on('message', ([from, to]) => {
    parentPort.postMessage(question().sample(from, to, workerData));
  });
}

async function theirs() {
  const squiggle = await import(pathToFileURL(process.env.SQUIGGLE).href);
  const code =
    'x = lognormal(-2, 0.5) * lognormal(-1, 0.8) * lognormal(-3, 0.3) * beta(2, 30) * beta(5, 5)\n[mean(x), quantile(x, 0.5)]';
  return async () => {
    const environment = { sampleCount: trials, xyPointLength: 1000, seed: 'bench' };
    const output = await squiggle.run(code, { environment });
    const result = output.result ?? output.getResult?.() ?? output;
    const value = result.ok === undefined ? result : result.value;
    return String(value.result ?? value)
      .match(/[\d.]+(?:e-?\d+)?/g)
      .map(Number);
  };
}

function report(what, whom, mine, theirs, bar, held) {
  const of = (runs, time) => median(runs.map((run) => run[time]));
  const both = (runs) => `${of(runs, 'ms').toFixed(1)} ms (${of(runs, 'cpu').toFixed(1)} of processor)`;
  const ratio = (time) => of(theirs, time) / of(mine, time);
  console.log(
    `${what}: Surety ${both(mine)}, ${whom} ${both(theirs)}: ${ratio('ms').toFixed(2)} × in time, ${ratio('cpu').toFixed(2)} × in processor time (bar ${bar} × in ${held === 'ms' ? 'time' : 'processor time'}: ${ratio(held) >= bar ? 'held' : 'MISSED'})`,
  );
}
