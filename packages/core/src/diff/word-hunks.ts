import type { WordHunk } from './types.js';

/** Most pairs of words that are compared for one text; beyond them the differing middle is one hunk each. */
const mostPairs = 40_000;

/**
 * The words that came and went between two texts, by a longest common subsequence of words, spaces and signs. Nothing
 * where a text is a single word or none: then the whole of it changed.
 */
export function wordHunks(before: string, after: string): readonly WordHunk[] | undefined {
  const a = tokensOf(before);
  const b = tokensOf(after);
  if (a.length < 3 || b.length < 3) return undefined;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const hunks: Hunks = [];
  push(hunks, 'same', a.slice(0, start));
  middle(a.slice(start, a.length - end), b.slice(start, b.length - end), hunks);
  push(hunks, 'same', a.slice(a.length - end));
  return joined(hunks);
}

type Hunks = { kind: WordHunk['kind']; text: string }[];

function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
}

function push(hunks: Hunks, kind: WordHunk['kind'], tokens: readonly string[]): void {
  if (tokens.length === 0) return;
  const last = hunks.at(-1);
  if (last?.kind === kind) last.text += tokens.join('');
  else hunks.push({ kind, text: tokens.join('') });
}

function middle(a: readonly string[], b: readonly string[], hunks: Hunks): void {
  if (a.length * b.length > mostPairs || a.length === 0 || b.length === 0) {
    push(hunks, 'removed', a);
    push(hunks, 'added', b);
    return;
  }
  // common[i * width + j]: length of the longest common subsequence of what follows i in a and j in b.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      common[at] = a[i] === b[j] ? common[at + width + 1]! + 1 : Math.max(common[at + width]!, common[at + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const at = i * width + j;
    if (i < a.length && j < b.length && a[i] === b[j]) push(hunks, 'same', [a[i]!]);
    else if (j === b.length || (i < a.length && common[at + width]! >= common[at + 1]!)) {
      push(hunks, 'removed', [a[i]!]);
      i += 1;
      continue;
    } else {
      push(hunks, 'added', [b[j]!]);
      j += 1;
      continue;
    }
    i += 1;
    j += 1;
  }
}

/** A space alone between two changes is no island worth keeping: phrases read better than words. */
function joined(hunks: Hunks): readonly WordHunk[] {
  const result: Hunks = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  hunks.forEach(({ kind, text }, at) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text.trim() === '' && at > 0 && at < hunks.length - 1) {
      removed += text;
      added += text;
    } else {
      flush();
      result.push({ kind, text });
    }
  });
  flush();
  return result;
}
