import { type Cell, type Column, leftOut, type Row, type Table } from '../document.js';
import { printShare, printStretch } from './bar.js';
import { escapeHtml, idOf } from './escape.js';
import { type Places, printLine } from './spans.js';

/** From so many columns a table may need to be scrolled sideways, which must be possible with the keyboard. */
const manyColumns = 6;

export function printTable({ caption, columns, rows, left }: Table, places: Places): string {
  const scroll = columns.length >= manyColumns ? ` role="region" tabindex="0" aria-label="${escapeHtml(caption)}"` : '';
  const head = columns
    .map(({ title, numeric }) => `<th scope="col"${numeric ? ' class="number"' : ''}>${escapeHtml(title)}</th>`)
    .join('');
  const body = rows.map((row) => printRow(row, columns, places)).join('\n');
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

function printRow({ anchor, cells }: Row, columns: readonly Column[], places: Places): string {
  const id = anchor === undefined ? '' : ` id="${idOf(anchor)}"`;
  return `<tr${id}>${cells.map((cell, at) => printCell(cell, columns[at], at === 0, places)).join('')}</tr>`;
}

function printCell(
  { lines, share, stretch, tone }: Cell,
  column: Column | undefined,
  isHeader: boolean,
  places: Places,
): string {
  const classes = [column?.numeric ? 'number' : '', tone === undefined ? '' : `cell-${tone}`].filter(
    (name) => name !== '',
  );
  const style = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  const content = `${lines.length === 1 ? printLine(lines[0] ?? [], places) : lines.map((line) => `<p>${printLine(line, places)}</p>`).join('')}${share === undefined ? '' : printShare(share)}${stretch === undefined ? '' : printStretch(stretch)}`;
  if (isHeader) return `<th scope="row"${style}>${content}</th>`;
  return `<td${style} data-label="${escapeHtml(column?.title ?? '')}">${wrapped(content)}</td>`;
}

/** On a narrow screen a cell is a line of two columns, the label and this. */
function wrapped(content: string): string {
  return `<div>${content}</div>`;
}
