import type { Box, Complete, MeasuredNode, MeasuredScene, Scene, SceneNode, TextLine } from '../types.js';
import { fitArch } from './fit-arch.js';
import { fitBox } from './fit-box.js';
import { fitChoice } from './fit-choice.js';
import { fitRound } from './fit-round.js';
import type { Fitted } from './fitted.js';
import { isArch, isRound, outlineKind } from './outline-kind.js';
import { signsAt } from './signs.js';

/** Gives every node its lines of text and its size in pixels: the smallest shape of good proportions that holds its text. */
export function measure(scene: Scene): MeasuredScene {
  return { ...scene, nodes: scene.nodes.map(measureNode) };
}

function measureNode(node: SceneNode): MeasuredNode {
  const { width, height, lines, bar } = fit(node);
  const alone = { x: 0, y: 0, width, height };
  const signs = signsAt(node, alone);
  if (signs.length === 0 && node.shape !== 'choice') return measured(node, alone, alone, lines, bar);
  const words = [...lines.filter(({ look }) => look === 'sign'), ...signs.flatMap(({ line }) => line ?? [])];
  const outer = around(alone, [...signs.map(({ box }) => box), ...words.map(extent)]);
  const [left, top] = [-outer.x, -outer.y];
  const written = signs.length === 0 ? lines : [...lines, ...signs.flatMap(({ line }) => line ?? [])];
  const stays = left === 0 && top === 0;
  return measured(
    node,
    outer,
    { x: left, y: top, width, height },
    stays ? written : written.map((line) => ({ ...line, x: line.x + left, y: line.y + top })),
    bar === undefined || stays ? bar : { ...bar, x: bar.x + left, y: bar.y + top },
  );
}

// Key by key: a copy that is then added to costs several times as much, which counts at 10,000 nodes.
function measured(
  node: SceneNode,
  outer: Box,
  body: Box,
  lines: readonly TextLine[],
  bar: Box | undefined,
): Complete<MeasuredNode> {
  return {
    id: node.id,
    element: node.element,
    shape: node.shape,
    name: node.name,
    text: node.text,
    away: node.away,
    marks: node.marks,
    category: node.category,
    tags: node.tags,
    doubt: node.doubt,
    claimPoints: node.claimPoints,
    pointedOut: node.pointedOut,
    faint: node.faint,
    change: node.change,
    hidden: node.hidden,
    link: node.link,
    width: outer.width,
    height: outer.height,
    body,
    lines,
    bar,
  };
}

/** The smallest box of whole pixels around some. */
function around(first: Box, others: readonly Box[]): Box {
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const { x, y, width, height } of others) {
    left = Math.min(left, Math.floor(x));
    top = Math.min(top, Math.floor(y));
    right = Math.max(right, Math.ceil(x + width));
    bottom = Math.max(bottom, Math.ceil(y + height));
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function fit(node: SceneNode): Fitted {
  if (node.shape === 'choice') return fitChoice(node);
  const outline = outlineKind(node);
  if (isArch(outline)) return fitArch(node, outline);
  return isRound(outline) ? fitRound(node) : fitBox(node);
}

/** Room of letters that stand outside the shape. */
function extent({ x, y, width, anchor }: TextLine): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x: left, y: y - 10, width, height: 13 };
}
