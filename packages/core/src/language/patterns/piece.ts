import type { ElementType, Path } from '../../case/index.js';
import type { EdgeKey } from '../places.js';
import type { MapNode, Plain, ScalarNode } from '../tree.js';

/** An element of a pattern. */
export interface Piece {
  readonly id: string;
  readonly type: ElementType;
  /** What it says, with the ids of elements in place of those that are written in it. */
  readonly node: MapNode;
  readonly plain: Plain;
  readonly path: Path;
  readonly edges: readonly PieceEdge[];
  /** It has something to be filled in, or decided. */
  readonly blank: boolean;
}

export interface PieceEdge {
  readonly key: EdgeKey;
  readonly to: ScalarNode;
  readonly multiplicity?: string;
  /** The parameter that the multiplicity names: `per NAME`. */
  readonly per?: string;
  readonly optional: boolean;
  readonly path: Path;
}
