/**
 * Whole processes at scale: `node bench/scale.mjs [--runs 5] [--only 10k]`. Cases of bench/generate-case.mjs, seed 1. The peer, run in
 * turn with each command, is a process that only parses the same text with the `yaml` package.
 * Bars: check <= 1.2 s and assess <= 1 s at 10,000 elements with point doubts, assess <= 6 s with 20 quantities under 200
 * leaves, 30,000 elements <= 3.5 times 10,000; with sharing at any distance the answer may be an interval, within 10 s. The bar of
 * `assess` is for what people and gates call; with all numbers of all elements as JSON it is timed besides, without one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCase } from './generate-case.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const option = (name) => process.argv[process.argv.indexOf(name) + 1 || process.argv.length];
const runs = Number(option('--runs') ?? 5);
const only = option('--only');
const folder = mkdtempSync(join(tmpdir(), 'surety-bench-'));
const cases = {
  '1k': { elements: 1000 },
  '3k': { elements: 3000 },
  '10k': { elements: 10_000 },
  '30k': { elements: 30_000 },
  '10k, 20 quantities': { elements: 10_000, quantities: 20 },
  '10k, shared anywhere': { elements: 10_000, anywhere: true },
};
const parseOnly = `import('yaml').then(({ parse }) => parse(require('node:fs').readFileSync(process.argv[1], 'utf8'), { uniqueKeys: false }))`;

const bars = { '10k check': 1.2, '10k assess': 1, '10k, 20 quantities assess': 6, '10k, shared anywhere assess': 10 };
const medians = {};
for (const [name, plan] of Object.entries(cases).filter(([name]) => only === undefined || name === only)) {
  const file = join(folder, name.replaceAll(/\W+/g, '-'), 'case.yaml');
  mkdirSync(dirname(file));
  writeFileSync(file, generateCase(plan));
  for (const command of ['check', 'assess', 'assess --json']) {
    const [verb, ...options] = command.split(' ');
    if (verb === 'check') options.push('--json');
    const own = [];
    const peer = [];
    for (let run = 0; run < runs; run++) {
      own.push(time([join(root, 'packages/cli/bin/surety.js'), verb, file, '--as-of', '2026-11-23', ...options]));
      peer.push(time(['-e', parseOnly, file]));
    }
    const label = `${name} ${command}`;
    medians[label] = median(own);
    const bar = bars[label];
    const verdict = bar === undefined ? '' : medians[label] <= bar ? `  within ${bar} s` : `  ABOVE ${bar} s`;
    console.log(
      `${label.padEnd(30)} ${median(own).toFixed(2)} s (${Math.min(...own).toFixed(2)}–${Math.max(...own).toFixed(2)}), ${(median(own) / median(peer)).toFixed(1)} × parsing alone${verdict}`,
    );
  }
}
for (const command of only === undefined ? ['check', 'assess', 'assess --json'] : []) {
  const growth = medians[`30k ${command}`] / medians[`10k ${command}`];
  console.log(`${command}: 30k is ${growth.toFixed(2)} × 10k  ${growth <= 3.5 ? 'within' : 'ABOVE'} 3.5`);
}
const version = Array.from({ length: 9 }, () => time([join(root, 'packages/cli/bin/surety.js'), '--version']));
const empty = Array.from({ length: 9 }, () => time(['-e', '0']));
const answer = 1000 * median(version);
console.log(
  `--version ${answer.toFixed(0)} ms, ${(median(version) / median(empty)).toFixed(2)} × an empty script  ${answer <= 90 ? 'within' : 'ABOVE'} 90 ms`,
);
rmSync(folder, { recursive: true });

function time(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, maxBuffer: 2 ** 30 });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return seconds;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
