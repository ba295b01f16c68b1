import { formatProbability } from '@surety/core/case';
import type { ChangedTrial, Comparison } from '@surety/evidence';
import type { Style } from './style.js';
import { table } from './table.js';
import { cleaned, counted, shorten, wrap } from './text.js';

/** One side as it is shown and printed. */
export interface ComparedRun {
  readonly file: string;
  readonly reader: string;
  readonly rows: number;
  readonly models: readonly string[];
}

interface View {
  readonly style: Style;
  readonly width: number;
  readonly quiet: boolean;
}

interface Runs {
  readonly a: ComparedRun;
  readonly b: ComparedRun;
}

const mostListed = 50;

/** Two runs side by side, for people: the table, what it is worth, and which trials changed. */
export function renderComparison(dirtyRuns: Runs, dirty: Comparison, view: View): string {
  const [runs, compared] = [cleaned(dirtyRuns), cleaned(dirty)];
  const { style, width } = view;
  const became = compared.changed.filter(({ becomes }) => becomes === 'event');
  const ceased = compared.changed.filter(({ becomes }) => becomes === 'no event');
  const blocks = [
    [sideLine('A', runs.a, view), sideLine('B', runs.b, view)],
    [
      wrap(`Event: ${style.bold(compared.success)}, ${compared.unit} by ${compared.unit}`, width, '', '  '),
      ...fourfold(compared, style),
    ],
    verdict(compared, became.length, ceased.length).map((line) => wrap(line, width, '', '  ')),
    changes('Events in B that were none in A', became, view),
    changes('Events in A that are none in B', ceased, view),
    changes('Flawed in either, not counted', compared.flawed, view),
    names('Only in A', compared.onlyInA, view),
    names('Only in B', compared.onlyInB, view),
    compared.notes.length === 0
      ? []
      : [style.bold('Notes'), ...compared.notes.map((note) => wrap(note, width, '  - ', '    '))],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function sideLine(name: string, { file, reader, rows, models }: ComparedRun, { style, width }: View): string {
  const who = models.length === 0 ? '' : `, ${models.join(', ')}`;
  return wrap(`${style.bold(name)}  ${file}: ${reader}, ${counted(rows, 'row')}${who}`, width, '', '   ');
}

function fourfold({ table: { both, onlyA, onlyB, neither } }: Comparison, style: Style): string[] {
  const columns = [
    { title: '' },
    { title: 'event in B', align: 'right' },
    { title: 'none in B', align: 'right' },
  ] as const;
  const rows = [
    ['event in A', String(both), String(onlyA)],
    ['none in A', String(onlyB), String(neither)],
  ];
  return table(columns, rows, '  ', style.dim);
}

function verdict(
  { test, table: { onlyA, onlyB }, flawed, otherValue, unit }: Comparison,
  became: number,
  ceased: number,
): string[] {
  const changed = onlyA + onlyB;
  const lines =
    changed === 0
      ? [`No ${unit} changed its outcome.`]
      : [
          `${counted(changed, unit)} changed: ${became} became an event, ${ceased} ceased to be one. If both runs had the same rate, a split at least as lopsided would have probability ${formatProbability(test.twoSided)} (exact McNemar test, two-sided; toward more events in B ${formatProbability(test.more)}, toward fewer ${formatProbability(test.fewer)}).`,
        ];
  if (flawed.length > 0)
    lines.push(
      `Whatever the flawed ones (${flawed.length}) were, that probability lies from ${formatProbability(test.flawedRange[0])} to ${formatProbability(test.flawedRange[1])}.`,
    );
  if (otherValue > 0) lines.push(`${counted(otherValue, unit)} kept the outcome with another value.`);
  return lines;
}

function changes(title: string, trials: readonly ChangedTrial[], { style, width }: View): string[] {
  if (trials.length === 0) return [];
  const line = ({ sample, epoch, a, b }: ChangedTrial) =>
    wrap(
      `${sample}${epoch === undefined ? '' : ` epoch ${epoch}`}  ${style.dim(`${shorten(a, 40)} → ${shorten(b, 40)}`)}`,
      width,
      '  ',
      '      ',
    );
  return [style.bold(`${title} (${trials.length})`), ...trials.slice(0, mostListed).map(line), ...rest(trials.length)];
}

function names(title: string, all: readonly string[], { style, width }: View): string[] {
  if (all.length === 0) return [];
  return [
    style.bold(`${title} (${all.length})`),
    wrap(all.slice(0, mostListed).join(', '), width, '  '),
    ...rest(all.length),
  ];
}

function rest(length: number): string[] {
  return length > mostListed ? [`  and ${length - mostListed} more (all of them: --json)`] : [];
}
