import type { PieceGraph, PieceLink } from './graph.js';
import type { PieceEdge } from './piece.js';

/** What a walk over a pattern goes along. */
export interface Ways {
  readonly link: (link: PieceLink) => boolean;
  readonly edge: (edge: PieceEdge) => boolean;
}

/** Adds what is reached from some elements of a pattern to what was reached before. */
export function spread(graph: PieceGraph, roots: readonly string[], ways: Ways, reached: Set<string>): void {
  const stack = [...roots].reverse();
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const objection of graph.objectionsTo.get(id) ?? []) {
      const { against, edges } = graph.objections.get(objection)!;
      const linked = edges.length === 0 || edges.some(ways.edge);
      if (linked && against.every((target) => reached.has(target))) stack.push(objection);
    }
    for (const link of graph.links.get(id) ?? []) if (ways.link(link)) stack.push(link.to);
  }
}

/** Elements from which everything else in a pattern is reached: its top, and what nothing in it leads to. */
export function rootsOf(graph: PieceGraph, ids: readonly string[]): readonly string[] {
  const everywhere: Ways = { link: () => true, edge: () => true };
  const reached = new Set<string>();
  const roots: string[] = [];
  const add = (id: string) => {
    if (reached.has(id)) return;
    roots.push(id);
    spread(graph, [id], everywhere, reached);
  };
  for (const id of ids.slice(0, 1)) add(id);
  const led = new Set([...graph.links.values()].flatMap((links) => links.map(({ to }) => to)));
  for (const id of ids) if (!led.has(id) && !graph.objections.has(id)) add(id);
  for (const id of ids) add(id);
  return roots;
}
