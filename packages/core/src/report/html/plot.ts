import type { Lane, Plot } from '../plot-type.js';
import { escapeHtml } from './escape.js';
import { percent } from './percent.js';

/** Heights in pixels; widths are shares of whatever room there is, so that text keeps its size on every screen. */
const glance = { top: 16, bottom: 66, axis: 20 };
const lanesTop = 18;
/** Of one among several lanes, and of one that has the drawing for itself. */
const oneOfSeveral = { height: 40, line: 30, hill: 15 };
const alone = { height: 78, line: 68, hill: 50 };
type Room = typeof alone;

/** All that is known of a number, on one line: for the first screen. */
export function printGlance(plot: Plot): string {
  const { top, bottom } = glance;
  const middle = plot.density === undefined ? (top + bottom) / 2 : bottom - 12;
  return svgOf(plot, bottom, [
    limitOf(plot, top, bottom),
    hillOf(plot, top + 2, middle),
    `<line class="lane" x1="0%" x2="100%" y1="${middle}" y2="${middle}"/>`,
    ...plot.lanes.map((lane) => `${bandsOf(lane, middle)}${markOf(lane, middle)}`).reverse(),
    limitLabel(plot),
  ]);
}

/** Each doubt in a lane of its own, with its label above it; the threshold is drawn beside the lines only, so that it crosses no label. */
export function printPlot(plot: Plot): string {
  const room = plot.lanes.length === 1 ? alone : oneOfSeveral;
  const bottom = lanesTop + plot.lanes.length * room.height;
  const figure = svgOf(plot, bottom, [
    ...plot.lanes.map((lane, at) => printLane(plot, lane, lanesTop + at * room.height, room)),
    limitLabel(plot),
  ]);
  const shaded = plot.threshold === undefined ? '' : '; shaded: above the threshold';
  return `<figure class="plot">${figure}<figcaption>Doubt per window, logarithmic axis${shaded}</figcaption></figure>`;
}

function svgOf({ alternative, ticks }: Plot, bottom: number, parts: readonly string[]): string {
  const marks = ticks.map(
    ({ at, label }) =>
      `<line class="tick" x1="${percent(at)}" x2="${percent(at)}" y1="${bottom}" y2="${bottom + 4}"/>${label === '' ? '' : `<text class="axis" x="${percent(at)}" y="${bottom + 16}" text-anchor="${anchorAt(at, 0.04)}">${escapeHtml(label)}</text>`}`,
  );
  return `<svg role="img" aria-label="${escapeHtml(alternative)}" width="100%" height="${bottom + glance.axis}">
<line class="tick" x1="0%" x2="100%" y1="${bottom}" y2="${bottom}"/>${marks.join('')}
${parts.filter((part) => part !== '').join('\n')}
</svg>`;
}

function limitOf({ threshold }: Plot, top: number, bottom: number): string {
  if (threshold === undefined) return '';
  const at = percent(threshold.at);
  return `<rect class="beyond" x="${at}" y="${top}" width="${percent(1 - threshold.at)}" height="${bottom - top}"/><line class="threshold" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/>`;
}

function limitLabel({ threshold }: Plot): string {
  if (threshold === undefined) return '';
  return `<text class="limit" x="${percent(threshold.at)}" y="11" text-anchor="${anchorAt(threshold.at)}">${escapeHtml(threshold.label)}</text>`;
}

function printLane(plot: Plot, lane: Lane, y: number, room: Room): string {
  const line = y + room.line;
  const range =
    lane.spread === undefined
      ? ''
      : `<text class="label range" x="100%" y="${y + 11}" text-anchor="end">${escapeHtml(lane.spread)}</text>`;
  const hill = lane.name === 'declared' ? hillOf(plot, line - room.hill, line) : '';
  return `${limitOf(plot, line - 9, line + 9)}${hill}<line class="lane" x1="0%" x2="100%" y1="${line}" y2="${line}"/>${bandsOf(lane, line)}${markOf(lane, line)}<text class="label" x="0%" y="${y + 11}">${escapeHtml(lane.label)}</text>${range}`;
}

/** The spread of the declared doubt as a hill on the line. Its own coordinates are stretched to the width there is. */
function hillOf({ density }: Plot, top: number, bottom: number): string {
  if (density === undefined || density.length < 2) return '';
  const points = density.map(({ at, height }) => `L${(1000 * at).toFixed(1)} ${(100 - 100 * height).toFixed(1)}`);
  const first = (1000 * (density[0]?.at ?? 0)).toFixed(1);
  const last = (1000 * (density.at(-1)?.at ?? 1)).toFixed(1);
  return `<svg class="hill" y="${top}" width="100%" height="${bottom - top}" viewBox="0 0 1000 100" preserveAspectRatio="none"><path d="M${first} 100${points.join('')}L${last} 100Z"/></svg>`;
}

function bandsOf({ name, from, to, band }: Lane, y: number): string {
  const line = (look: string, x1: number, x2: number) =>
    `<line class="${look} ${name}" x1="${percent(x1)}" x2="${percent(x2)}" y1="${y}" y2="${y}"/>`;
  return `${band === undefined ? '' : line('band', band.from, band.to)}${from === to ? '' : line('interval', from, to)}`;
}

function markOf({ name, to }: Lane, y: number): string {
  if (name !== 'bound') return `<circle class="mark ${name}" cx="${percent(to)}" cy="${y}" r="5"/>`;
  return `<svg class="over" x="${percent(to)}" y="${y}"><path class="mark bound" d="M0 -6L6 0L0 6L-6 0Z"/></svg>`;
}

function anchorAt(at: number, edge = 0.14): 'start' | 'middle' | 'end' {
  return at < edge ? 'start' : at > 1 - edge ? 'end' : 'middle';
}
