import type { SceneNode } from '../types.js';
import { linesOf } from './clean.js';
import { fill, holdsAll, type Line, written } from './fill.js';
import { type Fitted, heightOf, setRows } from './fitted.js';
import { type Piece, piecesOf } from './pieces.js';
import { bandWidth, isEllipse, textFont } from './proportions.js';
import { doubtRows, isRightToLeft, nameRows, type Row, rowHeight, tagRows, textRow } from './rows.js';
import { cut } from './wrap.js';

const mostLines = 12;
/** Widest word, name and tag of a round shape. */
const mostWord = 150;
const mostTag = { circle: 160, ellipse: 190 };
const padding = 9;
const step = 4;
/** Half the height: where the search starts, and where it stops looking for room for the whole text. */
const halfHeights = { circle: { least: 36, most: 148 }, ellipse: { least: 32, most: 108 } };
const ellipseRatio = 1.6;

interface Round {
  readonly node: SceneNode;
  readonly ratio: number;
  readonly above: readonly Row[];
  readonly pieces: readonly Piece[];
  readonly below: readonly Row[];
  readonly rtl: boolean;
}

/** Circles and ellipses: the smallest in whose outline the rows fit, each as wide as the outline is at its height. */
export function fitRound(node: SceneNode): Fitted {
  const { least, most } = isEllipse(node.shape) ? halfHeights.ellipse : halfHeights.circle;
  const source = linesOf(node.text);
  const round: Round = {
    node,
    ratio: isEllipse(node.shape) ? ellipseRatio : 1,
    above: nameRows(node, mostWord),
    pieces: piecesOf(source, textFont, mostWord),
    below: [...tagRows(node, isEllipse(node.shape) ? mostTag.ellipse : mostTag.circle), ...doubtRows(node, mostWord)],
    rtl: isRightToLeft(source.join(' ')),
  };
  for (let half = Math.max(least, startOf(round)); half <= most; half += step) {
    const lines = wholeText(round, half);
    if (lines !== undefined) return settle(round, half, lines);
  }
  for (let half = most; ; half += step) {
    const lines = cutText(round, half);
    if (lines !== undefined) return settle(round, half, lines);
  }
}

/** No outline with less area than its text can hold it. */
function startOf({ ratio, above, pieces, below }: Round): number {
  const text = pieces.reduce((sum, { width }) => sum + width, 0) * rowHeight;
  const area = [...above, ...below].reduce((sum, { width, height }) => sum + width * height, text);
  return step * Math.floor(Math.sqrt(area / (Math.PI * ratio)) / step);
}

/** The whole text in as few lines as it takes. */
function wholeText(round: Round, half: number): readonly Line[] | undefined {
  if (round.pieces.length === 0) return fits(round, half, 0) ? [] : undefined;
  for (let count = 1; count <= mostLines && heightWith(round, count) < 2 * (half - padding); count++) {
    if (!fits(round, half, count)) continue;
    const lines = fill(round.pieces, widths(round, half, count), count);
    if (lines.length === count && holdsAll(lines, round.pieces)) return written(lines, round.pieces);
  }
  return undefined;
}

/** As much of a long text as the outline holds. */
function cutText(round: Round, half: number): readonly Line[] | undefined {
  for (let count = Math.min(mostLines, round.pieces.length); count >= Math.min(1, round.pieces.length); count--) {
    if (!fits(round, half, count)) continue;
    const lines = cut(round.pieces, widths(round, half, count), textFont, count);
    if (lines.length === count) return lines;
  }
  return undefined;
}

/** Whether the rows above and below so many lines of text have room. */
function fits(round: Round, half: number, count: number): boolean {
  let top = -heightWith(round, count) / 2;
  for (const [rows, between] of [[round.above, count * rowHeight] as const, [round.below, 0] as const]) {
    for (const { width, height } of rows) {
      if (width > widthAt(round, half, top, top + height)) return false;
      top += height;
    }
    top += between;
  }
  return true;
}

function widths(round: Round, half: number, count: number): (line: number) => number {
  const top = heightOf(round.above) - heightWith(round, count) / 2;
  return (line) => widthAt(round, half, top + line * rowHeight, top + (line + 1) * rowHeight);
}

/** How wide a row between two heights may be, counted from the middle. */
function widthAt({ node, ratio }: Round, half: number, top: number, bottom: number): number {
  const inner = half - padding;
  const away = Math.max(-top, bottom);
  if (away >= inner) return -1;
  const width = 2 * (ratio * half - padding) * Math.sqrt(1 - (away / inner) ** 2);
  return node.category === undefined ? width : Math.min(width, 2 * (ratio * half - bandWidth - 5));
}

function heightWith({ above, below }: Round, count: number): number {
  return heightOf(above) + count * rowHeight + heightOf(below);
}

function settle({ ratio, above, below, rtl }: Round, half: number, text: readonly Line[]): Fitted {
  const rows = [...above, ...text.map((line) => textRow('text', line, rtl)), ...below];
  const width = 2 * Math.round(ratio * half);
  const top = half - heightOf(rows) / 2;
  return { ...setRows(rows, top, { left: 0, right: width, align: 'middle' }), width, height: 2 * half };
}
