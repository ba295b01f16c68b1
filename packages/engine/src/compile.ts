import { countCutSets } from './cut-set-counts.js';
import { bestCutSets } from './cut-sets.js';
import { buildDiagrams } from './diagrams.js';
import { evaluateColumns } from './evaluate.js';
import { readModel } from './graph.js';
import { effectsOf, meanEffectsOf } from './importance.js';
import { DEFAULT_LIMITS } from './limits.js';
import { createMinimalSets, type MinimalSets } from './minimal-sets.js';
import { findModules } from './modules.js';
import { cheapestPathSet, pathSumsOf } from './path-set.js';
import { supportOf } from './support.js';
import { probabilityOf, slotOfNode } from './sweep.js';
import type { Compiled, Limits, NodeRef, RiskModel } from './types.js';

/** Steps of a question about cut sets per node allowed. */
const STEPS_PER_NODE = 16;

/**
 * Compile a model for questions about everything that `roots` depend on. Modules are found and each becomes a small reduced
 * ordered binary decision diagram (Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System
 * Safety 40, 1993); what passes the limits is answered with rigorous intervals instead, the rest stays exact.
 * @throws RangeError if the model is malformed (see `RiskModel`) or a limit is not a number from 0 up.
 */
export function compile(model: RiskModel, roots: readonly NodeRef[], limits: Limits = DEFAULT_LIMITS): Compiled {
  if (!(limits.nodes >= 0)) throw new RangeError(`limits.nodes must be a number from 0 up, not ${limits.nodes}`);
  const graph = readModel(model, roots);
  const diagrams = buildDiagrams(graph, findModules(graph), limits);
  const scratch = new Float64Array(graph.leaves + diagrams.nodes);
  const maxSteps = limits.nodes * STEPS_PER_NODE;
  let sets: MinimalSets | undefined;
  const minimalSets = (): MinimalSets => {
    sets ??= createMinimalSets(diagrams, limits.nodes);
    return sets;
  };
  return {
    model,
    nodes: diagrams.nodes - 2,
    probability: (p, root) => probabilityOf(diagrams, p, root, scratch),
    evaluate: (columns) => evaluateColumns(diagrams, columns),
    pathSet: (costs, root) => cheapestPathSet(diagrams, costs, root),
    pathSums: (costs, nodes) => pathSumsOf(diagrams, costs, nodes),
    importance: (p, root) => effectsOf(diagrams, p, root, scratch),
    meanEffects: (columns, root) => meanEffectsOf(diagrams, columns, root, scratch),
    support: (root) => supportOf(diagrams, root),
    cutSets: (root, query) => bestCutSets(diagrams, minimalSets(), root, query, maxSteps),
    cutSetCounts: (root) => countCutSets(diagrams, minimalSets(), slotOfNode(diagrams, root), maxSteps),
  };
}
