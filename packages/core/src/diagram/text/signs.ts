import type { Box, Point, SceneNode, TextLine } from '../types.js';
import { cleanLine } from './clean.js';
import { archHeight, isArch, isRound, outlineKind } from './outline-kind.js';
import { awayHeight, cutCorner, isEllipse, moduleTab, nameFont, roundEnd, slant, smallFont } from './proportions.js';
import { textWidth } from './text-width.js';
import { oneLine } from './wrap.js';

/** A sign at a node's body, with its letters if it has any. */
export interface Sign {
  readonly kind:
    | 'change'
    | 'pointed out'
    | 'public'
    | 'undeveloped'
    | 'uninstantiated'
    | 'undeveloped and uninstantiated'
    | 'to be supported by contract'
    | 'collapsed'
    | 'claim point'
    | 'letter'
    | 'module tab'
    | 'contract tab';
  readonly box: Box;
  readonly line?: TextLine;
}

const badge = 16;
const badgeGap = 3;
const publicTab = { width: 20, height: 14 };
const square = 9;
const heights = {
  undeveloped: 16,
  uninstantiated: 14,
  'undeveloped and uninstantiated': 18,
  'to be supported by contract': 18,
} as const;
const contractWidth = 26;

/** All signs of a node, in the coordinates of its body. */
export function signsAt(node: SceneNode, body: Box): readonly Sign[] {
  if (isBare(node)) return none;
  return [
    ...tabs(node, body),
    ...badges(node, body),
    ...below(node, body),
    ...claimPoint(node, body),
    ...letter(node, body),
  ];
}

const none: readonly Sign[] = [];

/** Most nodes have no sign, and there are many nodes. */
function isBare({ shape, marks, claimPoints, pointedOut, change, hidden }: SceneNode): boolean {
  if (shape === 'module' || shape === 'contract' || isEllipse(shape)) return false;
  return marks.length === 0 && claimPoints.length === 0 && !pointedOut && change === undefined && hidden === 0;
}

function tabs(node: SceneNode, body: Box): readonly Sign[] {
  const { x, y, width, height } = body;
  const signs: Sign[] = [];
  const { width: w, height: h } = moduleTab;
  if (node.shape === 'module' || node.shape === 'contract')
    signs.push({ kind: 'module tab', box: { x, y: y - h, width: w, height: h } });
  if (node.shape === 'contract')
    signs.push({ kind: 'contract tab', box: { x: x + width - w, y: y + height, width: w, height: h } });
  if (node.marks.includes('public')) {
    const corner = cornerOf(node, body, 'right');
    const left = isRound(outlineKind(node)) ? corner.x - publicTab.width / 2 : corner.x - publicTab.width - 8;
    signs.push({ kind: 'public', box: { x: left, y: corner.y - publicTab.height / 2, ...publicTab } });
  }
  return signs;
}

function badges(node: SceneNode, body: Box): readonly Sign[] {
  const kinds: Sign['kind'][] = [];
  if (node.change !== undefined) kinds.push('change');
  if (node.pointedOut) kinds.push('pointed out');
  const { x, y } = cornerOf(node, body, 'left');
  return kinds.map((kind, at) => ({
    kind,
    box: { x: x - badge / 2 - at * (badge + badgeGap), y: y - badge / 2, width: badge, height: badge },
  }));
}

/** What hangs under the middle of the body, one below the other. */
function below({ marks, hidden, shape }: SceneNode, body: Box): readonly Sign[] {
  const middle = body.x + body.width / 2;
  let y = body.y + body.height;
  const signs: Sign[] = [];
  const hang = (kind: Sign['kind'], width: number, height: number, line?: (box: Box) => TextLine): void => {
    const box = { x: middle - width / 2, y, width, height };
    signs.push({ kind, box, ...(line && { line: line(box) }) });
    y += height;
  };
  const open = marks.includes('undeveloped');
  const abstract = marks.includes('uninstantiated');
  const kind = open && abstract ? 'undeveloped and uninstantiated' : open ? 'undeveloped' : 'uninstantiated';
  if (open || abstract) hang(kind, kind === 'undeveloped and uninstantiated' ? 18 : 16, heights[kind]);
  if (marks.includes('to be supported by contract'))
    hang('to be supported by contract', contractWidth, heights['to be supported by contract']);
  if (hidden > 0 && shape !== 'choice') {
    const text = `+${hidden}`;
    const width = textWidth(text, smallFont.weight, smallFont.size);
    y += 4;
    hang('collapsed', width + 16, 18, (box) => ({
      text,
      x: middle,
      y: box.y + 13,
      look: 'sign',
      anchor: 'middle',
      width,
    }));
  }
  return signs;
}

/** Claim points on a node's own inference stand on its left side, low, and their names beside it. */
function claimPoint(node: SceneNode, body: Box): readonly Sign[] {
  if (node.claimPoints.length === 0) return [];
  const { text, width } = oneLine(cleanLine(node.claimPoints.join(', ')), smallFont, 160);
  const { x, y } = lowOnTheLeft(node, body);
  const box = { x: x - square / 2, y: y - square / 2, width: square, height: square };
  const line = { text, x: box.x - 4, y: y + 4, look: 'sign', anchor: 'end', width } as const;
  return [{ kind: 'claim point', box, line }];
}

/** A or J, at the lower right of an ellipse, at the upper right of half of one. */
function letter({ shape, away }: SceneNode, body: Box): readonly Sign[] {
  if (!isEllipse(shape)) return [];
  const text = shape === 'assumption' ? 'A' : 'J';
  const width = textWidth(text, nameFont.weight, nameFont.size);
  const x = body.x + body.width * 0.89;
  const y = away === undefined ? body.y + body.height * 0.89 + 8 : body.y + 9;
  const line = { text, x, y, look: 'letter', anchor: 'start', width } as const;
  return [{ kind: 'letter', box: { x, y: y - 10, width, height: 10 }, line }];
}

/** Where the outline passes the upper left or right corner. */
function cornerOf(node: SceneNode, { x, y, width, height }: Box, side: 'left' | 'right'): Point {
  const { shape } = node;
  const outline = outlineKind(node);
  const inset = { x: cornerInset(shape, side), y: 0 };
  if (isRound(outline) || isArch(outline)) {
    const corner = 0.5 - Math.SQRT1_2 / 2;
    inset.x = width * corner;
    inset.y = isRound(outline) ? height * corner : 2 * archHeight(outline, width) * corner;
  }
  if (shape === 'context') inset.y = side === 'left' ? 5 : 0;
  return { x: side === 'left' ? x + inset.x : x + width - inset.x, y: y + inset.y };
}

function cornerInset(shape: SceneNode['shape'], side: 'left' | 'right'): number {
  if (shape === 'strategy') return side === 'left' ? slant : 0;
  if (shape === 'challenge') return side === 'left' ? cutCorner / 2 : cutCorner;
  if (shape === 'context') return side === 'left' ? 6 : roundEnd - 8;
  return 0;
}

/** Where the outline passes low on the left side. */
function lowOnTheLeft(node: SceneNode, { x, y, width, height }: Box): Point {
  const outline = outlineKind(node);
  if (isArch(outline)) return { x, y: y + height - awayHeight };
  if (!isRound(outline)) return { x: x + leftInset(node, 0.75), y: y + 0.75 * height };
  return { x: x + width * (0.5 - Math.SQRT1_2 / 2), y: y + height * (0.5 + Math.SQRT1_2 / 2) };
}

/** How far the left outline lies within the body at a share of its height. */
function leftInset({ shape }: SceneNode, share: number): number {
  return shape === 'strategy' ? slant * (1 - share) : 0;
}
