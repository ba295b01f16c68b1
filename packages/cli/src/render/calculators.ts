import { type Calculator, type Computed, topics } from '@surety/core/calculator';
import type { Session } from '../session.js';
import { clean, cleaned, columnsOf, padEnd, padStart, wrap } from './text.js';

/** The calculators by topic. */
export function renderCalculators(calculators: readonly Calculator[], { style, width }: Session): string {
  const widest = Math.max(...calculators.map(({ name }) => columnsOf(name)));
  return topics
    .map((topic) => {
      const lines = calculators
        .filter((each) => each.topic === topic)
        .map(({ name, title }) => wrap(title, width, `  ${padEnd(name, widest)}  `, ' '.repeat(widest + 4)));
      return [style.bold(topic), ...lines].join('\n');
    })
    .join('\n\n');
}

/** Names and values up to here stand in columns. */
const widestCell = 26;

/** Results a line each where they fit, with what they mean; then what must be known of them. */
export function renderComputed(found: Computed, { style, width }: Session): string {
  const { rows, warnings } = cleaned(found);
  const cells = rows.map(({ name, value, text }) => ({ name, value: shownValue(value), text }));
  const short = cells.filter(({ name, value }) => columnsOf(name) <= widestCell && columnsOf(value) <= widestCell);
  const widest = (of: (cell: (typeof cells)[number]) => string) =>
    Math.max(0, ...short.map((cell) => columnsOf(of(cell))));
  const [names, values] = [widest(({ name }) => name), widest(({ value }) => value)];
  const lines = cells.flatMap((cell) => {
    const { name, value, text } = cell;
    if (!short.includes(cell)) return [wrap(`${name}: ${value}`, width, '', '    '), wrap(text, width, '    ', '    ')];
    return [
      wrap(
        text,
        width,
        `${padEnd(name, names)}  ${style.bold(padStart(value, values))}  `,
        ' '.repeat(names + values + 4),
      ),
    ];
  });
  const said = warnings.map((warning) => wrap(clean(warning), width, `${style.yellow('!')} `, '  '));
  return [...lines, ...(said.length === 0 ? [] : ['', ...said])].join('\n');
}

/** Six digits, and powers of ten where a number is very small or large. */
function shownValue(value: number | string | null): string {
  if (value === null) return 'none';
  if (typeof value === 'string') return value;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) return value.toExponential(5).replace(/\.?0+e\+?/, 'e');
  // Rounding must not make a near certainty certain.
  const short = Number(value.toPrecision(6));
  return (short === 1 || short === 0) && value !== short ? String(Number(value.toPrecision(12))) : String(short);
}
