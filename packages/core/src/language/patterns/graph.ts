import { readLink } from '../../schema/index.js';
import { entryOf, type TextNode } from '../tree.js';
import type { Piece, PieceEdge } from './piece.js';

/** One way in which an element of a pattern leads to another: support, context, an answer, a confidence argument. */
export interface PieceLink {
  readonly from: string;
  readonly to: string;
  /** The edge that it is, where it is one. */
  readonly edge?: PieceEdge;
}

/** A challenge to elements of the pattern: there once they all are, and the link, where it is against one. */
export interface Objection {
  readonly id: string;
  readonly against: readonly string[];
  readonly edges: readonly PieceEdge[];
}

/** The elements of a pattern and how they lead to each other. */
export interface PieceGraph {
  readonly links: ReadonlyMap<string, readonly PieceLink[]>;
  readonly objections: ReadonlyMap<string, Objection>;
  /** Ids of the objections against an element. */
  readonly objectionsTo: ReadonlyMap<string, readonly string[]>;
  /** Elements that have an assurance claim point, and goals that argue it, by its name. */
  readonly points: ReadonlyMap<string, { readonly owners: readonly string[]; readonly goals: readonly string[] }>;
}

export function graphOf(pieces: readonly Piece[], byId: ReadonlyMap<string, Piece>): PieceGraph {
  const links = new Map<string, PieceLink[]>();
  const objections = new Map<string, Objection>();
  const objectionsTo = new Map<string, string[]>();
  const points = new Map<string, { owners: string[]; goals: string[] }>();
  const pointOf = (name: string) => {
    const known = points.get(name) ?? { owners: [], goals: [] };
    points.set(name, known);
    return known;
  };
  for (const piece of pieces) {
    const objection = objectionOf(piece, byId);
    if (objection !== undefined) {
      objections.set(piece.id, objection);
      for (const target of objection.against) append(objectionsTo, target, piece.id);
    }
    for (const name of keysOf(entryOf(piece.node, 'acp')?.value)) pointOf(name).owners.push(piece.id);
    const confidence = textOf(entryOf(piece.node, 'confidence')?.value);
    if (confidence !== undefined) pointOf(confidence).goals.push(piece.id);
  }
  const link = (one: PieceLink) => {
    // An objection hangs on what it is against, whoever else names it.
    if (byId.has(one.to) && !objections.has(one.to)) append(links, one.from, one);
  };
  for (const piece of pieces) {
    for (const edge of piece.edges) link({ from: piece.id, to: String(edge.to.value), edge });
    const answer = textOf(entryOf(piece.node, 'answeredBy')?.value);
    if (answer !== undefined) link({ from: piece.id, to: answer });
  }
  for (const { owners, goals } of points.values()) {
    for (const from of owners) for (const to of goals) link({ from, to });
  }
  return { links, objections, objectionsTo, points };
}

function objectionOf(piece: Piece, byId: ReadonlyMap<string, Piece>): Objection | undefined {
  const text = textOf(entryOf(piece.node, 'challenges')?.value);
  const link = text === undefined ? undefined : readLink(text);
  if (link === undefined) return undefined;
  const ends = [link.from, ...(link.to === undefined ? [] : [link.to])];
  const against = [...new Set(ends)].filter((id) => byId.has(id) && id !== piece.id);
  if (against.length === 0) return undefined;
  const edges = byId.get(link.from)?.edges.filter(({ to }) => to.value === link.to) ?? [];
  return { id: piece.id, against, edges };
}

function textOf(node: TextNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? String(node.value) : undefined;
}

function keysOf(node: TextNode | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
