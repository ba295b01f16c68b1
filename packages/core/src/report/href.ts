import { clean } from '../shown/index.js';
import type { Anchor } from './line.js';

/** The name of a place as an id: without spaces. */
export function idAt(anchor: Anchor): string {
  return clean(anchor).replaceAll(' ', '_');
}

/** A link to a place of the document. */
export function hrefTo(anchor: Anchor): string {
  return `#${encodeURIComponent(idAt(anchor))}`;
}
