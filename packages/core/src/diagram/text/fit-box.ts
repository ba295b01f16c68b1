import type { SceneNode } from '../types.js';
import { linesOf } from './clean.js';
import { type Fitted, heightOf, setRows, widestOf } from './fitted.js';
import { type Piece, piecesOf } from './pieces.js';
import { bandWidth, slant, textFont } from './proportions.js';
import { awayRows, doubtRows, isRightToLeft, nameRows, tagRows, textRow } from './rows.js';
import { wrap } from './wrap.js';

const usual = 190;
const most = 260;
const mostLines = 12;
const least = { width: 120, height: 48 };
const padding = { side: 14, top: 9, foot: 11 };

/** Room that the sides of a shape take from its text. */
const sides: Partial<Record<SceneNode['shape'], number>> = { strategy: slant, context: 6, challenge: 2 };

/** Shapes with straight sides: text from the left, in lines of even width. */
export function fitBox(node: SceneNode): Fitted {
  const source = linesOf(node.text);
  const pieces = piecesOf(source, textFont, most);
  const text = wrap(pieces, textFont, { preferred: preferredWidth(pieces), most, lines: mostLines });
  const rtl = isRightToLeft(source.join(' '));
  const rows = nameRows(node, most).concat(text.map((line) => textRow('text', line, rtl)));
  const doubt = doubtRows(node, most);
  const away = awayRows(node, most);
  rows.push(...tagRows(node, Math.max(usual, widestOf(rows), widestOf(doubt))), ...doubt);
  const side = padding.side + (sides[node.shape] ?? 0);
  const band = node.category === undefined ? 0 : bandWidth - 3;
  const needed = Math.max(widestOf(rows), widestOf(away)) + 2 * side + band;
  const width = Math.max(least.width, 10 * Math.ceil(needed / 10));
  const foot = padding.top + Math.max(heightOf(rows), least.height - padding.top - padding.foot);
  const bottom = foot + (away.length > 0 ? padding.foot - 3 : padding.foot);
  const place = { left: side + band, right: width - side, align: 'start' as const };
  const { lines, bar } = setRows(rows, padding.top, place);
  const height = bottom + heightOf(away);
  return { width, height, lines: away.length === 0 ? lines : lines.concat(setRows(away, bottom, place).lines), bar };
}

/** Long texts get wider lines, so that boxes keep the proportions of a card. */
function preferredWidth(pieces: readonly Piece[]): number {
  const length = pieces.reduce((sum, { width, space }) => sum + width + space, 0);
  return Math.min(most, Math.max(usual, Math.sqrt(42 * length)));
}
