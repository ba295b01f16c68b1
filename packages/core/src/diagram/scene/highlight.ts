import type { ElementId } from '../../case/index.js';
import { append } from '../append.js';
import type { NodeId } from '../types.js';
import type { Graph } from './graph.js';
import { linksPointedOut } from './links-pointed-out.js';
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

/** `inside` gives what modules that are drawn as one node hold. */
export function highlightOf(
  graph: Graph,
  steps: readonly (readonly Step[])[],
  shown: Shown,
  pointedOut: PointedOut | undefined,
  inside: ReadonlyMap<NodeId, readonly ElementId[]>,
): Highlight {
  const vertices = new Set<number>();
  const links = new Set<number>();
  const notes = new Map<number, string[]>();
  if (pointedOut === undefined) return { vertices, links, notes };
  const { leaves, claim, outside, fails } = pointedOut;
  const note = (at: number, text: string) => append(notes, at, text);
  const wordsOf = (id: string) => (leaves.get(id) === 'step' ? `the step to ${id}` : id);
  /** Leaves that a vertex stands for: itself, or those of its module. */
  const leavesAt = graph.vertices.map(({ kind, id }): readonly ElementId[] => {
    if (kind === 'module') return inside.get(id)?.filter((one) => leaves.has(one)) ?? none;
    return kind === 'element' && leaves.has(id) ? [id] : none;
  });
  const marked = leavesAt.map((found) => found.length > 0);
  for (const at of shown.order) {
    if (marked[at] === true) {
      vertices.add(at);
      const { kind, id } = graph.vertices[at]!;
      if (kind === 'module') for (const words of named(leavesAt[at]!.map(wordsOf), 'inside')) note(at, words);
      else if (leaves.get(id) === 'step') note(at, 'the step');
    }
    const hidden = (shown.hides.get(at) ?? []).flatMap((below) => leavesAt[below]!);
    if (hidden.length === 0) continue;
    vertices.add(at);
    for (const words of named(hidden.map(wordsOf), 'below')) note(at, words);
  }
  const isOutside = (at: number) => outside.has(graph.vertices[at]!.id);
  const start = graph.vertices.findIndex(({ id }) => id === claim);
  if (start !== -1) {
    for (const link of linksPointedOut(graph, steps, start, marked, isOutside, fails)) links.add(link);
  }
  return { vertices, links, notes };
}

const none: readonly never[] = [];

/** The first few by name, and how many more there are. */
function named(words: readonly string[], where: 'below' | 'inside'): readonly string[] {
  const more = words.length - mostNamed;
  const first = words.slice(0, mostNamed).map((one) => `${where}: ${one}`);
  return more > 0 ? [...first, `and ${more} more ${where}`] : first;
}
