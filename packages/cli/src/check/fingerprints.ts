import { canonicalDigest } from '@surety/core/canonical';
import type { Diagnostic } from '@surety/core/case';

const mostCharacters = 200;

/**
 * For each finding what makes it the same finding in another state of the text: its code and its element, or where it is
 * of none, the line that it starts on; and its number among those alike. Lines that move do not change it, and neither
 * does the day, which messages name.
 */
export function fingerprintsOf(
  findings: readonly Diagnostic[],
  documents: readonly { readonly file: string; readonly text: string }[],
): readonly string[] {
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  const seen = new Map<string, number>();
  return findings.map(({ code, element, range }) => {
    const line = lineAt(texts.get(range.file) ?? '', range.start.offset);
    const what = element === undefined ? ['line', range.file, line] : ['element', element];
    const key = JSON.stringify([code, ...what]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return canonicalDigest([code, ...what, before]);
  });
}

/** The line around an offset, without the spaces around it. */
function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text
    .slice(start, end === -1 ? undefined : end)
    .trim()
    .slice(0, mostCharacters);
}
