import { type ElementId, linkKey } from '../../case/index.js';
import type { Change, Complete, SceneEdge } from '../types.js';
import { type Drawing, shortName } from './drawing.js';
import type { Link, Vertex } from './graph.js';
import { isFaint } from './node-of.js';

/** Edges between nodes that are drawn; `places` gives the node of a vertex, `pointedOut` says which links are. */
export function edgesOf(
  drawing: Drawing,
  places: ReadonlyMap<number, number>,
  pointedOut: ReadonlySet<number>,
): readonly SceneEdge[] {
  const edges: SceneEdge[] = [];
  const indices = new Map<number, number>();
  drawing.graph.links.forEach((link, index) => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    if (from === undefined || to === undefined) return;
    // Challenged links come before the challenges to them.
    const challenged = link.challenged === undefined ? undefined : indices.get(link.challenged);
    const kind = link.kind === 'challenges link' && challenged === undefined ? 'challenges' : link.kind;
    indices.set(index, edges.length);
    const edge = edgeOf(drawing, link, { from, to, kind, pointedOut: pointedOut.has(index) });
    if (challenged !== undefined) edge.link = challenged;
    edges.push(edge);
  });
  return edges;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** With what the text says of a link. */
function edgeOf(
  drawing: Drawing,
  { from, to, edge, challenged }: Link,
  placed: Pick<SceneEdge, 'from' | 'to' | 'kind' | 'pointedOut'>,
): Mutable<Complete<SceneEdge>> {
  const { graph, module, defeatedLinks, pointsOnLinks } = drawing;
  const [start, end] = [graph.vertices[from]!, graph.vertices[to]!];
  const result: Mutable<Complete<SceneEdge>> = {
    from: placed.from,
    to: placed.to,
    kind: placed.kind,
    link: undefined,
    multiplicity: edge?.multiplicity,
    // An alternative is optional by being one.
    optional: start.kind !== 'choice' && (edge?.optional ?? false),
    claimPoints: none,
    defeated: false,
    change: undefined,
    pointedOut: placed.pointedOut,
    faint: isFaint(drawing, start) || isFaint(drawing, end),
  };
  // From an element to its own choice: everything is said of the links to the alternatives.
  if (end.kind === 'choice') return result;
  const fromId = start.element?.id ?? start.id;
  const toId = edge?.to ?? end.element?.id ?? end.id;
  result.defeated = start.element?.defeatedRelation.includes(toId) ?? false;
  if (defeatedLinks.size > 0 || pointsOnLinks.size > 0) {
    const key = linkKey(fromId, toId);
    if (defeatedLinks.has(key)) result.defeated = true;
    const points = challenged === undefined ? pointsOnLinks.get(key) : undefined;
    if (points !== undefined) result.claimPoints = points.map((name) => shortName(name, module));
  }
  result.change = changeOf(drawing, start, fromId, toId);
  return result;
}

const none: readonly never[] = [];

/** What a comparison says of a link; one that it says nothing of comes and goes with its ends. */
function changeOf(
  { options: { diff } }: Drawing,
  { element }: Vertex,
  from: ElementId,
  to: ElementId,
): Change | undefined {
  if (diff === undefined) return undefined;
  const target = element?.challenge?.target;
  const onLink = target?.kind === 'link' ? diff.links.get(linkKey(from, linkKey(target.from, target.to))) : undefined;
  const ends = [diff.elements.get(from), diff.elements.get(to)];
  return (
    diff.links.get(linkKey(from, to)) ?? onLink ?? (['removed', 'added'] as const).find((one) => ends.includes(one))
  );
}
