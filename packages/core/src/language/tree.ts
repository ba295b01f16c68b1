/**
 * The tree of a text: what the reader needs of YAML and nothing else, with the place of everything. Keys keep the
 * order of the text, which plain objects do not (integer-like keys come first there).
 */
export type TextNode = ScalarNode | MapNode | ListNode;

/** UTF-16 offsets into the text; `end` is just behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** Written without quotes and not as a block: its text may mean something else than its author thinks. */
  readonly plain: boolean;
}

export interface MapNode extends Span {
  readonly kind: 'map';
  /** Written as `{ … }`. */
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: TextNode;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly TextNode[];
}

/** Plain JavaScript data, as JSON has it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Keys that no object may get from a text. */
export const forbiddenKey = '__proto__';

/** The tree as plain data. Of keys that stand twice the first counts; the forbidden key is left out (both are errors). */
export function toPlain(node: TextNode): Plain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  const data: Record<string, Plain> = {};
  const { entries } = node;
  // Not `for … of`, here and below: every node of a large text comes here before V8 optimises it, and it makes an object for each.
  for (let at = 0; at < entries.length; at++) {
    const { key, value } = entries[at]!;
    if (key !== forbiddenKey && !Object.hasOwn(data, key))
      data[key] = value.kind === 'scalar' ? value.value : toPlain(value);
  }
  return data;
}

/**
 * A copy of a tree, all of it at one place. None of it is written there, so nothing in it counts as unquoted, and its
 * maps and lists as in brackets. Undefined where maps and lists nest deeper than `depth`.
 */
export function copyAt(node: TextNode, at: Span, depth: number): TextNode | undefined {
  const { start, end } = at;
  if (node.kind === 'scalar') return { kind: 'scalar', value: node.value, plain: false, start, end };
  if (depth < 1) return undefined;
  if (node.kind === 'list') {
    const items = node.items.map((item) => copyAt(item, at, depth - 1));
    return items.every(isThere) ? { kind: 'list', flow: true, items, start, end } : undefined;
  }
  const entries = node.entries.map(({ key, value }) => {
    const copy = copyAt(value, at, depth - 1);
    return copy && { key, keyStart: start, keyEnd: end, value: copy };
  });
  return entries.every(isThere) ? { kind: 'map', flow: true, entries, start, end } : undefined;
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Key → entry per map, made at the first look-up of a map, so that a walk to each of n siblings stays linear. */
const indices = new WeakMap<MapNode, ReadonlyMap<string, Entry>>();

/** Maps of at most this many keys are searched, not indexed. */
const smallMap = 12;

/** The entry of a key; the first one where it stands twice. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  const { entries } = map;
  if (entries.length <= smallMap) {
    for (let at = 0; at < entries.length; at++) if (entries[at]!.key === key) return entries[at];
    return undefined;
  }
  let index = indices.get(map);
  if (index === undefined) {
    const made = new Map<string, Entry>();
    for (const entry of entries) if (!made.has(entry.key)) made.set(entry.key, entry);
    indices.set(map, made);
    index = made;
  }
  return index.get(key);
}

/** The node of a key of a map, or undefined where there is none. */
export function childOf(node: TextNode | undefined, step: string | number): TextNode | undefined {
  if (node?.kind === 'map') return entryOf(node, String(step))?.value;
  if (node?.kind === 'list') return node.items[Number(step)];
  return undefined;
}

/** The entry (in a map) or node (in a list) at a path, and how many steps of the path exist. */
export function walk(
  root: TextNode,
  path: readonly (string | number)[],
): { readonly node: TextNode; readonly entry?: Entry; readonly found: number } {
  let node = root;
  let entry: Entry | undefined;
  let found = 0;
  for (; found < path.length; found += 1) {
    const step = path[found]!;
    const nextEntry = node.kind === 'map' ? entryOf(node, String(step)) : undefined;
    const next = nextEntry?.value ?? childOf(node, step);
    if (next === undefined) break;
    node = next;
    entry = nextEntry;
  }
  return entry === undefined ? { node, found } : { node, entry, found };
}

/** Where a finding about a node points: block maps by their first key and block lists by their first item's line. */
export function headOf(node: TextNode): Span {
  if (node.kind === 'map' && !node.flow && node.entries[0] !== undefined) {
    return { start: node.entries[0].keyStart, end: node.entries[0].keyEnd };
  }
  if (node.kind === 'list' && !node.flow && node.items[0] !== undefined) {
    return { start: node.start, end: headOf(node.items[0]).end };
  }
  return node;
}
