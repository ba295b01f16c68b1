/**
 * What-if questions about an argument of 10,000 leaves: `node bench/what-if.mjs [--questions 200]`. Cases of
 * bench/generate-case.mjs, seed 1. Each question sets the doubt of another leaf to another number. Four of the answers are
 * compared with a full assessment of the changed case before any time is told. Bar: median <= 4 ms with point doubts, of the
 * questions after the first 20, in which V8 still compiles; these are told apart.
 */
import { performance } from 'node:perf_hooks';
import { parse } from '../packages/core/dist/language/index.js';
import { whatIf } from '../packages/core/dist/what-if/index.js';
import { generateCase } from './generate-case.mjs';

const at = process.argv.indexOf('--questions');
const questions = at < 0 ? 200 : Number(process.argv[at + 1]);
const BAR = 4;
const FIRST = 20;

for (const [name, plan] of Object.entries({
  'point doubts': { elements: 16_710 },
  '20 quantities under 200 leaves': { elements: 16_710, quantities: 20 },
})) {
  const { case: of } = parse([{ path: 'case.yaml', text: generateCase(plan) }]);
  const leaves = of.elements.filter(({ type }) => type === 'solution').map(({ id }) => id);
  const started = performance.now();
  const asked = whatIf(of, {}, { asOf: '2026-11-23' });
  const prepared = performance.now() - started;
  const times = { processor: [], wall: [] };
  const changesOf = (i) => [
    { kind: 'doubt', leaf: leaves[(i * 7919) % leaves.length], doubt: 10 ** -(1 + (i % 40) / 10) },
  ];
  const kept = [];
  for (let i = 0; i < questions; i++) {
    const cpu = process.cpuUsage();
    const from = performance.now();
    const answer = asked.answer(changesOf(i));
    times.wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(cpu);
    times.processor.push((user + system) / 1000);
    if (i % (questions / 4) === 0) kept.push([i, answer]);
  }
  for (const [i, { value }] of kept) compare(value, asked.assess(changesOf(i)));
  const warm = times.wall.slice(FIRST);
  const [median, slow] = [0.5, 0.95].map((share) => quantile(warm, share));
  const cpu = quantile(times.processor.slice(FIRST), 0.5);
  const first = quantile(times.wall.slice(0, FIRST), 0.5);
  const bar = name === 'point doubts' ? (median <= BAR ? `  within ${BAR} ms` : `  ABOVE ${BAR} ms`) : '';
  console.log(
    `${name}: ${leaves.length} leaves, prepared in ${prepared.toFixed(0)} ms; ${questions} questions, median ${median.toFixed(1)} ms, 95 % ${slow.toFixed(1)} ms (processor ${cpu.toFixed(1)} ms), the first ${FIRST} ${first.toFixed(1)} ms${bar}`,
  );
}

function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))];
}

function compare(answer, assessment) {
  const all = new Map(assessment.elements.map(({ id, doubt }) => [id, doubt]));
  for (const [at, outcome] of assessment.outcomes.entries()) same(outcome.doubt, answer.outcomes[at].doubt, outcome.id);
  for (const { id, doubt } of answer.elements) same(all.get(id), doubt, id);
}

function same(a, b, id) {
  for (const key of ['declared', 'independent', 'bound']) {
    for (const end of Object.keys(a[key])) {
      const [x, y] = [a[key][end], b[key][end]];
      if (!(Math.abs(x - y) <= 1e-9 * Math.max(x, y))) throw new Error(`${id} ${key} ${end}: ${x} and ${y}`);
    }
  }
}
