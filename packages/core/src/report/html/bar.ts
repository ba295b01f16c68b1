import type { Stretch } from '../document.js';
import { percent } from './percent.js';

/** Bars that repeat what the text beside them says. */

export function printShare(share: number): string {
  return `<svg class="share" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="fill" width="${percent(share)}" height="100%"/></svg>`;
}

export function printStretch({ from, to, now, threshold }: Stretch): string {
  const limit =
    threshold === undefined
      ? ''
      : `<line class="threshold" x1="${percent(threshold)}" x2="${percent(threshold)}" y1="0%" y2="100%"/>`;
  // A bar that is too short to be seen would look like none.
  const width = Math.max(to - from, 0.006);
  return `<svg class="stretch" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="fill" x="${percent(from)}" width="${percent(width)}" height="100%"/><line class="now" x1="${percent(now)}" x2="${percent(now)}" y1="0%" y2="100%"/>${limit}</svg>`;
}
