import type { InteractionAssessment, Macrosystem, OutcomeMacrosystem, PartSet } from '@surety/core/macrosystem';
import { partsInWords } from '@surety/core/macrosystem';
import { formatDoubt, formatProbability } from './numbers.js';
import type { Style } from './style.js';
import { table } from './table.js';
import { counted, listed, wrap } from './text.js';

interface Page {
  readonly style: Style;
  readonly width: number;
}

const indent = '  ';
const mostLeaves = 6;

/** What must go wrong together for each outcome, and below it how each interaction is settled. */
export function renderMacrosystem(
  { outcomes, interactions }: Pick<Macrosystem, 'outcomes' | 'interactions'>,
  most: number,
  page: Page,
): string {
  return outcomes
    .map((outcome) =>
      [
        ...outcomeLines(outcome, most, page),
        ...interactionLines(
          interactions.filter((one) => one.outcome === outcome.outcome),
          page,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}

function outcomeLines(found: OutcomeMacrosystem, most: number, page: Page): readonly string[] {
  const { style, width } = page;
  const { outcome, text, claim, sets, larger, count, complete, largerComplete, doubt } = found;
  const head = wrap(`${style.bold(outcome)}: ${text}`, width, '', indent);
  if (claim === undefined) return [head, `${indent}No claim, so there is nothing to go wrong.`];
  const total = count === undefined ? 'too many to count' : counted(count, 'minimal set');
  const lines = [
    head,
    `${indent}${style.bold('What must go wrong together')} (${total})`,
    ...setLines(sets, most, page),
  ];
  if (!complete) lines.push(wrap('Not all minimal sets are listed.', width, indent));
  if (larger.length > 0) {
    lines.push(
      `${indent}${style.bold('Larger sets, with ways of their own')} (${largerComplete ? '' : 'at least '}${larger.length})`,
      ...setLines(larger, most, page),
    );
  }
  if (doubt !== undefined) {
    const { declared, independent, bound } = doubt;
    lines.push(
      wrap(
        `With everything that can fail, the doubt of ${claim} is ${formatDoubt(declared)} as declared, ${formatDoubt(independent)} if independent, and at most ${formatDoubt(bound)}.`,
        width,
        indent,
      ),
    );
  }
  return lines;
}

function setLines(sets: readonly PartSet[], most: number, { style, width }: Page): readonly string[] {
  const shown = sets.slice(0, most);
  const numbers = shown.map(({ doubt }) =>
    doubt === undefined ? [] : [doubt.declared, doubt.independent, doubt.bound].map(formatDoubt),
  );
  const hasNumbers = numbers.some((row) => row.length > 0);
  const right = 'right' as const;
  const columns = [
    { title: '', align: right },
    ...(hasNumbers ? ['declared', 'independent', 'at most'].map((title) => ({ title, align: right })) : []),
    { title: '' },
  ];
  const rows = table(
    columns,
    shown.map(({ parts }, at) => [`${at + 1}.`, ...(numbers[at] ?? []), style.bold(partsInWords(parts))]),
    indent,
    style.dim,
  );
  const [head, body] = hasNumbers ? [rows.slice(0, 1), rows.slice(1)] : [[], rows];
  const more = sets.length - shown.length;
  return [
    ...head,
    ...shown.flatMap(({ given, leaves }, at) => {
      const left = leaves.length - mostLeaves;
      const through = `by ${listed([...leaves.slice(0, mostLeaves), ...(left > 0 ? [`${left} more`] : [])])}`;
      const said = given.length === 0 ? through : `${through}; given that ${listed(given)} cannot be trusted`;
      return [body[at] ?? '', wrap(said, width, `${indent}${indent}   `)];
    }),
    ...(more > 0 ? [`${indent}and ${more} more (--top)`] : []),
  ];
}

function interactionLines(interactions: readonly InteractionAssessment[], { style, width }: Page): readonly string[] {
  if (interactions.length === 0) return [];
  const lines = interactions.map((one) => {
    const between = one.between.length === 0 ? '' : ` of ${listed(one.between)}`;
    const paint = { argued: style.green, dismissed: style.dim, hole: style.red }[one.state];
    return wrap(
      `${paint(one.state)} ${style.bold(`${one.kind}${between}`)}${settled(one)}`,
      width,
      `${indent}- `,
      `${indent}  `,
    );
  });
  return [`${indent}${style.bold('Interactions')}`, ...lines];
}

function settled({
  kind,
  state,
  arguedBy,
  doubt,
  dismissed,
  quantity,
  events,
  strategies,
  reasons,
}: InteractionAssessment): string {
  if (state === 'hole') return ': neither argued nor dismissed';
  const how =
    arguedBy === undefined
      ? `: ${dismissed ?? ''}`
      : ` by ${arguedBy}${doubt === undefined ? '' : `, doubt ${formatDoubt(doubt.declared)}`}`;
  const sequence = events.map(
    ({ quantity: event, mean }) => `${event}${mean === undefined ? '' : ` ${formatProbability(mean)}`}`,
  );
  const made = sequence.length === 0 ? '' : ` (${kind === 'cascade' ? sequence.join(', then ') : listed(sequence)})`;
  return [
    how,
    ...(quantity === undefined ? [] : [`; probability ${quantity}${made}`]),
    ...(strategies.length === 0 ? [] : [`; strategies: ${strategies.join(', ')}`]),
    ...(reasons.length === 0 ? [] : [`; reasons: ${reasons.join(', ')}`]),
  ].join('');
}
