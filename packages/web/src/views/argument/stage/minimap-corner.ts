import type { Box } from '@surety/core/diagram';
import type { Size, View } from '@surety/viewer';

/** How far the small picture stands from the edges of the window. */
const edge = 12;

/** Where at the right edge the small picture covers nothing of the picked element; undefined: nowhere. */
export function minimapCorner(
  picked: Box | undefined,
  { x, y, scale }: View,
  port: Size,
  { width, height }: Size,
): 'bottom' | 'top' | undefined {
  if (picked === undefined) return 'bottom';
  const right = (picked.x + picked.width - x) * scale;
  const [top, bottom] = [(picked.y - y) * scale, (picked.y + picked.height - y) * scale];
  const isBeside = right < port.width - edge - width || (picked.x - x) * scale > port.width;
  if (isBeside || bottom < port.height - edge - height || top > port.height) return 'bottom';
  return top > edge + height ? 'top' : undefined;
}
