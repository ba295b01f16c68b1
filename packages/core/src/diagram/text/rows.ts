import type { SceneNode, Tone } from '../types.js';
import { cleanLine } from './clean.js';
import type { Line } from './fill.js';
import { piecesOf } from './pieces.js';
import { awayHeight, awaySign, barHeight, nameFont, pill, smallFont } from './proportions.js';
import { oneLine, wrap } from './wrap.js';

/** A row of a node's text: one line, or some tags. */
export interface Row {
  readonly look: 'name' | 'text' | 'tag' | 'doubt' | 'away';
  readonly width: number;
  readonly height: number;
  /** From the top of the row. */
  readonly baseline: number;
  /** From the left of the row. */
  readonly items: readonly { readonly line: Line; readonly x: number; readonly tone?: Tone }[];
  readonly rtl: boolean;
}

/** Text in rows of 20 pixels holds the ascent and the descent of the font. */
export const rowHeight = 20;
const mostTags = 8;

/** The name, on at most two lines. */
export function nameRows(node: SceneNode, most: number): Row[] {
  const name = cleanLine(node.name);
  const lines = wrap(piecesOf([name], nameFont, most), nameFont, { preferred: most, most, lines: 2 });
  return lines.map((line) => textRow('name', line, isRightToLeft(name)));
}

export function textRow(look: 'name' | 'text', line: Line, rtl: boolean): Row {
  return { look, width: line.width, height: rowHeight, baseline: 14.4, items: [{ line, x: 0 }], rtl };
}

/** Tags as pills, side by side where there is room. */
export function tagRows(node: SceneNode, most: number): readonly Row[] {
  const rows: Row[] = [];
  const more = node.tags.length - mostTags;
  const tags =
    more > 0 ? [...node.tags.slice(0, mostTags), { text: `and ${more} more`, tone: 'plain' as const }] : node.tags;
  for (const { text, tone } of tags) {
    const line = oneLine(cleanLine(text), smallFont, most - 2 * pill.padding);
    const width = line.width + 2 * pill.padding;
    const last = rows.at(-1);
    const room = last === undefined ? 0 : most - last.width - 5;
    const x = last !== undefined && width <= room ? last.width + 5 : 0;
    const items = [...(x > 0 ? last!.items : []), { line, x: x + pill.padding, tone }];
    const row: Row = { look: 'tag', width: x + width, height: 22, baseline: 4 + pill.baseline, items, rtl: false };
    if (x > 0) rows[rows.length - 1] = row;
    else rows.push(row);
  }
  return rows;
}

/** The doubt in words; its bar stands at the foot of the row. */
export function doubtRows({ doubt }: SceneNode, most: number): readonly Row[] {
  if (doubt === undefined) return [];
  const line = oneLine(`doubt ${cleanLine(doubt.text)}`, smallFont, most);
  const items = [{ line, x: 0, tone: doubt.tone }];
  return [
    { look: 'doubt', width: Math.max(line.width, 72), height: 24 + barHeight, baseline: 16.5, items, rtl: false },
  ];
}

/** The module of an away element. */
export function awayRows({ away }: SceneNode, most: number): readonly Row[] {
  if (away === undefined) return [];
  const x = awaySign.width + awaySign.gap;
  const line = oneLine(cleanLine(away), smallFont, most - x);
  return [{ look: 'away', width: x + line.width, height: awayHeight, baseline: 18, items: [{ line, x }], rtl: false }];
}

/** What tells a direction: letters of scripts that are written from right to left, and letters of all others. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const telling = /[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u{1efff}\u{20000}-\u{3ffff}]/u;

const plain = /^[ -~]*$/;

/** Whether the first letter belongs to a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  if (plain.test(text)) return false;
  const first = telling.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}
