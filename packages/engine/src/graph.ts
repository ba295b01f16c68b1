import type { Gate, NodeRef, RiskModel } from './types.js';

/**
 * A model as flat arrays. All gates are read in one way: gate `g` fails if at least `need[g]` of its inputs fail
 * (`or`: 1, `and`: all), an input that is listed twice counting twice. In a non-coherent model an input may count when it
 * holds, and a gate may fail when an odd number of inputs count.
 */
export interface Graph {
  readonly leaves: number;
  /** Gates: those of the model, then those made for parts of one. */
  readonly gates: number;
  readonly need: Int32Array;
  /** Inputs of gate `g` are `inputs[start[g]] … inputs[start[g + 1] - 1]`. */
  readonly start: Int32Array;
  readonly inputs: Int32Array;
  /** What a coherent model has none of. */
  readonly signs: Signs | null;
  /** Per node (leaves, then gates): 1 if a root depends on it or is it. */
  readonly reachable: Uint8Array;
  readonly roots: readonly NodeRef[];
}

export interface Signs {
  /** Per place in `inputs`: 1 if the input counts when it holds, 0 if when it fails. */
  readonly negated: Uint8Array;
  /** Per gate: 1 if it fails when an odd number of inputs count, whatever `need` says. */
  readonly odd: Uint8Array;
}

/** A gate in the one way of `Graph`: inputs as `2 · node`, plus 1 if it counts when it holds. */
export interface Counting {
  readonly need: number;
  readonly odd: boolean;
  readonly literals: readonly number[];
}

/**
 * Read a model into flat arrays.
 * @throws RangeError if the model is malformed: a reference to nothing, a cycle, `k` outside 0 … n, an unknown kind.
 */
export function readModel(model: RiskModel, roots: readonly NodeRef[]): Graph {
  const { leaves } = model;
  if (!Number.isInteger(leaves) || leaves < 0)
    throw new RangeError(`leaves must be a non-negative integer, not ${leaves}`);
  const total = leaves + model.gates.length;
  model.gates.forEach((gate, g) => {
    const { inputs } = gate;
    for (let i = 0; i < inputs.length; i++) {
      if (!isNode(inputs[i], total)) {
        throw new RangeError(`gate ${g} has input ${inputs[i]}, which is no node of the model`);
      }
    }
  });
  for (const root of roots) {
    if (!isNode(root, total)) throw new RangeError(`root ${root} is no node of the model`);
  }
  const gates: Counting[] = [];
  const made: Counting[] = [];
  model.gates.forEach((gate, g) => {
    gates.push(counting(gate, g, (extra) => total + made.push(extra) - 1));
  });
  return graphOf(leaves, made.length === 0 ? gates : [...gates, ...made], roots);
}

/** The graph of gates that are known to be well-formed, but for cycles. @throws RangeError for a cycle. */
export function graphOf(leaves: number, gates: readonly Counting[], roots: readonly NodeRef[]): Graph {
  const start = new Int32Array(gates.length + 1);
  gates.forEach((gate, g) => {
    start[g + 1] = start[g] + gate.literals.length;
  });
  const inputs = new Int32Array(start[gates.length]);
  const negated = new Uint8Array(inputs.length);
  const odd = new Uint8Array(gates.length);
  const need = new Int32Array(gates.length);
  let coherent = true;
  gates.forEach((gate, g) => {
    let at = start[g];
    need[g] = gate.need;
    if (gate.odd) odd[g] = 1;
    if (gate.odd) coherent = false;
    const { literals } = gate;
    for (let i = 0; i < literals.length; i++) {
      const literal = literals[i];
      negated[at] = literal & 1;
      if ((literal & 1) === 1) coherent = false;
      inputs[at++] = literal >> 1;
    }
  });
  const signs = coherent ? null : { negated, odd };
  const reachable = new Uint8Array(leaves + gates.length);
  const graph: Graph = { leaves, gates: gates.length, need, start, inputs, signs, reachable, roots: [...roots] };
  markReachable(graph);
  return graph;
}

function isNode(ref: number, total: number): boolean {
  return Number.isInteger(ref) && ref >= 0 && ref < total;
}

/** A gate in the one way; `make` adds a further gate and gives its node. */
function counting(gate: Gate, g: number, make: (extra: Counting) => NodeRef): Counting {
  const n = gate.inputs.length;
  const fails = gate.inputs.map((ref) => 2 * ref);
  const holds = (): number[] => fails.map((literal) => literal + 1);
  const atLeast = (need: number, literals: readonly number[]): Counting => ({ need, odd: false, literals });
  switch (gate.kind) {
    case 'or':
      return atLeast(1, fails);
    case 'and':
      return atLeast(n, fails);
    case 'nor':
      return atLeast(n, holds());
    case 'nand':
      return atLeast(1, holds());
    case 'xor':
      return { need: 1, odd: true, literals: fails };
    case 'not':
      if (n !== 1) throw new RangeError(`gate ${g} is not of ${n} inputs; it must be one`);
      return atLeast(1, holds());
    case 'iff':
      if (n !== 2) throw new RangeError(`gate ${g} is iff of ${n} inputs; it must be two`);
      return { need: 1, odd: true, literals: [fails[0] + 1, fails[1]] };
    case 'imply':
      if (n !== 2) throw new RangeError(`gate ${g} is imply of ${n} inputs; it must be two`);
      return atLeast(1, [fails[0] + 1, fails[1]]);
    case 'atLeast':
      if (!isCount(gate.k, n)) {
        throw new RangeError(`gate ${g} is at least ${gate.k} of ${n} inputs; k must lie in 0 … ${n}`);
      }
      return atLeast(gate.k, fails);
    case 'cardinality': {
      const { min, max } = gate;
      if (!isCount(min, n) || !isCount(max, n) || min > max) {
        throw new RangeError(`gate ${g} is ${min} to ${max} of ${n} inputs; they must lie in 0 … ${n}, in this order`);
      }
      const enough = make(atLeast(min, fails));
      const tooMany = make(atLeast(max + 1, fails));
      return atLeast(2, [2 * enough, 2 * tooMany + 1]);
    }
    default:
      throw new RangeError(`gate ${g} is of unknown kind ${String((gate as { kind: unknown }).kind)}`);
  }
}

function isCount(k: number, n: number): boolean {
  return Number.isInteger(k) && k >= 0 && k <= n;
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
