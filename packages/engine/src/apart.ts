import type { Graph } from './graph.js';
import type { Modules } from './modules.js';

/** Inputs looked through over all gates; what is beyond is left out. */
const STEPS = 2_000_000;

/**
 * For the `or` gates given (of a model in which they have no diagram): 1 at each place of `graph.inputs` that is one of some
 * inputs of which no two depend on a common leaf. Their failures are independent. Chosen greedily, leaves and modules first.
 */
export function inputsApart(graph: Graph, modules: Modules, gates: readonly number[]): Uint8Array {
  const { leaves, start, inputs, need } = graph;
  const { regionOf } = modules;
  const apart = new Uint8Array(inputs.length);
  const claimed = new Int32Array(leaves + graph.gates).fill(-1); // by which gate, for leaves and modules
  const visited = new Int32Array(leaves + graph.gates).fill(-1); // for which place
  let steps = STEPS;

  /** The leaves and modules of the region that a gate of it depends on; null if one is claimed or it takes too long. */
  const freeBelow = (place: number, gate: number): number[] | null => {
    const found: number[] = [];
    const todo = [inputs[place] - leaves];
    while (todo.length > 0) {
      const at = todo.pop() as number;
      for (let i = start[at]; i < start[at + 1]; i++) {
        const ref = inputs[i];
        if (--steps < 0 || claimed[ref] === gate) return null;
        if (visited[ref] === place) continue;
        visited[ref] = place;
        if (ref >= leaves && regionOf[ref] === regionOf[leaves + gate]) todo.push(ref - leaves);
        else found.push(ref);
      }
    }
    return found;
  };

  for (const gate of gates) {
    if (need[gate] !== 1) continue;
    const inner: number[] = [];
    for (let place = start[gate]; place < start[gate + 1]; place++) {
      const ref = inputs[place];
      if (ref >= leaves && regionOf[ref] === regionOf[leaves + gate]) inner.push(place);
      else if (claimed[ref] !== gate) {
        claimed[ref] = gate;
        apart[place] = 1;
      }
    }
    for (const place of inner) {
      const found = freeBelow(place, gate);
      if (found === null) continue;
      for (const ref of found) claimed[ref] = gate;
      apart[place] = 1;
    }
  }
  return apart;
}
