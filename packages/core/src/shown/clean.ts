/** What must be replaced, or might have to be. */
const strange = / {2}|[^ -~\u00a0-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\ue000-\ufffd]/;

/** Whether a text may be shown as it is. Quick, as nearly every text is; one with a rare sign is looked at by `clean`. */
export function isClean(text: string): boolean {
  return !strange.test(text);
}

/** Text of several lines as it may be shown, its lines and their indentation kept. */
export function cleanLines(text: string): string {
  const lines = text.split('\n').map((line) => {
    const start = line.search(/[^ ]|$/);
    return line.slice(0, start) + clean(line.slice(start));
  });
  return lines.join('\n');
}

/**
 * Text as it may be shown: one line, without control characters, what XML forbids, and the marks that turn the direction
 * of what follows (a case could make `not supported` read as something else with them).
 */
export function clean(text: string): string {
  if (isClean(text)) return text;
  return text
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '\ufffd');
}
