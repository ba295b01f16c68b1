import { cleanLine } from '../text/clean.js';
import { bandWidth, smallFont } from '../text/proportions.js';
import { oneLine } from '../text/wrap.js';
import type { Box, LegendEntry, Point } from '../types.js';
import { paintBall } from './link-signs.js';
import { bandOf, outlineOf } from './outline.js';
import { paintBar } from './paint-bar.js';
import { paintLink } from './paint-links.js';
import { crossOver, moduleShape, paintLetter, paintSign } from './paint-sign.js';
import { paintText } from './paint-text.js';
import { px } from './print-number.js';

/** What signs and colours mean, in rows. */
export interface Legend {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const rowHeight = 24;
const signWidth = 30;
const gap = 24;
const foot = 18;

/**
 * Entries in rows no wider than `width`, below and to the right of a corner; a longer entry is cut. The rule above them is
 * as wide as the picture, or as the rows where they are wider.
 */
export function paintLegend(
  entries: readonly LegendEntry[],
  width: number,
  corner: Point,
  pictureWidth = width,
): Legend {
  if (entries.length === 0) return { svg: '', width: 0, height: 0 };
  let x = 0;
  let y = corner.y + 16;
  let widest = 0;
  const parts: string[] = [];
  for (const { sign, text } of entries) {
    const words = oneLine(cleanLine(text), smallFont, width - signWidth);
    if (x > 0 && x + signWidth + words.width > width) {
      x = 0;
      y += rowHeight;
    }
    const left = corner.x + x;
    const line = { ...words, x: left + signWidth, y: y + 14, look: 'sign', anchor: 'start' } as const;
    parts.push(`${signOf(sign, { x: left, y: y + 1, width: 22, height: 18 })}${paintText(line)}\n`);
    x += signWidth + words.width + gap;
    widest = Math.max(widest, x - gap);
  }
  const rule = `<path class="track-line" d="M${px(corner.x)} ${px(corner.y)}h${px(Math.max(pictureWidth, widest))}"/>`;
  return {
    svg: `<g class="legend">${rule}${parts.join('')}</g>`,
    width: widest,
    height: y + rowHeight + foot - corner.y,
  };
}

function signOf(sign: LegendEntry['sign'], box: Box): string {
  const { x, y, width, height } = box;
  const middle = (w: number, h: number): Box => ({
    x: x + (width - w) / 2,
    y: y + (height - h) / 2,
    width: w,
    height: h,
  });
  switch (sign.kind) {
    case 'category': {
      const outline = `<path class="body" d="${outlineOf('goal', box)}"/><path class="band" d="${bandOf('goal', box)}"/>`;
      return `<g class="${sign.category}">${outline}${paintLetter(sign.category, { ...box, width: bandWidth })}</g>`;
    }
    case 'mark':
      if (sign.mark === 'defeated') return crossOver(middle(14, 14));
      if (sign.mark === 'public') return paintSign('public', middle(20, 14));
      if (sign.mark === 'to be supported by contract') return paintSign(sign.mark, middle(22, 16));
      return paintSign(sign.mark, middle(14, 14));
    case 'change':
      return paintSign('change', middle(16, 16), sign.change);
    case 'link':
      return paintLink(sign.link, [
        { x, y: y + height / 2 },
        { x: x + width, y: y + height / 2 },
      ]);
    case 'multiplicity':
      return paintBall('solid', { x: x + width / 2, y: y + height / 2 });
    case 'optional':
      return paintBall('hollow', { x: x + width / 2, y: y + height / 2 });
    case 'choice':
      return `<path class="solid" d="${outlineOf('choice', middle(16, 16))}"/>`;
    case 'away': {
      const rule = `<path class="rule" d="M${px(x)} ${px(y + 6)}h${px(width)}"/>`;
      const module = `<path class="hollow" d="${moduleShape({ x: x + 4, y: y + 8.5, width: 10, height: 7 })}"/>`;
      return `<g><path class="body" d="${outlineOf('goal', box)}"/>${rule}${module}</g>`;
    }
    case 'faint':
      return `<g class="faint"><path class="body" d="${outlineOf('goal', box)}"/></g>`;
    case 'doubt':
      return paintBar('plain', 0.6, { x, y: y + height / 2, width });
    case 'pointed out':
      return paintSign('pointed out', middle(16, 16));
    case 'claim point':
      return paintSign('claim point', middle(9, 9));
    case 'collapsed': {
      const text = { text: '+n', x: x + width / 2, y: y + 13, look: 'sign', anchor: 'middle', width: 12 } as const;
      return `${paintSign('collapsed', middle(24, 18))}${paintText(text)}\n`;
    }
  }
}
