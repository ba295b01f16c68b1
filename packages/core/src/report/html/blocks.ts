import { paintFigure } from '../../figure/index.js';
import { cleanLines, entities } from '../../shown/index.js';
import type { Card } from '../card.js';
import { type Beside, type Block, type Fact, type Figure, type List, leftOut } from '../document.js';
import { printCard } from './card.js';
import { escapeHtml, idOf } from './escape.js';
import { printOutline } from './outline.js';
import { printPlot } from './plot.js';
import { type Places, printLine } from './spans.js';
import { printTable } from './table.js';

export function printBlocks(blocks: readonly Block[], places: Places): string {
  return blocks.map((block) => printBlock(block, places)).join('\n');
}

function printBlock(block: Block, places: Places): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.look === 'plain' ? '' : ` class="${block.look}"`}>${printLine(block.line, places)}</p>`;
    case 'list':
      return printList(block, places);
    case 'facts':
      return `<dl class="facts">\n${block.facts.map((fact) => printFact(fact, places)).join('\n')}\n</dl>`;
    case 'table':
      return printTable(block, places);
    case 'verbatim':
      return `<pre class="verbatim"><code>${entities(cleanLines(block.text))}</code></pre>`;
    case 'details':
      return `<details class="more"><summary>${escapeHtml(block.summary)}</summary>\n${printBlocks(block.blocks, places)}\n</details>`;
    case 'part':
      return `<h3 id="${idOf(block.anchor)}">${printLine(block.title, places)}</h3>\n${printBlocks(block.blocks, places)}`;
    case 'deep':
      return `<div class="deep">\n${printBlocks(block.blocks, places)}\n</div>`;
    case 'beside':
      return `<div class="beside">\n${block.parts.map((part) => printBeside(part, places)).join('\n')}\n</div>`;
    case 'overall':
      return `<p class="overall ${block.tone}"><strong>${escapeHtml(block.headline)}.</strong> ${escapeHtml(block.text)}</p>`;
    case 'cards':
      return printCards(block.cards, places);
    case 'plot':
      return printPlot(block.plot);
    case 'figure':
      return printFigure(block);
    case 'drawing':
      return printDrawing(block);
    case 'outline':
      return printOutline(block.rows, places);
  }
}

function printCards(cards: readonly Card[], places: Places): string {
  const legend = cards.some(({ plot }) => plot !== undefined)
    ? '\n<p class="soft legend">Drawings: ● as argued (hill: how unsure that is; grey bar: 90 % of the trials) ○ if all parts of the argument fail independently ◇ whatever fails together; shaded: above the threshold; logarithmic axis.</p>'
    : '';
  return `<div class="cards">\n${cards.map((card) => printCard(card, places)).join('\n')}\n</div>${legend}`;
}

function printList({ ordered, first, items, left }: List, places: Places): string {
  const tag = ordered ? 'ol' : 'ul';
  const start = first === 1 ? '' : ` start="${first}"`;
  const rows = items.map((line) => `<li>${printLine(line, places)}</li>`).join('\n');
  return `<${tag} class="lines"${start}>\n${rows}\n</${tag}>${left === 0 ? '' : `\n<p class="soft">${leftOut(left)}</p>`}`;
}

function printFact({ term, lines }: Fact, places: Places): string {
  return `<div><dt>${escapeHtml(term)}</dt>${lines.map((line) => `<dd>${printLine(line, places)}</dd>`).join('')}</div>`;
}

function printBeside({ title, blocks }: Beside, places: Places): string {
  return `<div><p class="label">${escapeHtml(title)}</p>\n${printBlocks(blocks, places)}</div>`;
}

/** Pictures may be larger than the page: they can be moved with the keyboard too. The viewer takes their place where it runs. */
function printFigure({ pictures, data }: Figure): string {
  const shown = pictures.map(
    ({ anchor, caption, svg }) =>
      `<figure id="${idOf(anchor)}"><div class="picture" role="region" tabindex="0" aria-label="${escapeHtml(caption)}">${svg}</div>
<figcaption>${escapeHtml(caption)}</figcaption></figure>`,
  );
  return `<div class="diagram" data-viewer="${viewerDataId}">
${shown.join('\n')}
</div>
<script type="application/json" id="${viewerDataId}">${data}</script>`;
}

/** It may be wider than the page: then it is moved within its frame, with the keyboard too. */
function printDrawing({ anchor, figure }: Extract<Block, { kind: 'drawing' }>): string {
  const { title } = figure;
  const svg = paintFigure(figure, { style: 'none', idPrefix: `${anchor}-` }).replace(
    ' xmlns="http://www.w3.org/2000/svg"',
    '',
  );
  return `<figure class="drawing" id="${idOf(anchor)}"><div class="picture" role="region" tabindex="0" aria-label="${escapeHtml(title)}">${svg}</div></figure>`;
}

const viewerDataId = 'viewer-data';
