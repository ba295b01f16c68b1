import type { Shown, ShownColumn } from '@surety/evidence';
import { formatNumber } from './numbers.js';
import type { Style } from './style.js';
import { cleaned, counted, shorten, wrap } from './text.js';

interface View {
  readonly style: Style;
  readonly width: number;
}

/** What an evaluation log holds, for people. */
export function renderShown(dirty: Shown, view: View): string {
  const shown = cleaned(dirty);
  const { style, width } = view;
  const {
    file,
    reader,
    digest,
    size,
    status,
    task,
    models,
    rows,
    samples,
    epochs,
    claimed,
    flawed,
    scores,
    fields,
    notes,
    excluded,
  } = shown;
  const facts = [
    ['reader', `${reader}, ${size} bytes`],
    ['digest', digest],
    ['run', [status, task].filter((part) => part !== undefined).join(', ')],
    ['models', models.length === 0 ? 'not stated' : models.join(', ')],
    ['rows', `${rows} (${counted(samples, 'sample')}, up to ${counted(epochs, 'epoch')} each)`],
    ['claimed', claimedWords(claimed)],
    ['flawed', flawedWords(flawed)],
    ['counted', countedWords(rows, excluded)],
  ] as const;
  const blocks = [
    [
      style.bold(file),
      ...facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => wrap(text, width, `  ${name.padEnd(8)}`, ' '.repeat(10))),
    ],
    columnsBlock('Scores', scores, view),
    columnsBlock('Fields', fields, view),
    notes.length === 0 ? [] : [style.bold('Notes'), ...notes.map((note) => wrap(note, width, '  - ', '    '))],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What stands as it is, and what a counting policy decides about. */
function countedWords(rows: number, { rows: left, reasons }: Shown['excluded']): string {
  if (left === 0) return `all ${rows}`;
  const why = reasons.map(({ reason, rows: each }) => `${each} ${reason}`).join(', ');
  return `${rows - left} as they stand; ${left} only by a counting policy: ${why}`;
}

function flawedWords({ any, error, limit, invalid, refused, partial }: Shown['flawed']): string {
  if (any === 0) return 'none';
  const rare = [refused === 0 ? '' : `${refused} refused`, partial === 0 ? '' : `${partial} not run to the end`];
  const kinds = [`${error} with an error`, `${limit} cut by a limit`, `${invalid} invalid`, ...rare];
  return `${any}: ${kinds.filter((kind) => kind !== '').join(', ')}`;
}

function claimedWords({ total, completed, dataset, metrics }: Shown['claimed']): string {
  return [
    total === undefined ? '' : `${total} samples`,
    completed === undefined ? '' : `${completed} completed`,
    dataset === undefined ? '' : `of a data set of ${dataset}`,
    ...metrics.map(({ scorer, of, reducer, group, name, value }) =>
      [
        of === undefined ? scorer : `${of}.${scorer}`,
        reducer === undefined ? '' : `(${reducer})`,
        group ?? '',
        name,
        value === null ? 'not a number' : formatNumber(value),
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const mostColumns = 40;
const mostValues = 5;

function columnsBlock(title: string, columns: readonly ShownColumn[], { style, width }: View): string[] {
  if (columns.length === 0) return [];
  const lines = columns
    .slice(0, mostColumns)
    .map((column) => wrap(`${style.bold(column.name)} ${columnWords(column)}`, width, '  ', '    '));
  const more = columns.length - mostColumns;
  return [style.bold(title), ...lines, ...(more > 0 ? [`  and ${more} more (all of them: --json)`] : [])];
}

function columnWords({ absent, values, distinct, numeric }: ShownColumn): string {
  const often = values.slice(0, mostValues).map(({ value, rows }) => `${shorten(String(value), 30)} × ${rows}`);
  const rest = distinct - often.length;
  const counts = `${often.join(', ')}${rest > 0 ? `, ${rest} other ${rest === 1 ? 'value' : 'values'}` : ''}`;
  const range =
    numeric === undefined
      ? ''
      : `; ${formatNumber(numeric.min)} to ${formatNumber(numeric.max)}, mean ${formatNumber(numeric.mean)}`;
  return `${counts}${range}${absent === 0 ? '' : `; absent in ${absent}`}`;
}
