import type { Outline } from '../outline.js';
import { formatDoubt } from './numbers.js';
import type { Style } from './style.js';
import { cleaned, wrap } from './text.js';

/** The argument as a tree: id, text, declared doubt, and what a reader should notice. */
export function renderOutline(
  dirty: Outline,
  { style, width }: { readonly style: Style; readonly width: number },
): string {
  const { outcome, text, rows } = cleaned(dirty);
  const lines = [wrap(`${style.bold(outcome)}: ${text}`, width)];
  // Per depth: whether more follows at it, so that the line down is drawn.
  const open: boolean[] = [];
  for (const row of rows) {
    const { depth, last } = row;
    open[depth] = !last;
    // Deep trees are indented by less than they are deep, so that text stays readable.
    const bars = open.slice(Math.max(1, depth - mostBars), Math.max(1, depth));
    const shown = bars.map((more) => (more ? '│ ' : '  ')).join('');
    const skipped = depth - 1 > mostBars ? `${depth} ` : '';
    const branch = depth === 0 ? '' : last ? '└ ' : '├ ';
    const below = depth === 0 ? '' : last ? '  ' : '│ ';
    const notes = [...row.marks, ...(row.seeAbove ? ['see above'] : []), ...(row.cut ? ['more below'] : [])];
    const mark = notes.length === 0 ? '' : ` ${style.yellow(`[${notes.join('; ')}]`)}`;
    const doubt = row.doubt === undefined ? '' : ` ${style.dim(`(${formatDoubt(row.doubt.declared)})`)}`;
    const body = row.seeAbove ? '' : ` ${row.text}`;
    lines.push(
      wrap(
        `${style.bold(row.id)}${doubt}${body}${mark}`,
        width,
        `${skipped}${shown}${branch}`,
        `${' '.repeat(skipped.length)}${shown}${below}  `,
      ),
    );
  }
  return lines.join('\n');
}

const mostBars = 24;
