import { mayStart } from './starts.js';

/** What can be told of a JSON object from its first bytes alone. */
export interface Peek {
  /** The first key of the object. */
  readonly first: string | undefined;
  /** Whether a key stands there, as far as the bytes go: `has('results', 'stats')`. `*` is any key. */
  has(...path: readonly string[]): boolean;
  /** The first object ends within the line that it begins in, or the bytes end before the line does. */
  readonly oneLine: boolean;
}

const deepest = 3;

/**
 * Looks at the keys of the object that the bytes start with, down to three levels. Nothing is checked: what is not JSON
 * shows some keys or none, and a reader that is then chosen says what is wrong. Nothing where the bytes start otherwise.
 */
export function peek(head: Uint8Array): Peek | undefined {
  // Several readers look at the same bytes.
  if (!peeked.has(head)) peeked.set(head, look(head));
  return peeked.get(head);
}

const peeked = new WeakMap<Uint8Array, Peek | undefined>();

function look(head: Uint8Array): Peek | undefined {
  if (!mayStart(head, '{')) return undefined;
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('utf8');
  const start = /^\uFEFF?\s*\{/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const paths = new Set<string>();
  // The keys that lead to where we are; `undefined` for an array.
  const open: (string | undefined)[] = [''];
  let first: string | undefined;
  let end = text.length;
  // A text that the bytes cut off is passed over to their end.
  const tokens = /"([^"\\]*(?:\\.[^"\\]*)*)(?:"(\s*:)?|\\?$)|[{}[\]]/gs;
  tokens.lastIndex = start;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const [token, key, colon] = found;
    if (colon !== undefined && open.at(-1) !== undefined) {
      first ??= key;
      open[open.length - 1] = key;
      if (open.length <= deepest && !open.includes(undefined)) paths.add(open.join('\u0000'));
    } else if (token === '{') open.push('');
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    if (open.length === 0) {
      end = tokens.lastIndex;
      break;
    }
  }
  const list = [...paths].map((path) => path.split('\u0000'));
  return {
    first,
    has: (...path) =>
      list.some((keys) => keys.length === path.length && path.every((key, at) => key === '*' || key === keys[at])),
    oneLine: !text.slice(start, end).includes('\n') && /^\s*(?:\n|$)/.test(text.slice(end)),
  };
}
