import type { Path } from '../../case/index.js';
import {
  type Entry,
  entryOf,
  type ListNode,
  type MapNode,
  type ScalarNode,
  type Span,
  type TextNode,
} from '../tree.js';

/** An element of a pattern where it stands in the text. */
export interface FoundElement {
  readonly id: string;
  /** Where the id stands. */
  readonly at: Span;
  /** What it says, with the ids of elements in place of those that are written in it. */
  readonly node: MapNode;
  /** The same as the text has it. */
  readonly written: MapNode;
  readonly path: Path;
}

/** The elements of an argument in the order of the text, those written in place right behind the one that holds them. */
export function elementsOfPattern(argument: MapNode, path: Path): readonly FoundElement[] {
  const found: FoundElement[] = [];
  for (const { key, keyStart: start, keyEnd: end, value } of argument.entries) {
    if (value.kind === 'map') find(key, { start, end }, value, [...path, key], found);
  }
  return found;
}

function find(id: string, at: Span, written: MapNode, path: Path, found: FoundElement[]): void {
  const place = found.length;
  const entries = written.entries
    .filter(({ key }) => key !== 'id')
    .map((entry): Entry => {
      if (entry.key !== 'supportedBy' && entry.key !== 'inContextOf') return entry;
      return { ...entry, value: withoutElements(entry.value, [...path, entry.key], found) };
    });
  found.splice(place, 0, { id, at, node: { ...written, entries }, written, path });
}

/** The edges of an element, the ids of elements in place of those that are written there, which are found on the way. */
function withoutElements(node: TextNode, path: Path, found: FoundElement[]): TextNode {
  if (node.kind === 'list') {
    const items = node.items.map((item, index) => withoutElements(item, [...path, index], found));
    return { ...node, items } satisfies ListNode;
  }
  const id = node.kind === 'map' ? entryOf(node, 'id')?.value : undefined;
  if (node.kind !== 'map' || id?.kind !== 'scalar') return node;
  find(String(id.value), id, node, path, found);
  return { ...id, value: String(id.value) } satisfies ScalarNode;
}
