import type { TextDocument } from '../document.js';
import { aboutKey } from './completions.js';
import { placeAt } from './place-at.js';

/** What the key at an offset means, in the sentence that the format has about it. */
export function keyMeaningAt(
  { text }: TextDocument,
  offset: number,
): { readonly key: string; readonly about: string } | undefined {
  // The word as a whole, so that its end is where it is looked up.
  const key = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, offset))![0] + /^[\p{L}\p{N}_]*/u.exec(text.slice(offset))![0];
  const place = placeAt(text, offset);
  if (place?.at !== 'key' || key === '') return undefined;
  const about = aboutKey(place.path, key);
  return about === undefined ? undefined : { key, about };
}
