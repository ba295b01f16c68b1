import { paintLinks, paintNode } from '@surety/core/diagram';
import type { Drawing } from './drawing.js';
import { canFold } from './fold.js';
import { words } from './words.js';

/** Nodes of a drawing as SVG, one element each. Links are left to the keyboard and to the line below the picture. */
export function paintItems({ argument, shown, layout }: Drawing, items: readonly number[], prefix: string): string {
  return items
    .map((item) => {
      const { link: _, ...node } = shown.scene.nodes[item]!;
      return paintNode(node, layout.boxes[item]!, argument.labelOf(shown.nodes[item]!), prefix);
    })
    .join('');
}

/** The button below a node that folds it, or unfolds it with the number of nodes that it hides. */
export function paintToggle({ argument, shown }: Drawing, item: number): string {
  const node = shown.nodes[item]!;
  if (!canFold(argument, node)) return '';
  const { body, height } = shown.scene.nodes[item]!;
  const hidden = shown.hidden.get(node);
  const place = `transform="translate(${body.x + body.width / 2} ${height + 9})"`;
  if (hidden === undefined) {
    return `<g class="v-toggle" aria-hidden="true" ${place}><title>${words.less}</title><circle class="v-touch" r="14"/><circle r="7.5"/><path d="M-3.5 0h7"/></g>`;
  }
  const text = `+${hidden}`;
  const half = 8 + 3.5 * text.length;
  return `<g class="v-toggle v-folded" aria-hidden="true" ${place}><title>${words.more(hidden)}</title><rect class="v-touch" x="${-half - 4}" y="-14" width="${2 * half + 8}" height="28"/><rect x="${-half}" y="-8" width="${2 * half}" height="18" rx="9"/><text class="small mid" y="5">${text}</text></g>`;
}

/** Some of the links of a drawing as SVG. */
export function paintRoutes({ shown, layout }: Drawing, routes: readonly number[]): { lines: string; signs: string } {
  return paintLinks(
    { ...shown.scene, edges: routes.map((route) => shown.scene.edges[route]!) },
    { ...layout, routes: routes.map((route) => layout.routes[route]!) },
  );
}
