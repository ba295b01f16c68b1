// The probability of one Aralia fault tree, as a process of its own: what bench/aralia.mjs times.
// node bench/aralia-solve.mjs FILE [NODES]
import { compile } from '../packages/engine/dist/index.js';
import { araliaModel } from './aralia-model.mjs';

const [file, nodes = '8000000'] = process.argv.slice(2);
const { model, root, probabilities } = araliaModel(file);
const { lower, upper } = compile(model, [root], { nodes: Number(nodes) }, { rootsOnly: true }).probability(
  probabilities,
  root,
);
console.log(lower === upper ? `${upper}` : `${lower} ${upper}`);
