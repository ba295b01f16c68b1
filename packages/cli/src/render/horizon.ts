import type { Verdict } from '@surety/core/doubt';
import { upperEnd } from '@surety/core/doubt';
import {
  axisNumber,
  axisWords,
  causeWords,
  type Flip,
  flipWords,
  type Horizon,
  type HorizonPoint,
  movesAlong,
  type OutcomeHorizon,
  todayWords,
} from '@surety/core/horizon';
import { formatProbability } from './numbers.js';
import { verdictPaint } from './outcome.js';
import type { Style } from './style.js';
import { cleaned, padStart, wrap } from './text.js';

const chartRows = 9;
const widestChart = 72;
/** A verdict as one character, so that no colour is needed. */
const letters: Readonly<Record<Verdict, string>> = {
  supported: '+',
  'not supported': 'x',
  undecided: '?',
  sketch: '~',
  'not quantified': '~',
};

/** For each outcome where its verdict turns and why, and a small chart. */
export function renderHorizon(found: Horizon, canvas: { readonly style: Style; readonly width: number }): string {
  const horizon = cleaned(found);
  const { style, width } = canvas;
  const { over, from, to, moved, follow, outcomes, notes } = horizon;
  const today = todayWords(horizon);
  const head = `Verdicts over ${axisWords(over)}, ${axisNumber(from)} to ${axisNumber(to)}${today === '' ? '' : ` (${today})`}`;
  const along = [
    ...(moved.length > 1 ? [`moved together: ${moved.join(', ')}`] : []),
    ...(follow.length > 0 ? [`moves along: ${follow.join(', ')}`] : []),
  ];
  return [
    [style.bold(head), ...along.map((line) => wrap(line, width, '  '))].join('\n'),
    ...outcomes.map((outcome) => outcomeBlock(outcome, horizon, canvas)),
    notes.map(({ text }) => wrap(text, width, '  - ', '    ')).join('\n'),
  ].join('\n\n');
}

function outcomeBlock(
  outcome: OutcomeHorizon,
  horizon: Horizon,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const { id, text, points, flips, standing } = outcome;
  const first = points[0]?.apart;
  const lines = [wrap(`${style.bold(id)}: ${text}`, width, '', '  ')];
  for (const reason of standing) lines.push(wrap(`At every value: ${reason.text}`, width, '  ', '    '));
  if (standing.length > 0 && first !== undefined) lines.push('  Apart from that:');
  if (flips.length === 0 && first !== undefined) lines.push(`  ${verdictPaint(style, first)(first)} throughout`);
  lines.push(...flips.flatMap((flip) => flipLines(flip, horizon, width, style)));
  return [...lines, ...(movesAlong(outcome) ? chart(outcome, horizon, width, style) : [])].join('\n');
}

function flipLines(flip: Flip, { over }: Horizon, width: number, style: Style): readonly string[] {
  const { before, after } = flip;
  const words = `${style.bold(flipWords(flip))}, ${after === 'supported' ? `${before} below` : `${after} above`}`;
  return [
    wrap(words, width, '  ', '    '),
    ...flip.becauseOf.map((cause) => wrap(causeWords(cause, over), width, '    - ', '      ')),
  ];
}

/** The declared doubt over the axis, as it is drawn in the picture: `*`, with the threshold as a line of dots. */
function chart(
  { points, threshold }: OutcomeHorizon,
  horizon: Horizon,
  width: number,
  style: Style,
): readonly string[] {
  const numbers = points.flatMap(({ doubt }) => (doubt === undefined ? [] : [upperEnd(doubt.declared)]));
  const all = [...numbers, ...(threshold === undefined ? [] : [threshold])].filter((value) => value > 0);
  if (numbers.length === 0 || all.length === 0) return [];
  const [low, high] = [Math.log10(Math.min(...all)), Math.log10(Math.max(...all))];
  const rowOf = (value: number) =>
    value <= 0 || high === low
      ? value <= 0
        ? 0
        : chartRows >> 1
      : Math.round(((Math.log10(value) - low) / (high - low)) * (chartRows - 1));
  const labels = Array.from({ length: chartRows }, (_, row) => {
    const at = row === 0 || row === chartRows - 1 ? 10 ** (low + ((high - low) * row) / (chartRows - 1)) : undefined;
    if (threshold !== undefined && rowOf(threshold) === row) return `threshold ${formatProbability(threshold)}`;
    return at === undefined ? '' : formatProbability(at);
  });
  const margin = Math.max(...labels.map((label) => label.length)) + 2;
  const columns = Math.min(widestChart, width - margin - 3);
  const shown = Array.from({ length: columns }, (_, column) => pointAt(points, column / (columns - 1), horizon));
  const rows = Array.from({ length: chartRows }, (_, down) => {
    const row = chartRows - 1 - down;
    const line = threshold !== undefined && rowOf(threshold) === row ? '·' : ' ';
    const cells = shown.map((point) =>
      point?.doubt !== undefined && rowOf(upperEnd(point.doubt.declared)) === row ? '*' : line,
    );
    return `${padStart(labels[row]!, margin)} ${style.dim('|')}${cells.join('').trimEnd()}`;
  });
  const strip = shown.map((point) => (point === undefined ? ' ' : letters[point.apart])).join('');
  const [left, right] = [axisNumber(horizon.from), axisNumber(horizon.to)];
  const gap = Math.max(1, columns - left.length - right.length);
  const used = [...new Set(points.map(({ apart }) => apart))].map((verdict) => `${letters[verdict]} ${verdict}`);
  return [
    ...rows,
    `${padStart('verdict', margin)} ${style.dim('|')}${strip}`,
    `${' '.repeat(margin + 2)}${left}${' '.repeat(gap)}${right}`,
    `${' '.repeat(margin + 2)}${style.dim(`* declared doubt   ${used.join('   ')}`)}`,
  ];
}

/** The last point at or below a place of the axis. */
function pointAt(
  points: readonly HorizonPoint[],
  share: number,
  { from, to, scale }: Horizon,
): HorizonPoint | undefined {
  const value = scale === 'log' ? from * (to / from) ** share : from + share * (to - from);
  // Places are shown, not computed with: a hair's breadth must not hide the last point.
  return points.findLast((point) => point.value <= value * (1 + 1e-9));
}
