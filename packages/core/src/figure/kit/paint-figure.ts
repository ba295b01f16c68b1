import { diagramStyle, escapeId, escapeXml, px, type StyleOptions } from '../../diagram/index.js';
import { figureRules } from './figure-style.js';
import type { Figure, Look, Point, Shape, TextShape } from './shapes.js';

export interface FigureOptions extends StyleOptions {
  /** `embed` (the default) makes a file that stands alone; `none` leaves the style to the page (see `figureStyle`). */
  readonly style?: 'embed' | 'none';
  /** Stands before every id, so that several figures have room in one page. */
  readonly idPrefix?: string;
}

/** The style sheet of figures and diagrams, for a page that holds several. */
export function figureStyle(options: StyleOptions = {}): string {
  return diagramStyle(options) + figureRules;
}

/**
 * A figure as one SVG document: no script, nothing fetched, every text escaped, a title and a description for who cannot
 * see it. The same figure and options give the same bytes.
 */
export function paintFigure(figure: Figure, options: FigureOptions = {}): string {
  const { title, description, width, height, shapes } = figure;
  const prefix = options.idPrefix ?? 'f-';
  const [titleId, descriptionId] = [escapeId(`${prefix}title`), escapeId(`${prefix}desc`)];
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="surety ${options.theme ?? 'auto'}" role="graphics-document document" lang="en" ` +
      `aria-labelledby="${titleId}" aria-describedby="${descriptionId}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}">`,
    `<title id="${titleId}">${escapeXml(title)}</title>`,
    `<desc id="${descriptionId}">${escapeXml(description)}</desc>`,
    ...(options.style === 'none' ? [] : [`<style>${figureStyle(options)}</style>`]),
    `<rect class="page" width="${w}" height="${h}"/>`,
    ...shapes.map(paintShape),
    '</svg>\n',
  ].join('\n');
}

function paintShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      // The width of a box is its own, not that of its outline.
      const { x, y, width, height, round, ...look } = shape;
      const corners = round === undefined ? '' : ` rx="${px(round)}"`;
      return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"${corners}${looks(look)}/>`;
    }
    case 'circle':
      return `<circle cx="${px(shape.x)}" cy="${px(shape.y)}" r="${px(shape.radius)}"${looks(shape)}/>`;
    case 'line': {
      const { points, closed, arrow } = shape;
      const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
      const line = `<path d="${path}${closed === true ? 'z' : ''}"${looks(shape)}/>`;
      return arrow === true && points.length > 1 ? line + headOf(points, shape) : line;
    }
    case 'text':
      return paintText(shape);
    case 'group':
      return `<g role="img" aria-label="${escapeXml(shape.label)}">${shape.shapes.map(paintShape).join('')}</g>`;
  }
}

const anchors = { start: '', middle: 'mid', end: 'end' };

function paintText({ text, x, y, anchor = 'start', weight, small, tone, halo, upright }: TextShape): string {
  const classes = [
    anchors[anchor],
    weight === 'semibold' ? 'name' : '',
    small === true ? 'small' : '',
    halo === true ? 'halo' : '',
    tone === undefined ? '' : `t-${tone}`,
  ]
    .filter((name) => name !== '')
    .join(' ');
  const turn = upright === true ? ` transform="rotate(-90 ${px(x)} ${px(y)})"` : '';
  return `<text x="${px(x)}" y="${px(y)}"${classes === '' ? '' : ` class="${classes}"`}${turn}>${escapeXml(text)}</text>`;
}

function looks({ fill, stroke, width, dashed, opacity }: Omit<Look, 'width'> & { width?: number | undefined }): string {
  const classes = [
    fill === undefined ? 'f-none' : `f-${fill}`,
    stroke === undefined ? '' : `s-${stroke}`,
    dashed === true ? 'dashed' : '',
  ].filter((name) => name !== '');
  const more = `${width === undefined ? '' : ` stroke-width="${px(width)}"`}${opacity === undefined ? '' : ` opacity="${opacity}"`}`;
  return ` class="${classes.join(' ')}"${more}`;
}

/** A filled head at the end of a line. */
function headOf(points: readonly Point[], { stroke = 'line' }: Look): string {
  const tip = points.at(-1)!;
  const from = points.at(-2)!;
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  if (length === 0) return '';
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const corner = (aside: number): string => `${px(tip.x - 9 * dx - aside * dy)} ${px(tip.y - 9 * dy + aside * dx)}`;
  return `<path d="M${px(tip.x)} ${px(tip.y)}L${corner(4)}L${corner(-4)}z" class="f-${stroke}"/>`;
}
