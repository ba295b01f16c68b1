/**
 * Text as it may be shown: one line, without control characters and without the marks that turn the direction of what
 * follows (a case could make `not supported` read as something else with them).
 */
export function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
