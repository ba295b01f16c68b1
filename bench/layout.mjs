/**
 * Layout alone: `node bench/layout.mjs [--runs 7]`, one line of JSON per shape. Needs the built packages. Arguments of
 * bench/generate-case.mjs and bench/near-tree.mjs with random sizes of boxes, a chain and a fan. Before the times count, the
 * layout is checked: no two boxes overlap, and support leads downwards. Bar: 10,000 nodes in at most 0.3 s, the fastest run.
 */
import { performance } from 'node:perf_hooks';
import { parse } from 'yaml';
import { layOut } from '../packages/core/dist/diagram/index.js';
import { generateCase } from './generate-case.mjs';
import { nearTree, randomNumbers } from './near-tree.mjs';

const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 7 : Number(process.argv[at + 1]);
const bar = 0.3;

const shapes = {
  'case 10k': () => ofCase({ elements: 11_200 }),
  'case 10k, shared anywhere': () => ofCase({ elements: 11_200, anywhere: true }),
  'near-tree 10k': () => ofModel(nearTree(3400, 1)),
  'chain 10k': () => ofLinks(10_000, (node) => node - 1),
  'fan 10k': () => ofLinks(10_000, () => 0),
  'case 30k': () => ofCase({ elements: 33_000 }),
  'chain 30k': () => ofLinks(30_000, (node) => node - 1),
};

for (const [shape, make] of Object.entries(shapes)) {
  const scene = make();
  check(scene, layOut(scene));
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    layOut(scene);
    return (performance.now() - from) / 1000;
  }).sort((a, b) => a - b);
  const seconds = Number(times[0].toFixed(3));
  const median = Number(times[Math.floor(runs / 2)].toFixed(3));
  const row = { shape, nodes: scene.nodes.length, edges: scene.edges.length, seconds, median };
  console.log(JSON.stringify(shape.includes('30k') ? row : { ...row, bar, within: seconds <= bar }));
}

function ofCase(plan) {
  const { argument } = parse(generateCase(plan));
  const order = [];
  const seen = new Set();
  for (const open = ['G1']; open.length > 0; ) {
    const id = open.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    order.push(id);
    open.push(...(argument[id].supportedBy ?? []).toReversed());
  }
  const index = new Map(order.map((id, position) => [id, position]));
  const edges = order.flatMap((id) => (argument[id].supportedBy ?? []).map((to) => edge(index.get(id), index.get(to))));
  return sceneOf(order.length, edges);
}

function ofModel({ leaves, gates }) {
  const last = leaves + gates.length - 1;
  const edges = gates.flatMap(({ inputs }, gate) => inputs.map((input) => edge(last - leaves - gate, last - input)));
  return sceneOf(last + 1, edges);
}

function ofLinks(size, parentOf) {
  return sceneOf(
    size,
    Array.from({ length: size - 1 }, (_, child) => edge(parentOf(child + 1), child + 1)),
  );
}

function edge(from, to) {
  return { from, to, kind: 'supportedBy', optional: false, claimPoints: [], defeated: false, faint: false };
}

function sceneOf(size, edges) {
  const random = randomNumbers(3);
  const nodes = Array.from({ length: size }, (_, id) => {
    const [width, height] = [90 + Math.floor(random() * 130), 50 + Math.floor(random() * 70)];
    return { id: `N${id}`, shape: 'goal', width, height, body: { x: 0, y: 0, width, height }, lines: [] };
  });
  return { title: '', description: '', nodes, edges, legend: [] };
}

function check({ nodes, edges }, { boxes, routes }) {
  if (boxes.length !== nodes.length || routes.length !== edges.length) throw new Error('something is not laid out');
  const rows = boxes.toSorted((a, b) => a.y - b.y || a.x - b.x);
  for (const [position, box] of rows.entries()) {
    const next = rows[position + 1];
    if (next !== undefined && next.y === box.y && next.x < box.x + box.width) throw new Error('two boxes overlap');
  }
  const levels = [...new Set(rows.map(({ y }) => y))];
  const lowest = new Map();
  for (const { y, height } of boxes) lowest.set(y, Math.max(lowest.get(y) ?? 0, y + height));
  for (const [index, y] of levels.entries()) {
    if (index > 0 && lowest.get(levels[index - 1]) >= y) throw new Error('two rows overlap');
  }
  for (const { from, to } of edges) {
    if (boxes[from].y + boxes[from].height >= boxes[to].y) throw new Error('support does not lead downwards');
  }
}
