import { report, type Source } from './source.js';
import type { TextNode } from './tree.js';

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

/**
 * Finds unquoted prose that is followed by one space and `#`: YAML ends the text there. Two spaces before the comment
 * say that it is meant; `#12` and the like are hardly ever a comment, so that is a warning and `# …` only a remark.
 */
export function textTraps(source: Source, node: TextNode): void {
  if (node.kind === 'scalar') return;
  if (node.kind === 'list') {
    for (const item of node.items) textTraps(source, item);
    return;
  }
  for (const { key, value } of node.entries) {
    if (value.kind !== 'scalar') textTraps(source, value);
    else if (value.plain && prose.has(key) && typeof value.value === 'string') checkHash(source, key, value.end);
  }
}

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
