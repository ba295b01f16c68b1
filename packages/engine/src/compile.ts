import { bracketGraph } from './bracket/index.js';
import { countSets } from './cut-set-counts.js';
import { bestCutSets, bestPrimeImplicants } from './cut-sets.js';
import { buildDiagrams } from './diagrams.js';
import { effectsOfAny, meanEffectsOfAny } from './effects-each.js';
import { evaluateColumns } from './evaluate.js';
import { evaluateEach } from './evaluate-each.js';
import { fusedPasses } from './fused/index.js';
import { readModel } from './graph.js';
import { effectsOf, meanEffectsOf } from './importance.js';
import { DEFAULT_LIMITS } from './limits.js';
import { measuresOf } from './measures.js';
import { createMinimalSets, type Families } from './minimal-sets.js';
import { findModules } from './modules.js';
import { cheapestPathSet, pathSumsOf } from './path-set.js';
import { createPrimeImplicants } from './prime-implicants.js';
import { simplify } from './simplify/index.js';
import { supportOf } from './support.js';
import { probabilityOf, slotOfNode } from './sweep.js';
import type {
  Bracket,
  Compiled,
  CompileOptions,
  Evaluation,
  LeafEffects,
  Limits,
  NodeRef,
  RiskModel,
} from './types.js';

/** Steps of closing in on a probability per node allowed, and how close is close enough, unless the limits say. */
const BRACKET_STEPS_PER_NODE = 16;
const WIDTH = 1e-3;
/** Steps of a question about cut sets per node allowed. */
const STEPS_PER_NODE = 16;
/** Nodes that a quick Fussell–Vesely may take, however small the model. */
const QUICK_NODES = 20_000;

/**
 * Compile a model for questions about everything that `roots` depend on. Modules are found and each becomes a small reduced
 * ordered binary decision diagram (Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System
 * Safety 40, 1993); what passes the limits is answered with rigorous intervals instead, the rest stays exact.
 * @throws RangeError if the model is malformed (see `RiskModel`) or a limit is not a number from 0 up.
 */
export function compile(
  model: RiskModel,
  roots: readonly NodeRef[],
  limits: Limits = DEFAULT_LIMITS,
  options: CompileOptions = {},
): Compiled {
  for (const name of ['nodes', 'steps', 'width'] as const) {
    const limit = limits[name] ?? 0;
    if (!(limit >= 0)) throw new RangeError(`limits.${name} must be a number from 0 up, not ${limit}`);
  }
  const { rootsOnly = false, order = rootsOnly ? 'heavy' : 'light' } = options;
  const whole = readModel(model, roots);
  const { graph, nodeOf } = rootsOnly ? simplify(whole, limits.nodes) : { graph: whole, nodeOf: null };
  const diagrams = buildDiagrams(graph, findModules(graph), limits, { order, keepAll: !rootsOnly });
  const scratch = new Float64Array(graph.leaves + diagrams.nodes);
  const maxSteps = limits.nodes * STEPS_PER_NODE;
  const passes = fusedPasses();
  const coherent = whole.signs === null;
  const at = (node: NodeRef): NodeRef => (nodeOf === null ? node : rootAt(nodeOf, node));
  const checkCoherent = (): void => {
    if (!coherent) throw new RangeError('path sets are of coherent models, and this one is not');
  };
  const workspace = once(() => ({ worth: scratch.slice(), reach: scratch.slice() }));
  const minimal = once(() => createMinimalSets(diagrams, limits.nodes));
  const prime = once(() => (coherent ? minimal() : createPrimeImplicants(diagrams, limits.nodes)));
  const counts = (families: Families, root: NodeRef): readonly bigint[] | null => {
    const slot = slotOfNode(diagrams, at(root));
    return slot < graph.leaves ? [0n, 1n] : countSets(families, families.familyOf(slot), maxSteps);
  };
  const effectsAt = (p: Float64Array, root: NodeRef): LeafEffects =>
    (coherent ? effectsOf : effectsOfAny)(diagrams, p, at(root), scratch, workspace());
  const bracket = (p: Float64Array, root: NodeRef): Bracket => {
    const node = at(root);
    const known = probabilityOf(diagrams, p, node, scratch);
    if (known.exact) return { ...known, from: { lower: 'exact', upper: 'exact' }, cases: 1, solved: 1 };
    if (!coherent) return { ...known, from: { lower: 'gates', upper: 'gates' }, cases: 1, solved: 0 };
    const { nodes, steps = nodes * BRACKET_STEPS_PER_NODE, width = WIDTH } = limits;
    const found = bracketGraph({ ...graph, roots: [node] }, { lower: p, upper: p }, { nodes, steps, width });
    const lower = Math.max(known.lower, found.lower);
    return {
      lower,
      upper: Math.max(lower, Math.min(known.upper, found.upper)),
      exact: found.exact,
      from: {
        lower: found.exact ? 'exact' : found.lower >= known.lower ? 'cases' : 'gates',
        upper: found.exact ? 'exact' : found.upper <= known.upper ? 'cases' : 'gates',
      },
      cases: found.cases,
      solved: found.solved,
    };
  };
  return {
    model,
    coherent,
    nodes: diagrams.nodes - 2,
    probability: (p, root) => {
      if (!rootsOnly) return probabilityOf(diagrams, p, root, scratch);
      const { lower, upper, exact } = bracket(p, root);
      return { lower, upper, exact };
    },
    bracket,
    evaluate: (columns) =>
      renamed(coherent ? evaluateColumns(diagrams, columns, passes) : evaluateEach(diagrams, columns), at),
    pathSet: (costs, root) => {
      checkCoherent();
      return cheapestPathSet(diagrams, costs, at(root));
    },
    pathSums: (costs, nodes) => {
      checkCoherent();
      return pathSumsOf(diagrams, costs, nodes.map(at));
    },
    importance: effectsAt,
    measures: (p, root, { fussellVesely: how = 'exact' } = {}) => {
      const effects = effectsAt(p, root);
      const most = how === 'quick' ? Math.min(limits.nodes, Math.max(QUICK_NODES, diagrams.nodes)) : limits.nodes;
      const sets = how === 'bounds' ? null : minimal();
      return measuresOf(diagrams, sets, p, slotOfNode(diagrams, at(root)), effects, most);
    },
    meanEffects: (columns, root) =>
      (coherent ? meanEffectsOf : meanEffectsOfAny)(diagrams, columns, at(root), scratch, workspace()),
    support: (root) => supportOf(diagrams, at(root)),
    cutSets: (root, query) => bestCutSets(diagrams, minimal(), slotOfNode(diagrams, at(root)), query, maxSteps),
    cutSetCounts: (root) => counts(minimal(), root),
    primeImplicants: (root, query) =>
      bestPrimeImplicants(diagrams, prime(), slotOfNode(diagrams, at(root)), query, maxSteps),
    primeImplicantCounts: (root) => counts(prime(), root),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function rootAt(nodeOf: ReadonlyMap<NodeRef, NodeRef>, root: NodeRef): NodeRef {
  const node = nodeOf.get(root);
  if (node === undefined) throw new RangeError(`node ${root} is none of the roots compiled`);
  return node;
}

function renamed(evaluation: Evaluation, at: (node: NodeRef) => NodeRef): Evaluation {
  const { trials, set } = evaluation;
  return { trials, set, values: (node) => evaluation.values(at(node)), mean: (node) => evaluation.mean(at(node)) };
}
