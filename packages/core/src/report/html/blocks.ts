import { type Block, type Fact, leftOut } from '../document.js';
import { printCard } from './card.js';
import { escapeHtml, idOf } from './escape.js';
import { printOutline } from './outline.js';
import { printLine } from './spans.js';
import { printTable } from './table.js';

export function printBlocks(blocks: readonly Block[]): string {
  return blocks.map(printBlock).join('\n');
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.look === 'plain' ? '' : ` class="${block.look}"`}>${printLine(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const start = block.first === 1 ? '' : ` start="${block.first}"`;
      return `<${tag} class="lines"${start}>\n${block.items.map((line) => `<li>${printLine(line)}</li>`).join('\n')}\n</${tag}>${block.left === 0 ? '' : `\n<p class="soft">${leftOut(block.left)}</p>`}`;
    }
    case 'facts':
      return `<dl class="facts">\n${block.facts.map(printFact).join('\n')}\n</dl>`;
    case 'table':
      return printTable(block);
    case 'details':
      return `<details class="more"><summary>${escapeHtml(block.summary)}</summary>\n${printBlocks(block.blocks)}\n</details>`;
    case 'part':
      return `<h3 id="${idOf(block.anchor)}">${printLine(block.title)}</h3>\n${printBlocks(block.blocks)}`;
    case 'overall':
      return `<p class="overall ${block.tone}">${escapeHtml(block.text)}</p>`;
    case 'cards':
      return `<div class="cards">\n${block.cards.map(printCard).join('\n')}\n</div>`;
    case 'outline':
      return printOutline(block.rows);
  }
}

function printFact({ term, lines }: Fact): string {
  return `<div><dt>${escapeHtml(term)}</dt>${lines.map((line) => `<dd>${printLine(line)}</dd>`).join('')}</div>`;
}
