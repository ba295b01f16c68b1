import type { Vertex } from './graph.js';

/** What the choice of what is drawn says of a node. */
export interface NodeState {
  /** Elements below it that are not drawn. */
  readonly hidden: readonly Vertex[];
  readonly pointedOut: boolean;
  /** The cut set or path set holds its inference step, or leaves that are hidden below it. */
  readonly notes: readonly string[];
}
