import { type Shape, wrappedText } from '../kit/index.js';
import { badge } from './badge.js';
import { GRID } from './grid.js';
import type { SystemBox } from './picture.js';

/** What a box shows, drawn with its corner at the origin. */
export interface BoxContent {
  readonly box: SystemBox;
  /** A multiple of the grid, with room for a port of every line at one side. */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const leastWidth = 26 * GRID;
const pad = 12;

/** @param lines how many lines begin or end at the box */
export function boxContent(box: SystemBox, lines: number): BoxContent {
  const width = Math.max(leastWidth, (lines + 4) * GRID);
  const shapes: Shape[] = [...badge(box.kind, pad + 12, pad + 14)];
  let y = pad;
  const write = (text: string, left: number, style: Parameters<typeof wrappedText>[0] | object, lines: number) => {
    const small = 'small' in style;
    const set = wrappedText({ ...style, text, x: left, y: y + (small ? 12 : 16) }, width - left - pad, lines);
    shapes.push(...set.shapes);
    y += set.height;
  };
  write(box.id, pad + 32, { weight: 'semibold' }, 2);
  write(box.kind, pad + 32, { small: true, tone: 'soft' }, 1);
  y += 4;
  for (const fact of box.facts) write(fact, pad, { small: true }, 2);
  for (const { trusted, text } of box.trust) write(text, pad, { small: true, tone: trusted ? 'good' : 'bad' }, 3);
  if (box.mark !== undefined) {
    y += 4;
    write(box.mark.text, pad, { small: true, weight: 'semibold' }, 4);
  }
  return { box, width, height: y + pad - 4, shapes };
}
