import { quoted, report, type Source } from './source.js';
import type { Span, TextNode } from './tree.js';

/** Keys whose values are prose, where ` #` may well be meant as text. */
const prose: ReadonlySet<string> = new Set([
  'text',
  'because',
  'title',
  'question',
  'dismissed',
  'brief',
  'mode',
  'cause',
  'effect',
  'detection',
]);

/** Finds unquoted prose that YAML takes something from, at either end. */
export function textTraps(source: Source, node: TextNode): void {
  if (node.kind === 'scalar') return;
  if (node.kind === 'list') {
    for (let at = 0; at < node.items.length; at++) textTraps(source, node.items[at]!);
    return;
  }
  for (let at = 0; at < node.entries.length; at++) {
    const { key, value } = node.entries[at]!;
    if (value.kind !== 'scalar') textTraps(source, value);
    else if (value.plain && prose.has(key) && typeof value.value === 'string') {
      checkAnchor(source, value);
      checkHash(source, key, value.end);
    }
  }
}

/** A `&name` before prose that no alias takes up is hardly an anchor, and YAML leaves it out of the text. */
function checkAnchor(source: Source, value: Span): void {
  const anchor = source.unusedAnchors.get(value.start);
  if (anchor === undefined) return;
  const at = { start: anchor.start, end: value.end };
  const message = 'A text that starts with `&` is read by YAML as an anchor; put it in quotes.';
  report(source, 'leading-indicator', at, message, {
    severity: 'warning',
    fix: { ...at, text: quoted(source.text.slice(at.start, at.end)) },
  });
}

/**
 * One space and `#` behind prose: YAML ends the text there. Two spaces before the comment say that it is meant; `#12`
 * and the like are hardly ever a comment, so that is a warning and `# …` only a remark.
 */
function checkHash(source: Source, key: string, end: number): void {
  const { text } = source;
  if (text[end] !== ' ' || text[end + 1] !== '#') return;
  const next = text[end + 2];
  const comment = next === undefined || next === ' ' || next === '\n' || next === '\r' || next === '#';
  const lineEnd = text.indexOf('\n', end);
  const stop = lineEnd === -1 ? text.length : lineEnd;
  report(
    source,
    'hash-in-text',
    { start: end + 1, end: stop },
    `The text of \`${key}\` ends before \`#\`, which starts a comment.`,
    {
      hint: 'If the text goes on, put it in quotes; if it is a comment, set it apart by two spaces.',
      ...(comment ? { severity: 'info' } : {}),
    },
  );
}
