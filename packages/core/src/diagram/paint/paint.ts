import type { Layout, MeasuredScene } from '../types.js';
import { escapeId, escapeXml } from './escape-xml.js';
import { frameOf } from './frame.js';
import { nodeLabels } from './node-label.js';
import { paintLinks } from './paint-links.js';
import { paintNode } from './paint-node.js';
import { diagramStyle, type StyleOptions } from './style.js';

export interface PaintOptions extends StyleOptions {
  /** `embed` (the default) makes a file that stands alone; `none` leaves the style to the page (see `diagramStyle`). */
  readonly style?: 'embed' | 'none';
  /** Stands before every id, so that several diagrams have room in one page. */
  readonly idPrefix?: string;
  /** Whether the legend is drawn below the picture; it is, unless told otherwise. */
  readonly legend?: boolean;
}

/**
 * The diagram as one SVG document: no script, nothing fetched, every text of the case escaped. Links lie under the
 * nodes, their words above; nodes follow in reading order, each with a label that says all that its drawing shows. The
 * same scene, layout and options give the same bytes.
 */
export function paint(scene: MeasuredScene, layout: Layout, options: PaintOptions = {}): string {
  const { nodes } = scene;
  const prefix = options.idPrefix ?? 'd-';
  const labels = nodeLabels(scene);
  const drawn = nodes.map((node, at) => paintNode(node, layout.boxes[at]!, labels[at]!, `${prefix}n-`));
  const links = paintLinks(scene, layout);
  const { width, height, legend } = frameOf(scene, layout, options);
  const [title, description] = [escapeId(`${prefix}title`), escapeId(`${prefix}desc`)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="surety ${options.theme ?? 'auto'}" role="graphics-document document" lang="en" ` +
      `aria-labelledby="${title}" aria-describedby="${description}" ` +
      `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="${title}">${escapeXml(scene.title)}</title>`,
    `<desc id="${description}">${escapeXml(scene.description)}</desc>`,
    ...(options.style === 'none' ? [] : [`<style>${diagramStyle(options)}</style>`]),
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<g aria-hidden="true">${links.lines}</g>`,
    ...drawn,
    ...(links.signs === '' ? [] : [`<g aria-hidden="true">${links.signs}</g>`]),
    ...(legend === '' ? [] : [legend]),
    '</svg>\n',
  ].join('\n');
}
