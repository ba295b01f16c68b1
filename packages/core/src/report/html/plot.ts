import type { Lane, Plot } from '../document.js';
import { escapeHtml } from './escape.js';

/** Heights in pixels; widths are shares of whatever room there is, so that text keeps its size on every screen. */
const top = 20;
const laneHeight = 38;
const lineAt = 24;
const axisHeight = 22;

/** Doubts on a logarithmic axis, each in a lane of its own so that labels never meet. */
export function printPlot({ alternative, ticks, threshold, lanes }: Plot): string {
  const bottom = top + lanes.length * laneHeight;
  const limit =
    threshold === undefined
      ? ''
      : `<rect class="beyond" x="${percent(threshold.at)}" y="${top - 4}" width="${percent(1 - threshold.at)}" height="${bottom - top + 4}"/>` +
        `<line class="threshold" x1="${percent(threshold.at)}" x2="${percent(threshold.at)}" y1="${top - 4}" y2="${bottom}"/>` +
        `<text class="limit" x="${percent(threshold.at)}" y="11" text-anchor="${anchorAt(threshold.at)}">${escapeHtml(threshold.label)}</text>`;
  const marks = ticks
    .map(
      ({ at, label }) =>
        `<line class="tick" x1="${percent(at)}" x2="${percent(at)}" y1="${bottom}" y2="${bottom + 4}"/>${label === '' ? '' : `<text class="axis" x="${percent(at)}" y="${bottom + 17}" text-anchor="${anchorAt(at, 0.01)}">${escapeHtml(label)}</text>`}`,
    )
    .join('');
  return `<figure class="plot"><svg role="img" aria-label="${escapeHtml(alternative)}" width="100%" height="${bottom + axisHeight}">
<line class="tick" x1="0%" x2="100%" y1="${bottom}" y2="${bottom}"/>${marks}${limit}
${lanes.map((lane, at) => printLane(lane, top + at * laneHeight)).join('\n')}
</svg><figcaption>Doubt per window, logarithmic axis${threshold === undefined ? '' : '; shaded: above the threshold'}</figcaption></figure>`;
}

function printLane({ name, label, spread: words, from, to, band }: Lane, y: number): string {
  const range =
    words === undefined
      ? ''
      : `<text class="label range" x="100%" y="${y + 12}" text-anchor="end">${escapeHtml(words)}</text>`;
  const line = y + lineAt;
  const spread =
    band === undefined
      ? ''
      : `<line class="band ${name}" x1="${percent(band.from)}" x2="${percent(band.to)}" y1="${line}" y2="${line}"/>`;
  const interval =
    from === to
      ? ''
      : `<line class="interval ${name}" x1="${percent(from)}" x2="${percent(to)}" y1="${line}" y2="${line}"/>`;
  return `<line class="lane" x1="0%" x2="100%" y1="${line}" y2="${line}"/>${spread}${interval}${markOf(name, to, line)}<text class="label" x="0%" y="${y + 12}">${escapeHtml(label)}</text>${range}`;
}

function markOf(name: Lane['name'], at: number, y: number): string {
  if (name !== 'bound') return `<circle class="mark ${name}" cx="${percent(at)}" cy="${y}" r="5"/>`;
  return `<svg class="over" x="${percent(at)}" y="${y}"><path class="mark bound" d="M0 -6L6 0L0 6L-6 0Z"/></svg>`;
}

function anchorAt(at: number, edge = 0.2): 'start' | 'middle' | 'end' {
  return at < edge ? 'start' : at > 1 - edge ? 'end' : 'middle';
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
