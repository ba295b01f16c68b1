import { wrapText } from '../../diagram/index.js';
import type { Shape, TextShape } from './shapes.js';

const lineHeight = { normal: 20, small: 16 };

/** A text over several lines, the first baseline at `y`; the last ends in `…` where there are more than `lines`. */
export function wrappedText(
  shape: Omit<TextShape, 'kind'>,
  width: number,
  lines = 4,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const { small, weight = 'regular' } = shape;
  const step = small === true ? lineHeight.small : lineHeight.normal;
  const rows = wrapText(shape.text, { weight, size: small === true ? 12 : 14 }, width, lines);
  return {
    shapes: rows.map((text, at) => ({ ...shape, kind: 'text', text, y: shape.y + at * step })),
    height: rows.length * step,
  };
}
