import { mayStart } from './starts.js';

/**
 * The name of the first element of a text, behind its declaration and comments, as far as the first bytes show it. One
 * walk forward: a pattern over any number of comments would try all ways to part them.
 */
export function xmlRoot(head: Uint8Array): string | undefined {
  if (!mayStart(head, '<')) return undefined;
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8');
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at += 1;
    const end = text.startsWith('<?xml', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (end === undefined) break;
    const found = text.indexOf(end, at);
    if (found < 0) return undefined;
    at = found + end.length;
  }
  return /^<([\w:.-]+)[\s/>]/.exec(text.slice(at, at + 100))?.[1];
}
