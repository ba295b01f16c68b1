/**
 * Outcomes from large Inspect logs, and headers from a folder of logs: `surety evidence show` and `list` against the
 * Python API of Inspect on the same files, whole processes, alternating, with the counts compared before the times.
 *
 *     python3 -m venv /tmp/inspect && /tmp/inspect/bin/pip install inspect-ai
 *     node bench/evidence.mjs --python /tmp/inspect/bin/python [--folder /tmp/logs] [--only 200,200-deflate,200-json,1000,1000-text,1000-json,list,folder]
 *
 * Needs the built packages, 5 GB in the folder and, on an idle machine, some 20 minutes. Logs that are in the folder already are used again.
 * The bar: 0.2 of the time of the Python API, and 300 MB. It is held against `read_eval_log(log)`, and for headers
 * `read_eval_log(log, header_only=True)`: the call that Inspect documents for reading a log, that its users make, and
 * that gives all that could be counted. With `exclude_fields` the same call is faster for whoever knows what will not be
 * needed, as `surety` does: that is the harder line, and it is shown with its own ratio, so that nobody takes the first
 * for it. The summaries are shown too, but they are not the same information: the run's own digest of its samples,
 * without invalidations, which an assessor cannot count from.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    node: { type: 'string', default: process.execPath },
    folder: { type: 'string', default: join(tmpdir(), 'surety-bench-logs') },
    only: { type: 'string', default: '200,200-deflate,200-json,1000,1000-text,1000-json,list,folder' },
    runs: { type: 'string', default: '5' },
  },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { folder, python } = options;
const wanted = new Set(options.only.split(','));
const surety = [options.node, join(root, 'packages/cli/bin/surety.js')];
const api = [python, join(root, 'bench/inspect-api.py')];
mkdirSync(folder, { recursive: true });

/** Runs a command and tells seconds by the clock, seconds of processor time, and the peak of its memory. */
const watcher = `
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
wall = time.perf_counter() - start
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"status": done.returncode, "out": done.stdout.decode(), "err": done.stderr.decode()[-500:], "wall": wall, "cpu": use.ru_utime + use.ru_stime, "megabytes": use.ru_maxrss / 1024}))
`;
function watched(command) {
  const { stdout, stderr } = spawnSync(python, ['-c', watcher, ...command], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (stdout === '') throw new Error(stderr);
  const result = JSON.parse(stdout);
  if (result.status !== 0) throw new Error(`${command.join(' ')}: ${result.err}`);
  return result;
}

function log(name, ...args) {
  const file = join(folder, name);
  if (!existsSync(file)) watched([python, join(root, 'bench/make-inspect-log.py'), 'one', file, ...args]);
  return file;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Alternates the ways; the first round only warms the disk, and is where results are compared. */
function race(ways, runs, check) {
  check(ways.map((way) => watched(way.command)));
  const all = ways.map(() => []);
  for (let run = 0; run < runs; run++) for (const [at, way] of ways.entries()) all[at].push(watched(way.command));
  const seconds = (of, key) => median(of.map((one) => one[key]));
  const own = all[0];
  for (const [at, way] of ways.entries()) {
    const peak = Math.max(...all[at].map(({ megabytes }) => megabytes));
    const ratio = at === 0 ? '' : (seconds(own, 'wall') / seconds(all[at], 'wall')).toFixed(2);
    const cpuRatio = at === 0 ? '' : (seconds(own, 'cpu') / seconds(all[at], 'cpu')).toFixed(2);
    const cells = [
      way.name,
      seconds(all[at], 'wall').toFixed(2),
      seconds(all[at], 'cpu').toFixed(2),
      peak.toFixed(0),
      ratio,
      cpuRatio,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

function title(text) {
  console.log(`\n**${text}**\n\n| | s | s of processor | peak MB | our time / theirs | our processor / theirs |`);
  console.log('|---|---:|---:|---:|---:|---:|');
}

/** What both sides count, in one form. */
function ours(text) {
  const shown = JSON.parse(text);
  const { error, limit, invalid } = shown.flawed;
  const scores = shown.scores.map(({ name, distinct, values, numeric }) => [
    name,
    distinct <= 20
      ? { values: values.map(({ value, rows }) => [JSON.stringify(value), rows]).sort() }
      : { rows: numeric.rows, min: numeric.min, max: numeric.max, mean: numeric.mean },
  ]);
  return {
    rows: shown.rows,
    samples: shown.samples,
    flawed: { error, limit, invalid },
    scores: Object.fromEntries(scores.sort()),
  };
}

/** JSON with sorted keys and numbers to 12 digits: sums may be taken in another order. */
function form(value) {
  return JSON.stringify(value, (_key, item) => {
    if (typeof item === 'number') return Number(item.toPrecision(12));
    if (Array.isArray(item) && item.every((one) => Array.isArray(one))) {
      return item.map(([key, rows]) => [Number.isNaN(Number(key)) ? key : Number(key), rows]).sort();
    }
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort());
  });
}

function same(results, names) {
  const [own, ...theirs] = results.map(({ out }, at) => (at === 0 ? ours(out) : JSON.parse(out)));
  theirs.forEach((their, at) => {
    if (names[at + 1].includes('summaries')) {
      // They do not say what was invalidated.
      own.flawed.invalid = their.flawed.invalid;
    }
    if (form(own) !== form(their)) throw new Error(`counts differ\n${form(own)}\n${form(their)}`);
  });
  console.log(`\n${own.rows} rows: the counts are the same.`);
}

function race1(text, file, ways, runs) {
  title(`${text}, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const all = [
    { name: '`surety evidence show`', command: [...surety, 'evidence', 'show', file, '--json'] },
    ...ways.map(([way, name]) => ({ name, command: [...api, way, file] })),
  ];
  race(all, runs, (results) =>
    same(
      results,
      all.map(({ name }) => name),
    ),
  );
}

const readAll = ['read', '`read_eval_log`'];
const evalWays = [
  ['fields', '`read_eval_log`, unused fields excluded'],
  ['stream-fields', '`read_eval_log_samples`, unused fields excluded'],
  readAll,
  ['stream', '`read_eval_log_samples`'],
  ['summaries', '`read_eval_log_sample_summaries` (not the samples)'],
];
const runs = Number(options.runs);
const few = Math.min(runs, 3);
console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${watched([python, '-c', 'import inspect_ai; print("inspect_ai", inspect_ai.__version__)']).out.trim()}; medians of ${runs} (${few} from 1 GB on)`,
);

/** The fastest way to the same information, and the way that everybody knows. */
const twoWays = [evalWays[0], readAll];
const races = {
  200: () => race1('.eval, zstd', log('200m.eval', '--megabytes', '200'), evalWays, runs),
  '200-deflate': () =>
    race1('.eval, deflate', log('200m-deflate.eval', '--megabytes', '200', '--deflate'), twoWays, runs),
  '200-json': () => race1('.json', log('200m.json', '--megabytes', '200'), [readAll], runs),
  1000: () => race1('.eval, zstd', log('1g.eval', '--megabytes', '1000', '--seed', '2'), twoWays, few),
  '1000-text': () => {
    const file = log('text.eval', '--megabytes', '330', '--text', '1', '--seed', '4');
    race1('.eval of text, 1 GB expanded', file, twoWays, few);
  },
  '1000-json': () => race1('.json', log('1g.json', '--megabytes', '1000', '--seed', '3'), [readAll], few),
};
for (const [name, start] of Object.entries(races)) if (wanted.has(name)) start();

function many(count) {
  const logs = join(folder, `logs-${count}`);
  if (!existsSync(logs))
    watched([python, join(root, 'bench/make-inspect-log.py'), 'many', logs, '--logs', String(count)]);
  return logs;
}

if (wanted.has('list')) {
  const logs = many(2000);
  title('Headers of 2,000 logs');
  race(
    [
      { name: '`surety evidence list`', command: [...surety, 'evidence', 'list', logs, '--json'] },
      { name: '`list_eval_logs` and `read_eval_log(header_only=True)`', command: [...api, 'list', logs] },
      { name: 'the same, all headers at once', command: [...api, 'list-together', logs] },
    ],
    runs,
    ([own, ...theirs]) => {
      const row = ({ file, status, task, models, claimed, created }) => [
        file,
        status,
        task,
        models[0],
        claimed,
        created,
      ];
      const found = JSON.stringify(JSON.parse(own.out).files.map(row));
      for (const { out } of theirs) if (JSON.stringify(JSON.parse(out)) !== found) throw new Error('the lists differ');
      console.log(`\n${JSON.parse(own.out).files.length} logs: the lists are the same.`);
    },
  );
}

if (wanted.has('folder')) {
  const logs = many(10000);
  const cache = join(folder, 'cache');
  rmSync(cache, { recursive: true, force: true });
  const script = join(folder, 'folder.mjs');
  const library = JSON.stringify(join(root, 'packages/evidence/dist/index.js'));
  writeFileSync(
    script,
    `
    import { readLogFolder } from ${library};
    const [, , folder, cache, identify] = process.argv;
    const { logs, problems, counts } = await readLogFolder(folder, { cache, identify });
    console.log(JSON.stringify({ logs: logs.length, rows: logs.reduce((n, { result }) => n + result.log.trials.rows, 0), problems: problems.length, ...counts }));
  `,
  );
  const once = (name, identify) => {
    const { wall, cpu, megabytes, out } = watched([options.node, script, logs, cache, identify]);
    console.log(`| ${name} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${megabytes.toFixed(0)} | ${out.trim()} |`);
  };
  console.log(`\n**A folder of 10,000 logs**\n\n| | s | s of processor | peak MB | counts |\n|---|---:|---:|---:|---|`);
  once('first run', 'content');
  once('second run, every content digested', 'content');
  const changed = readdirSync(logs)
    .filter((name) => name.endsWith('.json'))
    .slice(0, 10);
  for (const name of changed) spawnSync('sh', ['-c', 'printf "\\n" >> "$0"', join(logs, name)]);
  once('third run, 10 logs changed', 'content');
  once('fourth run, for a list only: by marks', 'marks');
}
