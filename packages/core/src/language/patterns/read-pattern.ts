import type { Path } from '../../case/index.js';
import type { ElementText } from '../../schema/index.js';
import { typeOf } from '../element-type.js';
import { inherit } from '../inherit.js';
import type { Resolved } from '../make-element.js';
import type { Naming } from '../modules.js';
import { entryOf, type MapNode, type ScalarNode, type TextNode, toPlain } from '../tree.js';
import type { ValidFile } from '../valid-file.js';
import { asWritten } from './as-written.js';
import { checkPattern } from './check-pattern.js';
import { elementsOfPattern, type FoundElement } from './elements-of-pattern.js';
import { graphOf } from './graph.js';
import type { PatternText } from './pattern-text.js';
import type { Piece, PieceEdge } from './piece.js';
import { parametersIn, textsIn } from './placeholders.js';
import { rootsOf } from './spread.js';

/** Reads a pattern. What is wrong with it, whatever the values, is reported where it stands. */
export function readPattern(file: ValidFile, naming: Naming, id: string, node: MapNode, path: Path): PatternText {
  const argument = entryOf(node, 'argument')?.value;
  const found = argument?.kind === 'map' ? elementsOfPattern(argument, [...path, 'argument']) : [];
  const parameters = parametersOf(entryOf(node, 'parameters')?.value);
  // Its elements are named within it.
  const own: Naming = { ...naming, own: same, refer: same, leaf: same };
  const resolved: Resolved[] = [];
  const pieces = found.map((one) => {
    const text = toPlain(one.node) as unknown as ElementText;
    // What has no type is reported.
    const type = typeOf({ file }, one.id, text, one.written) ?? 'goal';
    resolved.push(asWritten({ file, naming: own }, one, type));
    return pieceOf(one, type, parameters);
  });
  const byId = new Map<string, Piece>();
  for (const piece of pieces) if (!byId.has(piece.id)) byId.set(piece.id, piece);
  const graph = graphOf(pieces, byId);
  const edges = pieces.flatMap((piece) => piece.edges);
  const pattern: PatternText = {
    id,
    file,
    naming,
    path,
    parameters,
    pieces,
    byId,
    edges,
    perEdges: edges.filter(({ per }) => per !== undefined),
    graph,
    roots: rootsOf(graph, [...byId.keys()]),
    elements: inherit(resolved),
  };
  checkPattern(pattern, node, found);
  return pattern;
}

function same(id: string): string {
  return id;
}

function parametersOf(node: TextNode | undefined): ReadonlyMap<string, string> {
  if (node?.kind !== 'map') return new Map();
  return new Map(node.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? String(value.value) : '']));
}

function pieceOf(found: FoundElement, type: Piece['type'], parameters: ReadonlyMap<string, string>): Piece {
  const { id, node, path } = found;
  const edges = node.entries.flatMap(({ key, value }) =>
    key === 'supportedBy' || key === 'inContextOf' ? edgesOf(key, value, [...path, key], parameters) : [],
  );
  const decided = edges.some(({ optional, multiplicity }) => optional || multiplicity !== undefined);
  const filled = [...textsIn(node)].some(({ text }) => parametersIn(text).length > 0);
  return {
    id,
    type,
    node,
    plain: toPlain(node),
    path,
    edges,
    blank: decided || filled || entryOf(node, 'choose') !== undefined,
  };
}

function edgesOf(
  key: PieceEdge['key'],
  node: TextNode,
  path: Path,
  parameters: ReadonlyMap<string, string>,
): readonly PieceEdge[] {
  if (node.kind === 'list') {
    return node.items.flatMap((item, index) => edgesOf(key, item, [...path, index], parameters));
  }
  if (node.kind === 'scalar') return [{ key, to: node, optional: false, path }];
  const value = (name: string) => {
    const scalar = entryOf(node, name)?.value;
    return scalar?.kind === 'scalar' ? scalar : undefined;
  };
  const to: ScalarNode | undefined = value('to');
  if (to === undefined) return [];
  const multiplicity = value('multiplicity')?.value;
  const per = typeof multiplicity === 'string' ? /^\s*per\s+(\S+)\s*$/.exec(multiplicity)?.[1] : undefined;
  return [
    {
      key,
      to,
      ...(typeof multiplicity === 'string' ? { multiplicity } : {}),
      ...(per !== undefined && parameters.has(per) ? { per } : {}),
      optional: value('optional')?.value === true,
      path,
    },
  ];
}
