import type { Category } from '../../case/index.js';
import type { Sign } from '../text/signs.js';
import type { Box, Change, Point } from '../types.js';
import { px } from './print-number.js';

/** A sign as it is drawn: a decorator of GSN, or a badge of ours. */
export function paintSign(kind: Sign['kind'], box: Box, change?: Change): string {
  const { x, y, width: w, height: h } = box;
  const middle = x + w / 2;
  switch (kind) {
    case 'change':
      return change === undefined ? '' : paintChange(change, box);
    case 'pointed out':
      return `${disc(box, 'accent')}<circle class="on" cx="${px(middle)}" cy="${px(y + h / 2)}" r="4"/>`;
    case 'undeveloped':
      return hollow(`${diamond(box)}`);
    case 'uninstantiated':
      return hollow(`M${px(middle)} ${px(y)}L${px(x + w)} ${px(y + h)}H${px(x)}z`);
    case 'undeveloped and uninstantiated':
      return hollow(`${diamond(box)}M${px(x)} ${px(y + h / 2)}H${px(x + w)}`);
    case 'public':
      return hollow(moduleShape(box));
    case 'to be supported by contract':
      return hollow(contractShape(box));
    case 'module tab':
    case 'contract tab':
      return `<path class="tab" d="${rectangle(box)}"/>`;
    case 'collapsed':
      return `<rect class="hollow" x="${px(x)}" y="${px(y)}" width="${px(w)}" height="${px(h)}" rx="${px(h / 2)}"/>`;
    case 'claim point':
      return `<path class="solid" d="${rectangle(box)}"/>`;
    case 'letter':
      return '';
  }
}

/** A small module: a tab on a rectangle. */
export function moduleShape({ x, y, width: w, height: h }: Box): string {
  const tab = { x, y, width: w * 0.45, height: h * 0.3 };
  return rectangle(tab) + rectangle({ x, y: y + tab.height, width: w, height: h - tab.height });
}

/** A small contract module: tabs of one size at the upper left and the lower right. */
function contractShape({ x, y, width: w, height: h }: Box): string {
  const tab = { width: w * 0.42, height: h * 0.25 };
  return [
    { x, y, ...tab },
    { x, y: y + tab.height, width: w, height: h - 2 * tab.height },
    { x: x + w - tab.width, y: y + h - tab.height, ...tab },
  ]
    .map(rectangle)
    .join('');
}

/** Strokes around a middle: where they start, and how they go on from there. */
interface Glyph {
  readonly start: Point;
  readonly path: string;
}

const changeGlyphs: Readonly<Record<Change, Glyph>> = {
  added: { start: { x: -4, y: 0 }, path: 'h8m-4 -4v8' },
  removed: { start: { x: -4, y: 0 }, path: 'h8' },
  moved: { start: { x: -4, y: 0 }, path: 'h8m-3 -3l3 3l-3 3' },
  changed: { start: { x: 0, y: -4 }, path: 'l4 7h-8z' },
};

function paintChange(change: Change, box: Box): string {
  return `${disc(box, `badge-${change}`)}${glyphAt(box, 'on', changeGlyphs[change])}`;
}

/** The first letter of a category, as strokes: it says to the eye what the label says in words. */
const letters: Readonly<Record<Category, Glyph>> = {
  inability: { start: { x: -2, y: -4 }, path: 'h4m-2 0v8m-2 0h4' },
  control: { start: { x: 3, y: -2.6 }, path: 'a4 4 0 1 0 0 5.2' },
  trustworthiness: { start: { x: -3, y: -4 }, path: 'h6m-3 0v8' },
  deference: { start: { x: -2.6, y: -4 }, path: 'v8h1.6a4 4 0 0 0 0 -8z' },
};

export function paintLetter(category: Category, box: Box): string {
  return glyphAt(box, 'letter', letters[category]);
}

/** A cross over an element or a link that is defeated. */
export function crossOver({ x, y, width: w, height: h }: Box): string {
  const [left, top, right, bottom] = [px(x), px(y), px(x + w), px(y + h)];
  return `<path class="cross" d="M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}"/>`;
}

function glyphAt({ x, y, width, height }: Box, name: string, { start, path }: Glyph): string {
  return `<path class="${name}" d="M${px(x + width / 2 + start.x)} ${px(y + height / 2 + start.y)}${path}"/>`;
}

function disc({ x, y, width, height }: Box, name: string): string {
  return `<circle class="${name}" cx="${px(x + width / 2)}" cy="${px(y + height / 2)}" r="${px(width / 2)}"/>`;
}

function hollow(path: string): string {
  return `<path class="hollow" d="${path}"/>`;
}

function diamond({ x, y, width: w, height: h }: Box): string {
  return `M${px(x + w / 2)} ${px(y)}L${px(x + w)} ${px(y + h / 2)}L${px(x + w / 2)} ${px(y + h)}L${px(x)} ${px(y + h / 2)}z`;
}

function rectangle({ x, y, width, height }: Box): string {
  return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
}
