import type { Gate, NodeRef, RiskModel } from './types.js';

/**
 * A model as flat arrays. All gates are read in one way: gate `g` fails if at least `need[g]` of its inputs fail
 * (`or`: 1, `and`: all), an input that is listed twice counting twice.
 */
export interface Graph {
  readonly leaves: number;
  readonly gates: number;
  readonly need: Int32Array;
  /** Inputs of gate `g` are `inputs[start[g]] … inputs[start[g + 1] - 1]`. */
  readonly start: Int32Array;
  readonly inputs: Int32Array;
  /** Per node (leaves, then gates): 1 if a root depends on it or is it. */
  readonly reachable: Uint8Array;
  readonly roots: readonly NodeRef[];
}

/**
 * Read a model into flat arrays.
 * @throws RangeError if the model is malformed: a reference to nothing, a cycle, `k` outside 0 … n, an unknown kind.
 */
export function readModel(model: RiskModel, roots: readonly NodeRef[]): Graph {
  const { leaves } = model;
  if (!Number.isInteger(leaves) || leaves < 0)
    throw new RangeError(`leaves must be a non-negative integer, not ${leaves}`);
  const gates = model.gates.length;
  const total = leaves + gates;
  const start = new Int32Array(gates + 1);
  for (let g = 0; g < gates; g++) start[g + 1] = start[g] + (model.gates[g] as Gate).inputs.length;
  const inputs = new Int32Array(start[gates]);
  const need = new Int32Array(gates);
  for (let g = 0; g < gates; g++) {
    const gate = model.gates[g] as Gate;
    need[g] = neededFailures(gate, g);
    let at = start[g];
    for (const ref of gate.inputs) {
      if (!isNode(ref, total)) throw new RangeError(`gate ${g} has input ${ref}, which is no node of the model`);
      inputs[at++] = ref;
    }
  }
  for (const root of roots) {
    if (!isNode(root, total)) throw new RangeError(`root ${root} is no node of the model`);
  }
  const graph = { leaves, gates, need, start, inputs, reachable: new Uint8Array(total), roots: [...roots] };
  markReachable(graph);
  return graph;
}

function isNode(ref: number, total: number): boolean {
  return Number.isInteger(ref) && ref >= 0 && ref < total;
}

function neededFailures(gate: Gate, g: number): number {
  const n = gate.inputs.length;
  switch (gate.kind) {
    case 'or':
      return 1;
    case 'and':
      return n;
    case 'atLeast':
      if (!Number.isInteger(gate.k) || gate.k < 0 || gate.k > n) {
        throw new RangeError(`gate ${g} is at least ${gate.k} of ${n} inputs; k must lie in 0 … ${n}`);
      }
      return gate.k;
    default:
      throw new RangeError(`gate ${g} is of unknown kind ${String((gate as { kind: unknown }).kind)}`);
  }
}

/** Depth-first from the roots, then from what is left, so that a cycle anywhere is found. */
function markReachable(graph: Graph): void {
  const { leaves, gates, start, inputs, reachable } = graph;
  const state = new Uint8Array(gates); // 0 new, 1 on the path, 2 done
  const path = new Int32Array(gates);
  const next = new Int32Array(gates);
  const walk = (from: number): void => {
    if (state[from] !== 0) return;
    let depth = 0;
    path[depth++] = from;
    state[from] = 1;
    next[from] = start[from];
    while (depth > 0) {
      const g = path[depth - 1];
      if (next[g] === start[g + 1]) {
        state[g] = 2;
        depth--;
        continue;
      }
      const child = inputs[next[g]++] - leaves;
      if (child < 0) continue;
      if (state[child] === 1) throw new RangeError(`gate ${child} depends on itself`);
      if (state[child] === 0) {
        state[child] = 1;
        next[child] = start[child];
        path[depth++] = child;
      }
    }
  };
  for (const root of graph.roots) {
    reachable[root] = 1;
    if (root >= leaves) walk(root - leaves);
  }
  for (let g = 0; g < gates; g++) {
    if (state[g] !== 2) continue;
    reachable[leaves + g] = 1;
    for (let i = start[g]; i < start[g + 1]; i++) reachable[inputs[i]] = 1;
  }
  for (let g = 0; g < gates; g++) walk(g);
}
