/** Characters that are shown as they are, in the common case; a pair of spaces never is. */
const plain = /^(?: ?[!-~\u00a0-\u1fff\u2010-\u2027\u2030-\u205f\u2070-\ud7ff\ue000-\ufffd])*$/;

/**
 * Text as it may be shown: one line, without control characters and without the marks that turn the direction of what
 * follows (a case could make `not supported` read as something else with them).
 */
export function clean(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
