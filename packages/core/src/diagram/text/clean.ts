import { clean, isClean } from '../../shown/index.js';

/** More than any node shows, so that no text, however long, costs more than a moment. */
const mostCharacters = 2000;

const breaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Text as it may be drawn: clean, and without spaces at its ends, which would move it. */
export function cleanText(text: string): string {
  return clean(text).trim();
}

/** A name or another short text on one line; `…` ends one that is longer than any node shows. */
export function cleanLine(text: string): string {
  return cleanText(firstOf(text));
}

const none: readonly string[] = [];

/** The lines that the writer broke, without blank ones at the ends and more than one between others. */
export function linesOf(text: string): readonly string[] {
  if (text.length <= mostCharacters && isClean(text) && text.trim() === text) return text === '' ? none : [text];
  const lines = firstOf(text).split(breaks).map(cleanText);
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  return kept.at(-1) === '' ? kept.slice(0, -1) : kept;
}

function firstOf(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
