/**
 * `check` and `diagram` as whole processes at 10,000 elements, against gsn2x on the same argument exported to its format:
 * `node bench/notation.mjs [--runs 5] [--elements 10000]`. The peer is `gsn2x` from the PATH (or $GSN2X), where there is
 * one (`docs/gsn.md` says how to get it); Graphviz `dot` from the PATH draws the same graph, once, as a second opinion on drawing. Bars against gsn2x: check <= 1.0,
 * diagram <= 0.5. Before timing, the answers are held against each other: the same elements are in both.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCase } from './generate-case.mjs';
import { toDot, toGsn2x } from './other-formats.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const option = (name, value) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? value : Number(process.argv[at + 1]);
};
const runs = option('--runs', 5);
const elements = option('--elements', 10_000);
const surety = join(root, 'packages/cli/bin/surety.js');
const gsn2x = process.env.GSN2X ?? 'gsn2x';
const folder = mkdtempSync(join(tmpdir(), 'surety-bench-'));

const own = join(folder, 'own', 'case.yaml');
const other = join(folder, 'other', 'case.gsn.yaml');
const graph = join(folder, 'graph.dot');
for (const file of [own, other]) mkdirSync(dirname(file));
const { parse } = await import(new URL('../packages/core/dist/language/index.js', import.meta.url));
const text = generateCase({ elements });
const { case: of } = parse([{ path: 'case.yaml', text }]);
writeFileSync(own, text);
writeFileSync(other, toGsn2x(of));
writeFileSync(graph, toDot(of));

const picture = join(folder, 'own.svg');
run(process.execPath, [surety, 'diagram', own, '-o', picture], [0]);
const svg = readFileSync(picture, 'utf8');
const missing = of.elements.filter(({ id }) => !svg.includes(`>${id}<`));
if (missing.length > 0) throw new Error(`${missing.length} elements are not in the picture, ${missing[0].id} first`);
const peerVersion = versionOf(gsn2x);
const hasPeer = peerVersion !== undefined;
const peerOutput = join(folder, 'peer');
mkdirSync(peerOutput);
const hasDot = spawnSync('dot', ['-V']).status === 0;
if (!hasPeer) {
  console.log(
    `No gsn2x: \`${gsn2x} --version\` did not run, so the times are Surety's own and no bar is judged. For the ratios, put gsn2x on the PATH (\`cargo install gsn2x\` needs Rust and crates.io) or its path in $GSN2X, and run this again.`,
  );
} else {
  console.log(`${peerVersion} from ${gsn2x}`);
  checkPeer();
}

const plans = [
  { name: 'check', own: ['check', own], gsn: ['check', other], peer: ['-c', other], bar: 1 },
  {
    name: 'diagram',
    own: ['diagram', own, '-o', picture],
    gsn: ['diagram', other, '-o', picture],
    peer: ['-o', peerOutput, other],
    bar: 0.5,
  },
];
for (const { name, own: args, gsn, peer, bar } of plans) {
  const times = { own: [], gsn: [], peer: [] };
  for (let i = 0; i < runs; i++) {
    times.own.push(run(process.execPath, [surety, ...args], [0, 1]));
    times.gsn.push(run(process.execPath, [surety, ...gsn], [0, 1]));
    if (hasPeer) times.peer.push(run(gsn2x, peer, [0, 1]));
  }
  const ratio = hasPeer ? median(times.gsn) / median(times.peer) : undefined;
  const said =
    ratio === undefined
      ? ''
      : `, gsn2x ${shown(times.peer)}: ${ratio.toFixed(2)} × ${ratio <= bar ? 'within' : 'ABOVE'} ${bar}`;
  console.log(`${name.padEnd(8)} own case ${shown(times.own)}, gsn2x file ${shown(times.gsn)}${said}`);
}
console.log(
  `picture ${(svg.length / 1e6).toFixed(1)} MB, ${Math.round(svg.length / of.elements.length)} bytes an element`,
);
if (hasDot) {
  const seconds = run('dot', ['-Tsvg', '-o', join(folder, 'dot.svg'), graph], [0]);
  console.log(`dot draws the same graph in ${seconds.toFixed(1)} s`);
}
rmSync(folder, { recursive: true });

function versionOf(command) {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n')[0] : undefined;
}

/** A peer that gives up early would look fast: its picture has to hold the same elements before it is timed. */
function checkPeer() {
  const { status, stderr } = spawnSync(gsn2x, ['-o', peerOutput, other], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const drawn = readdirSync(peerOutput, { recursive: true }).filter((name) => name.endsWith('.svg'));
  const pictures = drawn.map((name) => readFileSync(join(peerOutput, name), 'utf8'));
  const lost = of.elements.filter(
    ({ id }) => !pictures.some((one) => one.includes(`>${id}<`) || one.includes(`"${id}"`)),
  );
  if (lost.length === 0) return;
  throw new Error(
    `gsn2x ended with ${status}, and ${lost.length} of ${of.elements.length} elements are not in its ${drawn.length} pictures, ${lost[0].id} first: ${stderr.slice(0, 2000)}`,
  );
}

function run(command, args, allowed) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!allowed.includes(status)) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return seconds;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function shown(values) {
  return `${median(values).toFixed(2)} s (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
}
