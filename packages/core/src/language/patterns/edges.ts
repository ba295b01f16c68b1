import type { Origin } from '../../case/index.js';
import type { EdgeKey } from '../places.js';
import type { Entry, ListNode, ScalarNode, Span, TextNode } from '../tree.js';
import { type Filling, fill } from './fill.js';
import type { Instance, Turn } from './instance.js';
import { turnsOf } from './instance.js';
import type { Piece } from './piece.js';
import { axisOf } from './reach.js';
import { idsOf } from './references.js';

/** Edges of an element of an instance, under one key. */
export interface BuiltEdges {
  /** Undefined where none is left. */
  readonly node: ListNode | undefined;
  /** Where each of them stands in the pattern. */
  readonly origins: readonly Origin[];
  /** One of them is still to be decided, or to be filled in. */
  readonly open: boolean;
}

/** The edges that are kept, with the ids of what they lead to; one `per` a parameter becomes one for each of its values. */
export function buildEdges(
  instance: Instance,
  piece: Piece,
  turn: Turn,
  key: EdgeKey,
  fillingOf: (turn: Turn) => Filling,
): BuiltEdges {
  const { decisions, bindings, pattern } = instance;
  const { file } = pattern.file.source;
  const items: TextNode[] = [];
  const origins: Origin[] = [];
  let open = false;
  for (const edge of piece.edges) {
    if (edge.key !== key) continue;
    const fate = decisions.fate(edge);
    if (fate === 'out') continue;
    const axis = axisOf(edge, bindings);
    const unfilled = axis === undefined ? edge.multiplicity : undefined;
    const ids = new Map<string, ScalarNode>();
    for (const one of axis === undefined ? [turn] : turnsOf(instance, [...turn.keys(), axis], turn)) {
      const filling = fillingOf(one);
      const to = fill(edge.to, filling, [key]);
      open ||= to.open;
      if (to.open || to.node?.kind !== 'scalar') continue;
      const scalar = to.node;
      for (const id of idsOf(scalar, filling.scope)) ids.set(id, { ...scalar, value: id });
    }
    open ||= fate === 'open' || unfilled !== undefined;
    for (const scalar of ids.values()) {
      items.push(edgeNode(scalar, unfilled, fate === 'open' && edge.optional));
      origins.push({ file, path: edge.path });
    }
  }
  const { start, end } = fillingOf(turn).at;
  const node: ListNode | undefined = items.length === 0 ? undefined : { kind: 'list', flow: true, items, start, end };
  return { node, origins, open };
}

/** What is still open about an edge stays with it. */
function edgeNode(to: ScalarNode, multiplicity: string | undefined, optional: boolean): TextNode {
  if (multiplicity === undefined && !optional) return to;
  const entries = [
    entry('to', to, to),
    ...(multiplicity === undefined ? [] : [entry('multiplicity', { ...to, value: multiplicity }, to)]),
    ...(optional ? [entry('optional', { ...to, value: true }, to)] : []),
  ];
  return { kind: 'map', flow: true, entries, start: to.start, end: to.end };
}

function entry(key: string, value: ScalarNode, { start, end }: Span): Entry {
  return { key, keyStart: start, keyEnd: end, value };
}
