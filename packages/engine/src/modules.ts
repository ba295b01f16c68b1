import type { Graph } from './graph.js';

/**
 * The reachable part of a model cut into regions. A region is a module's head with those gates below it that belong to no
 * deeper module; the last region has no head and holds what is in no module. The variables of a region are leaves and the
 * heads of the modules directly inside it. Leaves and gates belong to exactly one region.
 */
export interface Modules {
  /** Number of regions. Regions are numbered in postorder: those inside region `r` are `first[r] … r - 1`. */
  readonly count: number;
  readonly first: Int32Array;
  /** Per node: the region where a leaf is a variable, or where a gate's diagram is built. -1 if not reachable. */
  readonly regionOf: Int32Array;
  /** Region in which the head of region `r` is a variable; -1 for the last. */
  readonly parent: Int32Array;
  /** Gate that heads the region; -1 for the last. */
  readonly head: Int32Array;
  /** Gates of region `r`, inputs before users: `gates[start[r]] … gates[start[r + 1] - 1]`. */
  readonly start: Int32Array;
  readonly gates: Int32Array;
  /** Gates that no reachable gate uses, in the order of the roots. */
  readonly sources: readonly number[];
}

/**
 * Find all modules in linear time: a gate is a module if everything below it is met only between the first and the last
 * moment of its own traversal.
 * Dutuit & Rauzy, "A linear-time algorithm to find modules of fault trees", IEEE Trans. Reliability 45 (1996).
 */
export function findModules(graph: Graph): Modules {
  const { leaves, gates, start, inputs } = graph;
  const total = leaves + gates;
  const sources = findSources(graph);
  const firstVisit = new Int32Array(total);
  const lastVisit = new Int32Array(total);
  const finish = new Int32Array(gates);
  const order = traverse(graph, sources, firstVisit, lastVisit, finish);

  const earliest = new Int32Array(gates);
  const latest = new Int32Array(gates);
  const regionOf = new Int32Array(total).fill(-1);
  const heads: number[] = [];
  const isHead = new Uint8Array(gates);
  for (let nth = 0; nth < order.length; nth++) {
    const g = order[nth];
    let min = 0x7fffffff;
    let max = 0;
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = inputs[i];
      min = Math.min(min, firstVisit[ref]);
      max = Math.max(max, lastVisit[ref]);
      if (ref >= leaves) {
        min = Math.min(min, earliest[ref - leaves]);
        max = Math.max(max, latest[ref - leaves]);
      }
    }
    earliest[g] = min;
    latest[g] = max;
    if (min > firstVisit[leaves + g] && max < finish[g]) {
      isHead[g] = 1;
      regionOf[leaves + g] = heads.length;
      heads.push(g);
    }
  }

  const count = heads.length + 1;
  const top = count - 1;
  const parent = new Int32Array(count).fill(-1);
  const first = Int32Array.from({ length: count }, (_, r) => r);
  for (const g of sources) {
    if (isHead[g]) parent[regionOf[leaves + g]] = top;
    else regionOf[leaves + g] = top;
  }
  for (let j = order.length - 1; j >= 0; j--) {
    const g = order[j];
    const region = regionOf[leaves + g];
    for (let i = start[g]; i < start[g + 1]; i++) {
      const ref = inputs[i];
      if (ref >= leaves && isHead[ref - leaves]) parent[regionOf[ref]] = region;
      else regionOf[ref] = region;
    }
  }
  for (const root of graph.roots) if (regionOf[root] < 0) regionOf[root] = top; // a leaf that is only a root
  for (let r = 0; r < top; r++) if (first[r] < first[parent[r]]) first[parent[r]] = first[r];

  const sizes = new Int32Array(count + 1);
  order.forEach((g) => {
    sizes[regionOf[leaves + g] + 1]++;
  });
  for (let r = 0; r < count; r++) sizes[r + 1] += sizes[r];
  const fill = sizes.slice();
  const sorted = new Int32Array(order.length);
  order.forEach((g) => {
    sorted[fill[regionOf[leaves + g]]++] = g;
  });
  return {
    count,
    first,
    regionOf,
    parent,
    head: Int32Array.from([...heads, -1]),
    start: sizes,
    gates: sorted,
    sources,
  };
}

function findSources({ leaves, gates, start, inputs, reachable, roots }: Graph): number[] {
  const used = new Uint8Array(gates);
  for (let g = 0; g < gates; g++) {
    if (!reachable[leaves + g]) continue;
    for (let i = start[g]; i < start[g + 1]; i++) if (inputs[i] >= leaves) used[inputs[i] - leaves] = 1;
  }
  const sources: number[] = [];
  for (const root of roots) {
    if (root < leaves || used[root - leaves]) continue;
    used[root - leaves] = 1;
    sources.push(root - leaves);
  }
  return sources;
}

/** Depth-first traversal that notes when each node is first and last met; gives the gates in postorder. */
function traverse(
  { leaves, gates, start, inputs }: Graph,
  sources: readonly number[],
  firstVisit: Int32Array,
  lastVisit: Int32Array,
  finish: Int32Array,
): Int32Array {
  const order = new Int32Array(gates);
  const path = new Int32Array(gates);
  const next = new Int32Array(gates);
  let done = 0;
  let time = 0;
  for (const source of sources) {
    let depth = 0;
    path[depth++] = source;
    next[source] = start[source];
    firstVisit[leaves + source] = lastVisit[leaves + source] = ++time;
    while (depth > 0) {
      const g = path[depth - 1];
      if (next[g] === start[g + 1]) {
        finish[g] = ++time;
        order[done++] = g;
        depth--;
        continue;
      }
      const ref = inputs[next[g]++];
      lastVisit[ref] = ++time;
      if (firstVisit[ref] !== 0) continue;
      firstVisit[ref] = time;
      if (ref >= leaves) {
        next[ref - leaves] = start[ref - leaves];
        path[depth++] = ref - leaves;
      }
    }
  }
  return order.subarray(0, done);
}
