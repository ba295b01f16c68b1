import type { Anchor, Line, Span } from '../document.js';
import { escapeHtml, hrefOf } from './escape.js';

/** Places of the document: a link to anywhere else is printed as plain text. */
export type Places = ReadonlySet<Anchor>;

export function printLine(line: Line, places: Places): string {
  return line.map((span) => printSpan(span, places)).join('');
}

/** From this length on (a digest, say) code needs some room to be broken in. */
const longCode = 40;

/** A date must not be broken at its hyphens. */
function keptTogether(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, '<span class="date">$&</span>');
}

function printSpan(span: Span, places: Places): string {
  if (typeof span === 'string') return keptTogether(escapeHtml(span));
  const text = keptTogether(escapeHtml(span.text));
  switch (span.kind) {
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'code':
      return `<code${span.text.length > longCode ? ' class="long"' : ''}>${text}</code>`;
    case 'soft':
      return `<span class="soft">${text}</span>`;
    case 'link':
      return places.has(span.to) ? `<a href="${hrefOf(span.to)}">${text}</a>` : text;
    case 'badge':
      return `<span class="badge ${span.tone}">${text}</span>`;
  }
}
