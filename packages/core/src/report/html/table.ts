import { type Cell, type Column, leftOut, type Row, type Table } from '../document.js';
import { escapeHtml, idOf } from './escape.js';
import { printLine } from './spans.js';

/** From so many columns a table may need to be scrolled sideways, which must be possible with the keyboard. */
const manyColumns = 6;

export function printTable({ caption, columns, rows, left }: Table): string {
  const scroll = columns.length >= manyColumns ? ` role="region" tabindex="0" aria-label="${escapeHtml(caption)}"` : '';
  const head = columns
    .map(({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ''}>${escapeHtml(title)}</th>`)
    .join('');
  const body = rows.map((row) => printRow(row, columns)).join('\n');
  const rest =
    left === 0
      ? ''
      : `
<p class="soft">${leftOut(left)}</p>`;
  return `<div class="scroll"${scroll}><table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table></div>${rest}`;
}

function printRow({ anchor, cells }: Row, columns: readonly Column[]): string {
  const id = anchor === undefined ? '' : ` id="${idOf(anchor)}"`;
  return `<tr${id}>${cells.map((cell, at) => printCell(cell, columns[at], at === 0)).join('')}</tr>`;
}

function printCell({ lines, share, tone }: Cell, column: Column | undefined, isHeader: boolean): string {
  const classes = [column?.numeric ? 'number' : '', tone === undefined ? '' : `cell-${tone}`].filter(
    (name) => name !== '',
  );
  const style = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const content = `${lines.length === 1 ? printLine(lines[0] ?? []) : lines.map((line) => `<p>${printLine(line)}</p>`).join('')}${share === undefined ? '' : printShare(share)}`;
  if (isHeader) return `<th scope="row"${style}>${content}</th>`;
  return `<td${style} data-label="${escapeHtml(column?.title ?? '')}">${wrapped(content)}</td>`;
}

/** On a narrow screen a cell is a line of two columns, the label and this. */
function wrapped(content: string): string {
  return `<div>${content}</div>`;
}

function printShare(share: number): string {
  const width = Math.min(100, Math.max(0, share * 100)).toFixed(1);
  return `<svg class="share" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="fill" width="${width}%" height="100%"/></svg>`;
}
