import type { Point, SceneEdge } from '../types.js';
import { px } from './print-number.js';
import { direction } from './route.js';

/** How a link ends: path data, the class that fills or hollows it, and how many pixels of the line it stands for. */
export interface Arrowhead {
  readonly look: 'head' | 'hollow-head' | 'open-head' | 'none';
  readonly path: string;
  readonly covers: number;
}

export const noHead: Arrowhead = { look: 'none', path: '', covers: 0 };

export const headLength = 10;
const half = 4;
const dot = 3;

/** The head of GSN for a kind of link at the end of its route. */
export function arrowheadOf(kind: SceneEdge['kind'], points: readonly Point[]): Arrowhead {
  const { x, y } = points.at(-1)!;
  const along = direction(points);
  const tip = `${px(x)} ${px(y)}`;
  /** From the tip so far back and to one side; from there across to the other side. */
  const back = (far: number, aside: number): string =>
    `${px(-along.x * far - along.y * aside)} ${px(-along.y * far + along.x * aside)}`;
  const across = (aside: number): string => `${px(along.y * 2 * aside)} ${px(-along.x * 2 * aside)}`;
  const triangle = `M${tip}l${back(headLength, half)}l${across(half)}z`;
  switch (kind) {
    case 'supportedBy':
    case 'uses':
      return { look: 'head', path: triangle, covers: headLength - 1 };
    case 'inContextOf':
      return { look: 'hollow-head', path: triangle, covers: headLength };
    case 'challenges':
    case 'challenges link':
      return { look: 'open-head', path: `M${tip}l${back(9, 5)}M${tip}l${back(9, -5)}`, covers: 1 };
    case 'answeredBy': {
      const [left, middle] = [px(x - along.x * dot - dot), px(y - along.y * dot)];
      return {
        look: 'head',
        path: `M${left} ${middle}a${dot} ${dot} 0 1 1 ${2 * dot} 0a${dot} ${dot} 0 1 1 ${-2 * dot} 0z`,
        covers: 2 * dot,
      };
    }
    case 'confidence':
      return noHead;
  }
}
