import type { Bindings } from './bind.js';
import type { Decisions } from './decide.js';
import type { PieceLink } from './graph.js';
import type { PatternText } from './pattern-text.js';
import type { Piece, PieceEdge } from './piece.js';
import { spread, type Ways } from './spread.js';

/** Which elements of a pattern an instance has, and how often. */
export interface Reach {
  readonly has: (id: string) => boolean;
  /** The parameters that an element is made per, the outermost first. */
  readonly axes: (id: string) => readonly string[];
  /** The parameters that the claim point of a name is made per. */
  readonly pointAxes: (name: string) => readonly string[];
  /** Edges `per` a parameter, to elements that are reached without it as well. */
  readonly conflicts: readonly PieceEdge[];
}

/** The parameter that the target of an edge is made per, where it has values. */
export function axisOf({ per }: PieceEdge, bindings: Bindings): string | undefined {
  return per !== undefined && bindings.has(per) ? per : undefined;
}

/** What it takes to find out, as so much text: the pattern is gone over once for each parameter that edges are `per`. */
export function costOfReach({ pieces, edges, perEdges }: PatternText, bindings: Bindings): number {
  const axes = new Set(perEdges.map((edge) => axisOf(edge, bindings)));
  return 4 * (1 + axes.size) * (pieces.length + edges.length);
}

/**
 * An element is made where what is kept leads to it, and once per value of each parameter that every way to it passes an
 * edge of. A challenge is made as often as what it is against.
 */
export function reachOf(pattern: PatternText, decisions: Decisions, bindings: Bindings): Reach {
  const { graph, roots } = pattern;
  const kept = (edge: PieceEdge) => decisions.fate(edge) !== 'out';
  const along = (stays: (edge: PieceEdge) => boolean): ReadonlySet<string> => {
    const ways: Ways = { edge: kept, link: ({ edge }) => edge === undefined || stays(edge) };
    const reached = new Set<string>();
    spread(graph, roots, ways, reached);
    return reached;
  };
  const made = along(kept);
  const axes = axesInOrder(pattern, made, kept, bindings);
  const without = new Map(axes.map((axis) => [axis, along((edge) => kept(edge) && axisOf(edge, bindings) !== axis)]));
  const inEach = (ids: readonly string[]) => axes.filter((axis) => ids.every((id) => !without.get(axis)!.has(id)));
  const perEdges = axes.length === 0 ? [] : linksOf(pattern, made, kept).flatMap(({ edge }) => edge ?? []);
  return {
    has: (id) => made.has(id),
    axes: remembered((id) => inEach([id])),
    pointAxes: remembered((name) => {
      const { owners, goals } = graph.points.get(name)!;
      return inEach([...owners, ...goals].filter((id) => made.has(id)));
    }),
    conflicts: perEdges.filter((edge) => {
      const axis = axisOf(edge, bindings);
      return axis !== undefined && without.get(axis)!.has(String(edge.to.value));
    }),
  };
}

/** Links that an instance has. */
function linksOf(
  { pieces, graph }: PatternText,
  made: ReadonlySet<string>,
  kept: (edge: PieceEdge) => boolean,
): readonly PieceLink[] {
  return pieces.flatMap(({ id }: Piece) =>
    made.has(id) ? (graph.links.get(id) ?? []).filter(({ edge }) => edge === undefined || kept(edge)) : [],
  );
}

/** The parameters that elements are made per, in the order in which a walk in depth from the top meets their edges. */
function axesInOrder(
  pattern: PatternText,
  made: ReadonlySet<string>,
  kept: (edge: PieceEdge) => boolean,
  bindings: Bindings,
): readonly string[] {
  const axes = new Set<string>();
  if (!pattern.perEdges.some((edge) => axisOf(edge, bindings) !== undefined)) return [];
  const seen = new Set<string>();
  const stack: (string | PieceLink)[] = [...pattern.roots].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const axis = typeof next === 'string' || next.edge === undefined ? undefined : axisOf(next.edge, bindings);
    if (axis !== undefined) axes.add(axis);
    const id = typeof next === 'string' ? next : next.to;
    if (seen.has(id) || !made.has(id)) continue;
    seen.add(id);
    const links = (pattern.graph.links.get(id) ?? []).filter(({ edge }) => edge === undefined || kept(edge));
    for (const link of links.toReversed()) stack.push(link);
  }
  return [...axes];
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const made = known.get(name) ?? make(name);
    known.set(name, made);
    return made;
  };
}
