import type { Importance } from '@surety/core/doubt';
import { type Canvas, indent } from './canvas.js';
import { formatProbability, formatShare } from './numbers.js';
import { table } from './table.js';
import { shorten } from './text.js';

const most = 5;
const narrowestText = 12;

/** The leaves that most of the doubt hangs on, and what the claim's doubt would be if each failed or held. */
export function importanceLines(importance: readonly Importance[], { style, width, words }: Canvas): string[] {
  const right = 'right' as const;
  const columns = [
    { title: 'leaf' },
    { title: 'share of doubt', align: right },
    { title: 'if it fails', align: right },
    { title: 'if it holds', align: right },
    { title: '' },
  ];
  // What is left of a difference of equal numbers is no share.
  const telling = importance.filter(({ fussellVesely }) => fussellVesely > 1e-9);
  const shown = (telling.length > 0 ? telling : importance).slice(0, most);
  const rows = shown.map(({ leaf, fussellVesely, ifFails, ifHolds }) => {
    return [leaf, formatShare(fussellVesely), formatProbability(nearOne(ifFails)), formatProbability(ifHolds)];
  });
  const used = table(columns.slice(0, 4), rows, `${indent}${indent}`).map((line) => line.length);
  const room = width - Math.max(0, ...used) - 2;
  const withText = rows.map((row, at) => [
    ...row,
    room < narrowestText ? '' : shorten(words.leaf(shown[at]?.leaf ?? ''), room),
  ]);
  return table(columns, withText, `${indent}${indent}`, style.dim);
}

/** What rounding leaves of 1 is 1: to the side of caution. */
function nearOne(p: number): number {
  return p > 1 - 1e-12 ? 1 : p;
}
