/** Times the engine on generated near-trees. Usage: node bench/engine.mjs [path of the built engine's index.js] */
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { nearTree, randomNumbers } from './near-tree.mjs';

const built = process.argv[2] ?? new URL('../packages/engine/dist/index.js', import.meta.url).pathname;
const { compile } = await import(pathToFileURL(resolve(built)).href);

const TRIALS = 16_384;
const VARYING = 200;
const REPEATS = 5;

/** The first call (cold) and the median of some more. */
function time(work) {
  const times = [];
  let result;
  for (let i = 0; i < REPEATS; i++) {
    const from = performance.now();
    result = work();
    times.push(performance.now() - from);
  }
  const first = times[0];
  times.sort((a, b) => a - b);
  return { result, first, median: times[Math.floor(REPEATS / 2)] };
}

function row(name, { first, median }, note = '') {
  console.log(
    `  ${name.padEnd(34)} first ${first.toFixed(1).padStart(8)} ms   median ${median.toFixed(1).padStart(8)} ms  ${note}`,
  );
}

for (const gates of [10_000, 30_000]) {
  const model = nearTree(gates, 7);
  const root = model.leaves + gates - 1;
  const random = randomNumbers(11);
  const p = Float64Array.from({ length: model.leaves }, () => 10 ** -(2 + 4 * random()));
  const all = Array.from({ length: model.leaves + gates }, (_, i) => i);
  console.log(`${gates} gates, ${model.leaves} leaves`);

  const both = time(() => {
    const compiled = compile(model, [root]);
    return { compiled, probability: compiled.probability(p, root) };
  });
  const { compiled, probability } = both.result;
  row('compile + probability', both, `${compiled.nodes} nodes, ${JSON.stringify(probability)}`);
  row(
    'probability',
    time(() => compiled.probability(p, root)),
  );
  const effects = time(() => compiled.importance(p, root));
  // The answer before the time: the root's probability again, from each of a few leaves.
  for (let leaf = 0; leaf < model.leaves; leaf += 997) {
    const again = p[leaf] * effects.result.whenFails[leaf] + (1 - p[leaf]) * effects.result.whenHolds[leaf];
    if (probability.exact && Math.abs(again - probability.upper) > 1e-9 * probability.upper) {
      throw new Error(`leaf ${leaf}: ${again} is not ${probability.upper}`);
    }
  }
  row('importance of all leaves', effects);
  row(
    'pathSums of all nodes',
    time(() => compiled.pathSums(p, all)),
  );
  row(
    'pathSet of the root',
    time(() => compiled.pathSet(p, root)),
  );
  // A fresh compilation each time, since diagrams of cut sets are kept.
  const fresh = Array.from({ length: 2 * REPEATS }, () => compile(model, [root]));
  const counts = time(() => fresh.pop().cutSetCounts(root));
  row('cutSetCounts', counts, `${counts.result?.reduce((x, y) => x + y, 0n)} sets`);
  const list = time(() => fresh.pop().cutSets(root, { weights: p, top: 20 }));
  row('top 20 cut sets', list, `best ${list.result.sets[0]?.weight}`);

  const constants = p;
  const varying = new Map();
  for (let i = 0; i < VARYING; i++) {
    const leaf = Math.floor((i / VARYING) * model.leaves);
    varying.set(
      leaf,
      Float64Array.from({ length: TRIALS }, () => p[leaf] * 2 * random()),
    );
  }
  const trials = time(() => compiled.evaluate({ trials: TRIALS, constants, varying }).values(root));
  row(`values of the root, ${TRIALS} trials`, trials);
  row(
    'means of all nodes, same trials',
    time(() => {
      const evaluation = compiled.evaluate({ trials: TRIALS, constants, varying });
      return all.map((node) => evaluation.mean(node));
    }),
  );
  const meanEffects = time(() => compiled.meanEffects({ trials: TRIALS, constants, varying }, root));
  const { probability: mean, whenFails, whenHolds } = meanEffects.result;
  for (let leaf = 0; leaf < model.leaves; leaf += 997) {
    if (varying.has(leaf)) continue;
    const again = p[leaf] * whenFails[leaf] + (1 - p[leaf]) * whenHolds[leaf];
    if (mean.exact && Math.abs(again - mean.upper) > 1e-9 * mean.upper) {
      throw new Error(`leaf ${leaf}: ${again} is not ${mean.upper}`);
    }
  }
  row('mean effects of all leaves', meanEffects, `${TRIALS} trials, ${varying.size} varying leaves`);
  const evaluation = compiled.evaluate({ trials: TRIALS, constants, varying });
  evaluation.values(root);
  let toggled = 0;
  row(
    'set one leaf, values of the root',
    time(() => {
      evaluation.set(3, (++toggled % 2) * 0.5);
      return evaluation.values(root);
    }),
  );
}
