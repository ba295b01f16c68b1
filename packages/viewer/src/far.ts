import type { Box, Point } from '@surety/core/diagram';
import type { Drawing } from './drawing.js';
import { htmlElement } from './elements.js';

/** What is drawn from afar, where no text can be read: boxes and lines as bare rectangles, tens of thousands in one frame. */
export interface Far {
  readonly element: HTMLCanvasElement;
  readonly draw: (drawing: Drawing, seen: FarSeen) => void;
  /** Puts what is drawn at a place of the sheet, in pixels of it. */
  readonly put: (place: Box) => void;
  readonly clear: () => void;
}

export interface FarSeen {
  readonly area: Box;
  readonly scale: number;
  readonly items: readonly number[];
  readonly routes: readonly number[];
  readonly isFound: (item: number) => boolean;
  /** Drawn faintly are those that are not found. */
  readonly faintOthers: boolean;
}

/** Pixels of the canvas at the most: on screens with more than one to a pixel of the page it is drawn less sharply. */
const mostPixels = 8e6;
/** Pixels of the screen from which a box has an outline. */
const leastOutlined = 5;

export function farCanvas(): Far {
  const element = htmlElement('canvas', { class: 'v-far', 'aria-hidden': 'true' });
  const clear = () => {
    element.width = 0;
    element.height = 0;
    element.hidden = true;
  };
  clear();
  return {
    element,
    clear,
    put: ({ x, y, width, height }) => {
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      element.style.transform = `translate(${x}px,${y}px)`;
    },
    draw: ({ shown, layout }, { area, scale, items, routes, isFound, faintOthers }) => {
      const [width, height] = [area.width * scale, area.height * scale];
      const ratio = Math.min(devicePixelRatio, Math.sqrt(mostPixels / (width * height)));
      element.hidden = false;
      element.width = Math.ceil(width * ratio);
      element.height = Math.ceil(height * ratio);
      const context = element.getContext('2d', { alpha: true });
      if (context === null) return;
      const style = getComputedStyle(element);
      const colour = (name: string) => style.getPropertyValue(name).trim();
      const [line, surface, open] = [colour('--line'), colour('--surface'), colour('--open')];
      const zoom = scale * ratio;
      context.setTransform(zoom, 0, 0, zoom, -area.x * zoom, -area.y * zoom);
      const pixel = 1 / scale;
      context.fillStyle = line;
      for (const route of routes) fillLine(context, layout.routes[route]!.points, pixel);
      for (const item of items) {
        const { body } = shown.scene.nodes[item]!;
        const box = layout.boxes[item]!;
        const [x, y] = [box.x + body.x, box.y + body.y];
        const found = isFound(item);
        context.globalAlpha = faintOthers && !found ? 0.35 : 1;
        context.fillStyle = found ? open : line;
        context.fillRect(x, y, Math.max(body.width, pixel), Math.max(body.height, pixel));
        if (found || body.width * scale < leastOutlined) continue;
        context.fillStyle = surface;
        context.fillRect(x + pixel, y + pixel, body.width - 2 * pixel, body.height - 2 * pixel);
      }
      context.globalAlpha = 1;
    },
  };
}

/** Lines are level or upright: each stretch is a rectangle, which is drawn many times faster than a stroke. */
function fillLine(context: CanvasRenderingContext2D, points: readonly Point[], pixel: number): void {
  for (let at = 1; at < points.length; at++) {
    const [from, to] = [points[at - 1]!, points[at]!];
    const [width, height] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    if (width < pixel / 4 && height < pixel / 4) continue;
    context.fillRect(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(width, pixel), Math.max(height, pixel));
  }
}
