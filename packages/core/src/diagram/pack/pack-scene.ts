import type { Box, MeasuredNode, MeasuredScene, SceneEdge, TextLine } from '../types.js';

/** A measured scene as short JSON: what is as it mostly is, is left out. */
export interface PackedScene extends Omit<MeasuredScene, 'nodes' | 'edges'> {
  readonly nodes: readonly PackedNode[];
  readonly edges: readonly PackedEdge[];
}

export type PackedNode = Omit<MeasuredNode, keyof typeof usualNode | 'lines' | 'body' | 'bar'> &
  Partial<typeof usualNode> & {
    readonly lines: readonly PackedLine[];
    /** Left out where the body fills the box. */
    readonly body?: PackedBox;
    readonly bar?: PackedBox;
  };

export type PackedEdge = Omit<SceneEdge, keyof typeof usualEdge> & Partial<typeof usualEdge>;

type PackedBox = readonly [x: number, y: number, width: number, height: number];
type PackedLine =
  | readonly [text: string, x: number, y: number, width: number, look: TextLine['look'], anchor: TextLine['anchor']]
  | readonly [
      text: string,
      x: number,
      y: number,
      width: number,
      look: TextLine['look'],
      anchor: TextLine['anchor'],
      more: Pick<TextLine, 'tone' | 'rtl'>,
    ];

const usualNode: Pick<MeasuredNode, 'marks' | 'tags' | 'claimPoints' | 'pointedOut' | 'faint' | 'hidden'> = {
  marks: [],
  tags: [],
  claimPoints: [],
  pointedOut: false,
  faint: false,
  hidden: 0,
};
const usualEdge: Pick<SceneEdge, 'optional' | 'claimPoints' | 'defeated' | 'pointedOut' | 'faint'> = {
  optional: false,
  claimPoints: [],
  defeated: false,
  pointedOut: false,
  faint: false,
};

export function packScene({ nodes, edges, ...scene }: MeasuredScene): PackedScene {
  return { ...scene, nodes: nodes.map(packNode), edges: edges.map((edge) => without(usualEdge, edge)) };
}

/** The scene that was packed. */
export function unpackScene({ nodes, edges, ...scene }: PackedScene): MeasuredScene {
  return { ...scene, nodes: nodes.map(unpackNode), edges: edges.map((edge) => ({ ...usualEdge, ...edge })) };
}

function packNode({ lines, body, bar, ...node }: MeasuredNode): PackedNode {
  const fills = body.x === 0 && body.y === 0 && body.width === node.width && body.height === node.height;
  return {
    ...without(usualNode, node),
    ...(fills ? {} : { body: packBox(body) }),
    ...(bar === undefined ? {} : { bar: packBox(bar) }),
    lines: lines.map(packLine),
  };
}

function unpackNode({ lines, body, bar, ...node }: PackedNode): MeasuredNode {
  return {
    ...usualNode,
    ...node,
    body: body === undefined ? { x: 0, y: 0, width: node.width, height: node.height } : unpackBox(body),
    ...(bar === undefined ? {} : { bar: unpackBox(bar) }),
    lines: lines.map(([text, x, y, width, look, anchor, more]) => ({ text, x, y, width, look, anchor, ...more })),
  };
}

function packBox({ x, y, width, height }: Box): PackedBox {
  return [x, y, width, height];
}

function unpackBox([x, y, width, height]: PackedBox): Box {
  return { x, y, width, height };
}

function packLine({ text, x, y, width, look, anchor, ...more }: TextLine): PackedLine {
  const plain = [text, x, y, width, look, anchor] as const;
  return Object.keys(more).length === 0 ? plain : [...plain, more];
}

/** What differs from the usual. */
function without<Usual extends object, T extends Usual>(usual: Usual, value: T): Omit<T, keyof Usual> & Partial<Usual> {
  const usually = new Map<string, unknown>(Object.entries(usual));
  const kept = Object.entries(value).filter(([name, own]) => !isSame(usually.get(name), own));
  return Object.fromEntries(kept) as Omit<T, keyof Usual> & Partial<Usual>;
}

function isSame(usual: unknown, own: unknown): boolean {
  return usual === own || (Array.isArray(usual) && Array.isArray(own) && own.length === 0);
}
