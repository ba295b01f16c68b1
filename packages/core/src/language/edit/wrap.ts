import { type CST, isMap, isScalar, isSeq } from 'yaml';
import type { Path } from '../../case/index.js';
import type { TextDocument } from '../document.js';
import type { Replace } from './block.js';
import { type Refusal, refuse } from './change.js';
import { type Collection, columnOfBlock, type Entry, entryAt, hasOwnToken, isFlow } from './entry.js';
import { asCollection, show, type Target } from './find.js';
import { quote } from './scalar.js';
import { columnOf, lineEnd, lineStart, nextLine } from './text.js';

/**
 * The value at the path as the only item of a list: between brackets where it stands, or, where it is a map over several
 * lines, below a dash on a line of its own. No byte of the value changes, so that `unwrap` can give it back.
 */
export function wrap({ text, eol }: TextDocument, { node, parent, index }: Target, path: Path): Replace[] | Refusal {
  const within = asCollection(parent ?? null);
  if (within === undefined || node === null) return refuse(`${show(path)} is nothing that could stand in a list`);
  const entry = entryAt(within, index);
  const { value } = entry;
  if (entry.explicit || entry.tagged || entry.wrapped || value === undefined) return unclear(path);
  if (value.type === 'block-map') {
    const column = columnOf(text, entry.start);
    const below = isMap(within) && entry.anchor === undefined && columnOfBlock(text, node as Collection) > column;
    if (!below) return refuse(`${show(path)} cannot be put behind a dash where it stands`);
    const at = nextLine(text, entry.after!);
    return [{ start: at, end: at, text: `${' '.repeat(column)}-${eol}` }];
  }
  if (!['alias', 'scalar', 'double-quoted-scalar', 'single-quoted-scalar', 'flow-collection'].includes(value.type))
    return refuse(`${show(path)} cannot be put between brackets`);
  const start = entry.anchor === undefined ? value.offset : entry.after! - entry.anchor.length - 1;
  if (value.type === 'scalar' && /[,[\]{}]/.test(text.slice(start, entry.end)))
    return refuse(`${show(path)} needs quotes between brackets`);
  return [
    { start, end: start, text: '[' },
    { start: entry.end, end: entry.end, text: ']' },
  ];
}

/** The only item of the list at the path, in the place of the list: what `wrap` did is undone. */
export function unwrap(document: TextDocument, { node, parent, index }: Target, path: Path): Replace[] | Refusal {
  const within = asCollection(parent ?? null);
  if (within === undefined || !isSeq(node) || node.items.length !== 1 || !hasOwnToken(node as Collection))
    return refuse(`${show(path)} is no list of one`);
  const holder = entryAt(within, index);
  const item = entryAt(node as Collection, 0);
  if ([holder, item].some((one) => one.explicit || one.tagged || one.wrapped) || holder.anchor !== undefined)
    return unclear(path);
  return isFlow(node as Collection)
    ? withoutBrackets(document.text, node as Collection, item, path)
    : withoutDash(document.text, within, holder, item, path);
}

function withoutBrackets(text: string, list: Collection, item: Entry, path: Path): Replace[] | Refusal {
  const { offset, end } = list.srcToken as CST.FlowCollection;
  const close = end[0]!.offset + 1;
  const more = text.slice(offset + 1, item.start) + text.slice(item.end, close - 1);
  if (/[^\s,]/.test(more)) return refuse(`${show(path)} holds a comment beside its only item`);
  // `{ a:[b] }`: only behind quotes does the colon need no space before a text.
  if (text[offset - 1] === ':' && !/["']/.test(text[offset - 2] ?? '')) return unclear(path);
  return [
    { start: offset, end: item.start, text: '' },
    { start: item.end, end: close, text: '' },
  ];
}

function withoutDash(text: string, within: Collection, holder: Entry, item: Entry, path: Path): Replace[] | Refusal {
  const alone = text.slice(lineStart(text, item.start), lineEnd(text, item.start)).trim() === '-';
  const below = isMap(within) && columnOf(text, item.start) >= columnOf(text, holder.start);
  if (!alone || !below || item.value?.type !== 'block-map') return unclear(path);
  return [{ start: lineStart(text, item.start), end: nextLine(text, item.start), text: '' }];
}

/** The text at the path in quotes; it means the same. */
export function inQuotes({ parent, index, node }: Target, path: Path): Replace[] | Refusal {
  const within = asCollection(parent ?? null);
  if (within === undefined || !isScalar(node) || typeof node.value !== 'string')
    return refuse(`${show(path)} is no text`);
  const entry = entryAt(within, index);
  const { value } = entry;
  if (value?.type === 'double-quoted-scalar' || value?.type === 'single-quoted-scalar') return [];
  if (entry.explicit || entry.tagged || value?.type !== 'scalar') return unclear(path);
  return [{ start: value.offset, end: entry.end, text: quote(node.value) }];
}

function unclear(path: Path): Refusal {
  return refuse(`${show(path)} is written in a way that only a person can change`);
}
