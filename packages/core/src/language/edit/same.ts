import { type Document, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { openDocument, type TextDocument } from '../document.js';
import { quickTree } from '../quick-tree.js';
import type { TextNode } from '../tree.js';

/** Whether another text holds the same data up to the order of keys. */
export function saysTheSame(document: TextDocument, text: string): boolean {
  const [before, after] = [quickTree(document.text).tree, quickTree(text).tree];
  if (before !== undefined && after !== undefined) return sameTree(before, after);
  const other = openDocument('', text);
  if (document.yaml === null || other.yaml === null) {
    return (document.yaml?.contents ?? null) === (other.yaml?.contents ?? null);
  }
  return other.yaml.errors.length === 0 && sameNode(document.yaml.contents, other.yaml.contents);
}

function sameTree(a: TextNode, b: TextNode): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.plain === b.plain && Object.is(a.value, b.value);
  if (a.kind === 'list') {
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, at) => sameTree(item, b.items[at]!))
    );
  }
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  const others = new Map(b.entries.map(({ key, value }) => [key, value]));
  return a.entries.every(({ key, value }) => others.has(key) && sameTree(value, others.get(key)!));
}

type Node = Document['contents'];

/** Aliases are compared by name: the order of anchors and aliases of one name never changes. */
function sameNode(a: Node, b: Node): boolean {
  if (isAlias(a)) return isAlias(b) && a.source === b.source;
  if (a === null || b === null) return isNothing(a) && isNothing(b);
  if (isAlias(b) || a.anchor !== b.anchor) return false;
  if (isScalar(a)) return isScalar(b) && Object.is(a.value, b.value);
  if (isSeq(a)) {
    return (
      isSeq(b) &&
      a.items.length === b.items.length &&
      a.items.every((item, at) => sameNode(item as Node, b.items[at] as Node))
    );
  }
  if (!isMap(a) || !isMap(b) || a.items.length !== b.items.length) return false;
  const others = new Map(b.items.map((pair) => [keyOf(pair.key), pair.value as Node]));
  return a.items.every(
    ({ key, value }) => others.has(keyOf(key)) && sameNode(value as Node, others.get(keyOf(key)) as Node),
  );
}

function isNothing(node: Node): boolean {
  return node === null || (isScalar(node) && node.value === null && node.anchor === undefined);
}

function keyOf(key: unknown): unknown {
  if (isAlias(key)) return `*${key.source}`;
  return isScalar(key) ? key.value : key;
}
