import type { SceneEdge } from '../types.js';
import type { Forest } from './forest.js';

/**
 * Children in the order of the text, but for those that others cite as well: where all others stand on one side, such a
 * child moves to that end, and their lines no longer cross those of its siblings.
 */
export function orderChildren(edges: readonly SceneEdge[], forest: Forest): Forest {
  const { below, host, via, order } = forest;
  const size = order.length;
  const position = new Int32Array(size);
  for (let at = 0; at < size; at++) position[order[at]!] = at;
  const end = new Int32Array(size);
  for (let at = size - 1; at >= 0; at--) {
    const node = order[at]!;
    end[node] = Math.max(end[node]!, at);
    if (host[node]! >= 0) end[host[node]!] = Math.max(end[host[node]!]!, end[node]!);
  }
  /** Bit 1: somebody to the left cites it, bit 2: to the right. */
  const cited = new Uint8Array(size);
  for (const [index, { from, to, kind }] of edges.entries()) {
    if ((kind !== 'supportedBy' && kind !== 'answeredBy') || via[to] === index || host[to]! < 0) continue;
    const parent = host[to]!;
    if (position[from]! > end[parent]!) cited[to]! |= 2;
    else if (end[from]! < position[parent]!) cited[to]! |= 1;
    else cited[to]! |= 3;
  }
  const moved = below.map((children) => {
    const left = children.filter((child) => cited[child] === 1);
    const right = children.filter((child) => cited[child] === 2);
    if (left.length + right.length === 0) return children;
    return [...left, ...children.filter((child) => cited[child] !== 1 && cited[child] !== 2), ...right];
  });
  return { ...forest, below: moved };
}
