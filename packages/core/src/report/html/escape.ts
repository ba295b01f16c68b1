import { clean, entities } from '../../shown/index.js';
import { hrefTo, idAt } from '../href.js';

/** Plain text as HTML, for content and for quoted attributes. Every string of a document passes through here. */
export function escapeHtml(text: string): string {
  return entities(clean(text));
}

/** The value of an `id` attribute: without spaces. */
export function idOf(anchor: string): string {
  return escapeHtml(idAt(anchor));
}

/** A link to that id. */
export function hrefOf(anchor: string): string {
  return escapeHtml(hrefTo(anchor));
}
