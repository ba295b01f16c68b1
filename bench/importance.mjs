// What the importance of all events costs beside the probability alone, per Aralia fault tree (node bench/importance.mjs).
// Both are asked of the same compiled model, in turn; medians, and the tenth of the runs that nothing else disturbed.
//   alone       probability(p)
//   importance  measures(p, bounds): Birnbaum, criticality, diagnostic, both worths, bounds of Fussell–Vesely; all events
//   compile     what someone who asks once pays before either
import { compile } from '../packages/engine/dist/index.js';
import { araliaFiles, araliaModel } from './aralia-model.mjs';

const [only] = process.argv.slice(2);
const rank = (times, part) => times.toSorted((a, b) => a - b)[Math.floor(times.length * part)];
const timed = (run) => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const ratios = { median: [], undisturbed: [] };
console.log('| model | nodes | compile, ms | alone, ms | importance, ms | ratio (undisturbed) |');
console.log('|---|---|---|---|---|---|');
for (const [name, file] of araliaFiles) {
  if (name === 'nus9601' || (only !== undefined && name !== only)) continue; // nus9601 has no diagram to sweep
  const { model, root, probabilities: p } = araliaModel(file);
  let compiled;
  const made = timed(() => {
    compiled = compile(model, [root], { nodes: 8_000_000 }, { rootsOnly: true });
  });
  const runs = Math.max(20, Math.min(1000, Math.round(3e7 / (compiled.nodes + 1000))));
  const alone = [];
  const all = [];
  for (let i = -runs / 4; i < runs; i++) {
    const one = timed(() => compiled.probability(p, root));
    const both = timed(() => compiled.measures(p, root, { fussellVesely: 'bounds' }));
    if (i < 0) continue; // not compiled to machine code yet
    alone.push(one);
    all.push(both);
  }
  const ratio = { median: rank(all, 0.5) / rank(alone, 0.5), undisturbed: rank(all, 0.1) / rank(alone, 0.1) };
  for (const key of ['median', 'undisturbed']) ratios[key].push(ratio[key]);
  const cells = [name, compiled.nodes.toLocaleString('en'), made.toFixed(0), rank(alone, 0.5).toFixed(4)];
  cells.push(rank(all, 0.5).toFixed(4), `${ratio.median.toFixed(2)} (${ratio.undisturbed.toFixed(2)})`);
  console.log(`| ${cells.join(' | ')} |`);
}
for (const key of ['median', 'undisturbed']) {
  const logs = ratios[key].map(Math.log);
  const mean = Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length);
  console.log(`${key}: geometric mean ${mean.toFixed(2)}, largest ${Math.max(...ratios[key]).toFixed(2)}`);
}
