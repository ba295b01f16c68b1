import { type Advice, blockedWords, type Way } from '@surety/core/advice';
import { formatNumber, formatProbability } from './numbers.js';
import { verdictPaint } from './outcome.js';
import type { Style } from './style.js';
import { cleaned, wrap } from './text.js';

/** What would make one outcome supported, smallest first, and what would not. */
export function renderAdvice(
  found: Advice,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const { outcome, text, verdict, number, threshold, first, ways, insufficient, notes } = cleaned(found);
  const numbers =
    number === undefined || threshold === undefined
      ? ''
      : `, ${formatProbability(number)} of ${formatProbability(threshold)}`;
  const lines = [
    wrap(`${style.bold(outcome)}: ${text}`, width, '', '  '),
    `  ${verdictPaint(style, verdict)(verdict)}${numbers}`,
  ];
  const part = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push('', wrap(style.bold(title), width, '  '), ...items);
  };
  part(
    'To be done first, whatever else is done; below it counts as done',
    first.map((change) => wrap(change.text, width, '    - ', '      ')),
  );
  part(
    'Each of these makes it supported, the smallest first',
    ways.map((way, at) => wayLines(way, at + 1, width)),
  );
  part(
    'Not enough, however far it is taken',
    insufficient.map((one) => {
      return wrap(`${one.text}: still ${formatProbability(one.number)}${blockedWords(one)}`, width, '    - ', '      ');
    }),
  );
  lines.push(...notes.map((note) => wrap(note.text, width, '  - ', '    ')));
  return lines.join('\n');
}

function wayLines({ steps, size, number }: Way, rank: number, width: number): string {
  const mark = `    ${rank}. `;
  const rest = ' '.repeat(mark.length);
  return [
    ...steps.map(({ text }, at) => wrap(at === 0 ? text : `and ${text}`, width, at === 0 ? mark : rest, rest)),
    `${rest}size ${formatNumber(size)}, then ${formatProbability(number)} is held against the threshold`,
  ].join('\n');
}
