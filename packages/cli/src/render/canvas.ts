import type { Style } from './style.js';
import { wrap } from './text.js';
import type { Words } from './words.js';

/** What the parts of an assessment are drawn with. */
export interface Canvas {
  readonly style: Style;
  readonly width: number;
  readonly words: Words;
}

export const indent = '  ';

/** A titled part of an outcome's block; nothing where it has no lines. */
export function section(title: string, lines: readonly string[], { style }: Canvas): readonly string[] {
  return lines.length === 0 ? [] : [`${indent}${style.bold(title)}`, ...lines];
}

/** One point of a section. */
export function bullet(text: string, { width }: Canvas, mark = '-'): string {
  return wrap(text, width, `${indent}${indent}${mark} `, `${indent}${indent}  `);
}

/** The first lines of many, and how many more there are. */
export function firstOf(lines: readonly string[], most: number, canvas: Canvas): readonly string[] {
  // One line is not worth being replaced by another that says so.
  if (lines.length <= most + 1) return lines;
  return [...lines.slice(0, most), bullet(`and ${lines.length - most} more (all of them: --json)`, canvas)];
}
