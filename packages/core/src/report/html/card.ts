import type { Card, Verdict } from '../card.js';
import type { Line } from '../document.js';
import { escapeHtml, idOf } from './escape.js';
import { printGlance } from './plot.js';
import { type Places, printLine } from './spans.js';

/** One unacceptable outcome at a glance: the verdict as word, symbol and colour. */
export function printCard(card: Card, places: Places): string {
  const { name, text, severity, verdict, says, plot, three, hinges, changes, changesNote } = card;
  const id = idOf(card.anchor);
  const parts = [
    `<p class="verdict ${verdict.tone}">${symbolOf(verdict.symbol)}<span>${escapeHtml(verdict.word)}</span></p>`,
    `<h3 id="${id}-name">${escapeHtml(name)}${severity === undefined ? '' : ` <span class="severity">${escapeHtml(severity)}</span>`}</h3>`,
    `<p class="outcome">${escapeHtml(text)}</p>`,
    says.length === 0 ? '' : `<p class="says">${printLine(says, places)}</p>`,
    plot === undefined ? '' : `<figure class="plot">${printGlance(plot)}${captionOf(three)}</figure>`,
    printLines('It hinges on', hinges, places),
    printLines('What would change it', changes, places, changesNote),
  ];
  return `<article class="card ${verdict.tone}" id="${id}" aria-labelledby="${id}-name">\n${parts.filter((part) => part !== '').join('\n')}\n</article>`;
}

function captionOf(three: string | undefined): string {
  return three === undefined ? '' : `<figcaption>${escapeHtml(three)}</figcaption>`;
}

function printLines(label: string, lines: readonly Line[], places: Places, note?: string): string {
  if (lines.length === 0) return '';
  const more = note === undefined ? '' : ` <span class="note">(${escapeHtml(note)})</span>`;
  return `<p class="label">${label}${more}</p>\n<ul>${lines.map((line) => `<li>${printLine(line, places)}</li>`).join('')}</ul>`;
}

const paths: Record<Verdict['symbol'], string> = {
  check: 'M5 10.5L8.5 14L15 6.5',
  cross: 'M6 6L14 14M14 6L6 14',
  question: 'M7 8a3 3 0 1 1 4 2.8Q10 11.3 10 12.4M10 14.6v.4',
  pencil: 'M5 15l1-3.5L13 4.5l2.5 2.5L8.5 14z',
  circle: 'M10 10h.01',
};

function symbolOf(symbol: Verdict['symbol']): string {
  return `<svg class="symbol" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="9"/><path d="${paths[symbol]}"/></svg>`;
}
