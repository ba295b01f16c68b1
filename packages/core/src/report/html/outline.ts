import type { OutlineRow } from '../document.js';
import { escapeHtml, hrefOf, idOf } from './escape.js';
import { type Places, printLine } from './spans.js';

/** Rows down to this depth are open at first. */
const openTo = 2;
/** Deeper rows are not indented any further: browsers limit how deep elements nest. */
const deepest = 32;

/** The argument as a tree that opens and closes without a script. */
export function printOutline(rows: readonly OutlineRow[], places: Places): string {
  const parts: string[] = ['<ul class="outline">'];
  // What closes each level that is open.
  const closing: string[] = [];
  rows.forEach((row, at) => {
    const depth = Math.min(row.depth, deepest);
    while (closing.length > depth) parts.push(closing.pop() ?? '');
    const next = rows[at + 1];
    const hasBelow = next !== undefined && Math.min(next.depth, deepest) > depth;
    parts.push(printRow(row, hasBelow, places));
    if (hasBelow) {
      parts.push('<ul>');
      closing.push('</ul></details></li>');
    }
  });
  parts.push(...closing.reverse(), '</ul>');
  return parts.join('\n');
}

function printRow(row: OutlineRow, hasBelow: boolean, places: Places): string {
  const { anchor, depth, facts } = row;
  const id = anchor === undefined ? '' : ` id="${idOf(anchor)}"`;
  const head = printHead(row);
  if (!hasBelow && facts.length === 0) return `<li${id} class="leaf">${head}</li>`;
  const list =
    facts.length === 0
      ? ''
      : `<ul class="about">${facts.map((line) => `<li>${printLine(line, places)}</li>`).join('')}</ul>`;
  const open = hasBelow && depth < openTo ? ' open' : '';
  return `<li${id}><details${open}><summary>${head}</summary>${list}${hasBelow ? '' : '</details></li>'}`;
}

function printHead({ id, type, marks, text, doubt, depth, seeAbove }: OutlineRow): string {
  const level = depth > deepest ? `<span class="soft">level ${depth}</span> ` : '';
  const name =
    seeAbove === undefined
      ? `<strong class="name">${escapeHtml(id)}</strong>`
      : `<a class="name" href="${hrefOf(seeAbove)}">${escapeHtml(id)}</a>`;
  const badges = marks.map((mark) => ` <span class="badge ${mark.tone}">${escapeHtml(mark.text)}</span>`).join('');
  const number = doubt === undefined ? '' : ` <span class="doubt">doubt ${escapeHtml(doubt)}</span>`;
  const again = seeAbove === undefined ? '' : ' <span class="soft">(shown above)</span>';
  return `${level}${name} <span class="type">${escapeHtml(type)}</span>${number}${badges}${again} <span class="says">${escapeHtml(text)}</span>`;
}
