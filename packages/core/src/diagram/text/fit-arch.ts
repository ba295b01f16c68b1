import type { SceneNode } from '../types.js';
import { linesOf } from './clean.js';
import { type Fitted, heightOf, setRows, widestOf } from './fitted.js';
import { archHeight, type Outline } from './outline-kind.js';
import { piecesOf } from './pieces.js';
import { bandWidth, textFont } from './proportions.js';
import { awayRows, doubtRows, isRightToLeft, nameRows, type Row, tagRows, textRow } from './rows.js';
import { wrap } from './wrap.js';

const usual = 140;
const most = 200;
const mostLines = 12;
const leastWidth = 110;
const padding = 9;
const awayPadding = 14;
const step = 2;

/** Half a circle or an ellipse atop the rectangle that names the module of an away element; the rows begin where the arch has room. */
export function fitArch(node: SceneNode, outline: Outline): Fitted {
  const source = linesOf(node.text);
  const pieces = piecesOf(source, textFont, most);
  const length = pieces.reduce((sum, { width, space }) => sum + width + space, 0);
  const preferred = Math.min(most, Math.max(usual, Math.sqrt(42 * length)));
  const text = wrap(pieces, textFont, { preferred, most, lines: mostLines });
  const rtl = isRightToLeft(source.join(' '));
  const rows = [
    ...nameRows(node, most),
    ...text.map((line) => textRow('text', line, rtl)),
    ...tagRows(node, most),
    ...doubtRows(node, most),
  ];
  const away = awayRows(node, most);
  const band = node.category === undefined ? 0 : bandWidth - 3;
  const needed = Math.max(widestOf(rows) + 2 * (padding + band), widestOf(away) + 2 * awayPadding + band);
  const width = Math.max(leastWidth, 10 * Math.ceil(needed / 10));
  const arch = archHeight(outline, width);
  let top = padding;
  while (!fitsBelow(rows, top, width, arch)) top += step;
  const foot = Math.max(arch, top + heightOf(rows)) + padding - 3;
  const { lines, bar } = setRows(rows, top, { left: 0, right: width, align: 'middle' });
  const place = { left: awayPadding + band, right: width - awayPadding, align: 'start' } as const;
  return { width, height: foot + heightOf(away), lines: [...lines, ...setRows(away, foot, place).lines], bar };
}

/** Whether each row is narrower than the arch at the row's upper side. */
function fitsBelow(rows: readonly Row[], top: number, width: number, arch: number): boolean {
  let y = top;
  for (const row of rows) {
    const up = Math.max(0, 1 - y / arch);
    if (row.width > width * Math.sqrt(1 - up * up) - 2 * padding) return y >= arch;
    y += row.height;
  }
  return true;
}
