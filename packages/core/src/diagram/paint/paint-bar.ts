import { barHeight } from '../text/proportions.js';
import type { Tone } from '../types.js';
import { px } from './print-number.js';

/** A bar on its track, filled up to a level from 0 to 1; `y` is its middle. */
export function paintBar(
  tone: Tone,
  level: number,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): string {
  // Round ends stand out by half the height.
  const [left, span] = [x + barHeight / 2, width - barHeight];
  const filled = span * Math.min(1, Math.max(0, level));
  const line = (name: string, length: number): string =>
    `<path class="${name}" d="M${px(left)} ${px(y)}h${px(length)}"/>`;
  return line('track', span) + line(`bar ${tone}`, filled);
}
