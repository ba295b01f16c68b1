/** More than any node shows, so that no text, however long, costs more than a moment. */
const mostCharacters = 2000;

const breaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
/** What must be replaced, or might have to be. */
const strange = /^ | $| {2}|[^ -~\u00a0-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\uf900-\ufdff]/;

/**
 * Text as it may be drawn: one line, no control characters, nothing that XML forbids, and none of the marks that turn
 * the direction of what follows (a case could make `not supported` read as something else with them).
 */
export function cleanText(text: string): string {
  if (!strange.test(text)) return text;
  return text
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd');
}

/** A name or another short text on one line; `…` ends one that is longer than any node shows. */
export function cleanLine(text: string): string {
  return cleanText(firstOf(text));
}

const none: readonly string[] = [];

/** The lines that the writer broke, without blank ones at the ends and more than one between others. */
export function linesOf(text: string): readonly string[] {
  if (text.length <= mostCharacters && !strange.test(text)) return text === '' ? none : [text];
  const lines = firstOf(text).split(breaks).map(cleanText);
  const kept = lines.filter((line, at) => line !== '' || (at > 0 && lines[at - 1] !== ''));
  return kept.at(-1) === '' ? kept.slice(0, -1) : kept;
}

function firstOf(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters).replace(/[\ud800-\udbff]$/, '')}…`;
}
