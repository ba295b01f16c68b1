import type { Edge, Element } from '../../case/index.js';
import type { NodeId, SceneEdge } from '../types.js';

/** What may be drawn in a view, before anything of it is left out. */
export interface Graph {
  readonly vertices: readonly Vertex[];
  readonly links: readonly Link[];
}

export interface Vertex {
  readonly id: NodeId;
  readonly kind: 'element' | 'missing' | 'module' | 'choice';
  /** The element; that of the choice, where it is one. */
  readonly element: Element | undefined;
  /** The module that it stands for or in. */
  readonly module: string | undefined;
  /** An element that stands in another module than the one that is drawn. */
  readonly away: boolean;
  /** The reference that names nothing; the name of the module. */
  readonly name: string;
}

export interface Link {
  /** Indices of vertices. */
  readonly from: number;
  readonly to: number;
  readonly kind: SceneEdge['kind'];
  /** Index of the challenged link. */
  readonly challenged?: number;
  /** What the text says; absent on links that it does not state as edges. */
  readonly edge?: Edge;
}

/** Adds vertices, each once, and links. */
export interface GraphBuilder {
  vertex(id: NodeId, make: (id: NodeId) => Vertex): number;
  link(link: Link): number;
  readonly graph: Graph;
}

export function buildGraph(): GraphBuilder {
  const vertices: Vertex[] = [];
  const links: Link[] = [];
  const indices = new Map<NodeId, number>();
  return {
    graph: { vertices, links },
    vertex(id, make) {
      const known = indices.get(id);
      if (known !== undefined) return known;
      indices.set(id, vertices.length);
      return vertices.push(make(id)) - 1;
    },
    link: (link) => links.push(link) - 1,
  };
}

/** A vertex that stands for a module as a whole. */
export function moduleVertex(name: string): Vertex {
  return { id: nodeId.module(name), kind: 'module', element: undefined, module: name, away: false, name };
}

/** Ids of nodes that stand for no element; an element's id holds no colon and no slash. */
export const nodeId = {
  module: (name: string): NodeId => `module:${name}`,
  missing: (reference: string): NodeId => `missing:${reference}`,
  choice: (element: string): NodeId => `${element}/choice`,
};

/** What the user reads as the module of elements that stand in none, in a case that has modules. */
export const noModule = 'no module';
