import type { Element, Path } from '../../case/index.js';
import type { Naming } from '../modules.js';
import type { ValidFile } from '../valid-file.js';
import type { PieceGraph } from './graph.js';
import type { Piece, PieceEdge } from './piece.js';

/** A pattern as its instances are made from it. */
export interface PatternText {
  readonly id: string;
  readonly file: ValidFile;
  /** How the file that the pattern stands in names elements of the case. */
  readonly naming: Naming;
  readonly path: Path;
  readonly parameters: ReadonlyMap<string, string>;
  /** The elements in the order of the text, those written in place behind the one that holds them; the first is the top. */
  readonly pieces: readonly Piece[];
  readonly byId: ReadonlyMap<string, Piece>;
  /** All edges, and those that are `per` a parameter. */
  readonly edges: readonly PieceEdge[];
  readonly perEdges: readonly PieceEdge[];
  readonly graph: PieceGraph;
  /** Elements from which all others are reached. */
  readonly roots: readonly string[];
  /** The elements as written, blanks and all. */
  readonly elements: readonly Element[];
}
