import { append } from './append.js';
import type { Graph } from './graph.js';
import type { PointedOut } from './pointed-out.js';
import type { Shown } from './shown.js';
import type { Step } from './steps-below.js';

/** Where leaves that are pointed out are drawn, and the links from them up to the claim. */
export interface Highlight {
  readonly vertices: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
  /** What is said at a vertex: that the step is meant, or which hidden leaf. */
  readonly notes: ReadonlyMap<number, readonly string[]>;
}

/** Hidden leaves that are named at what hides them. */
const mostNamed = 3;

export function highlightOf(
  graph: Graph,
  steps: readonly (readonly Step[])[],
  shown: Shown,
  pointedOut: PointedOut | undefined,
): Highlight {
  const vertices = new Set<number>();
  const links = new Set<number>();
  const notes = new Map<number, string[]>();
  if (pointedOut === undefined) return { vertices, links, notes };
  const { leaves, claim, outside } = pointedOut;
  const note = (at: number, text: string) => append(notes, at, text);
  const wordsOf = (id: string) => (leaves.get(id) === 'step' ? `the step to ${id}` : id);
  const marked = graph.vertices.map(({ kind, id }) => kind === 'element' && leaves.has(id));
  for (const at of shown.order) {
    if (marked[at] === true) {
      vertices.add(at);
      if (leaves.get(graph.vertices[at]!.id) === 'step') note(at, 'the step');
    }
    const hidden = (shown.hides.get(at) ?? []).filter((below) => marked[below]);
    if (hidden.length === 0) continue;
    vertices.add(at);
    for (const below of hidden.slice(0, mostNamed)) note(at, `below: ${wordsOf(graph.vertices[below]!.id)}`);
    if (hidden.length > mostNamed) note(at, `and ${hidden.length - mostNamed} more below`);
  }
  const isOutside = (at: number) => outside.has(graph.vertices[at]!.id);
  const start = graph.vertices.findIndex(({ id }) => id === claim);
  if (start !== -1) for (const link of linksBetween(steps, start, marked, isOutside)) links.add(link);
  return { vertices, links, notes };
}

/** Links on ways from a vertex down to those that are marked, through nothing that is outside. */
function linksBetween(
  steps: readonly (readonly Step[])[],
  start: number,
  marked: readonly boolean[],
  isOutside: (at: number) => boolean,
): ReadonlySet<number> {
  const above = new Map<number, { readonly from: number; readonly link: number }[]>();
  const reached = new Set([start]);
  for (const at of reached) {
    for (const { to, link } of isOutside(at) ? [] : steps[at]!) {
      append(above, to, { from: at, link });
      reached.add(to);
    }
  }
  const links = new Set<number>();
  const leading = new Set([...reached].filter((at) => marked[at] === true));
  for (const at of leading) {
    for (const { from, link } of above.get(at) ?? []) {
      links.add(link);
      leading.add(from);
    }
  }
  return links;
}
