import { entities } from '../../shown/index.js';
import { cleanText } from '../text/clean.js';

/** Text as content or as a quoted attribute, in XML and in HTML. Every string of a case passes through here. */
export function escapeXml(text: string): string {
  return entities(cleanText(text));
}

/** A value of an `id` attribute that no other text shares: without spaces. */
export function escapeId(text: string): string {
  return escapeXml(text.replace(/[%\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`));
}
