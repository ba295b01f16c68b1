import type { SubsystemKind } from '../../case/index.js';
import { textWidth } from '../../diagram/index.js';
import type { Shape } from '../kit/index.js';
import { badge } from './badge.js';
import { lineLooks } from './line-looks.js';
import type { SystemPicture } from './picture.js';

const rowHeight = 32;
const sample = 36;

/** What the lines and badges of this picture mean, in rows of a width. */
export function legend(
  { boxes, lines }: SystemPicture,
  left: number,
  top: number,
  width: number,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const kinds: readonly SubsystemKind[] = ['model', 'monitor', 'humans', 'users', 'tool', 'infrastructure'];
  const items = [
    ...(['watches', 'writes', 'reads'] as const)
      .filter((kind) => lines.some((line) => line.kind === kind))
      .map((kind) => ({
        text: kind,
        draw: (x: number, y: number): readonly Shape[] => [
          {
            kind: 'line',
            points: [
              { x, y },
              { x: x + sample - 8, y },
            ],
            arrow: true,
            ...lineLooks[kind],
          },
        ],
      })),
    ...kinds
      .filter((kind) => boxes.some((box) => box.kind === kind))
      .map((kind) => ({ text: kind, draw: (x: number, y: number) => badge(kind, x + 14, y) })),
  ];
  const shapes: Shape[] = [];
  let [x, y] = [left, top];
  for (const { text, draw } of items) {
    const wide = sample + textWidth(text, 'regular', 12) + 24;
    if (x > left && x + wide > left + width) [x, y] = [left, y + rowHeight];
    shapes.push(...draw(x, y + rowHeight / 2), {
      kind: 'text',
      text,
      x: x + sample,
      y: y + rowHeight / 2 + 4,
      small: true,
      tone: 'soft',
    });
    x += wide;
  }
  return { shapes, height: items.length === 0 ? 0 : y + rowHeight - top + 8 };
}
