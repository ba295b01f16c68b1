import type { Line, Span } from '../document.js';
import { escapeHtml, hrefOf } from './escape.js';

export function printLine(line: Line): string {
  return line.map(printSpan).join('');
}

function printSpan(span: Span): string {
  if (typeof span === 'string') return escapeHtml(span);
  const text = escapeHtml(span.text);
  switch (span.kind) {
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'code':
      return `<code>${text}</code>`;
    case 'soft':
      return `<span class="soft">${text}</span>`;
    case 'link':
      return `<a href="${hrefOf(span.to)}">${text}</a>`;
    case 'badge':
      return `<span class="badge ${span.tone}">${text}</span>`;
  }
}
