import { clean } from '../clean.js';
import { hrefTo, idAt } from '../href.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text as HTML, for content and for quoted attributes. Every string of a document passes through here. */
export function escapeHtml(text: string): string {
  const shown = clean(text);
  return /[&<>"']/.test(shown) ? shown.replace(/[&<>"']/g, (character) => entities[character] ?? '') : shown;
}

/** The value of an `id` attribute: without spaces. */
export function idOf(anchor: string): string {
  return escapeHtml(idAt(anchor));
}

/** A link to that id. */
export function hrefOf(anchor: string): string {
  return escapeHtml(hrefTo(anchor));
}
