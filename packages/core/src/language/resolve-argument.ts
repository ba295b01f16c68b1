import type { Path } from '../case/index.js';
import type { ElementText, NestedText, ReferencesText } from '../schema/index.js';
import type { Argument } from './argument-source.js';
import { typeOf } from './element-type.js';
import { makeElement, type Resolved } from './make-element.js';
import { list } from './one-or-more.js';
import { instantiate } from './patterns/index.js';
import { placesAt } from './places.js';
import { entryOf, type MapNode, type TextNode } from './tree.js';

/** Elements of a map of elements, those written in place right behind the element that holds them. */
export function resolveArgument(
  argument: Argument,
  data: Readonly<Record<string, ElementText>>,
  node: MapNode,
  path: Path,
  into: Resolved[],
): void {
  node.entries.forEach(({ key, value }) => {
    resolveElement(argument, key, data[key]!, value as MapNode, [...path, key], into);
  });
}

function resolveElement(
  argument: Argument,
  localId: string,
  text: ElementText,
  node: MapNode,
  path: Path,
  into: Resolved[],
): void {
  // What has no type is reported; it stays, so that its links are not lost to those who look at the rest.
  const type = typeOf(argument, localId, text, node) ?? 'goal';
  const places = placesAt(argument.file.source.file, path, text);
  const { patterns, naming } = argument;
  if (patterns !== undefined && text.uses !== undefined && entryOf(node, 'uses') !== undefined) {
    instantiate({ argument, localId, type, text, node, places }, patterns, into);
  } else into.push(makeElement({ argument, localId, type, text, node, naming, places }));
  node.entries.forEach(({ key, value }) => {
    if (key !== 'supportedBy' && key !== 'inContextOf') return;
    // Most are ids alone.
    const items = list(text[key]);
    if (items.some(isNested)) resolveNested(argument, items, value, [...path, key], into);
  });
}

/** Elements that are written in place of their ids. */
function resolveNested(
  argument: Argument,
  text: readonly ReferenceText[],
  node: TextNode,
  path: Path,
  into: Resolved[],
): void {
  const items = node.kind === 'list' ? node.items : [node];
  text.forEach((item, index) => {
    if (!isNested(item)) return;
    const where = node.kind === 'list' ? [...path, index] : path;
    // The assumptions section decides the type of its own entries only.
    const { assumptions: _, ...inner } = argument;
    resolveElement(inner, item.id, item, items[index] as MapNode, where, into);
  });
}

type ReferenceText = Exclude<ReferencesText, readonly unknown[]>;

function isNested(item: ReferenceText): item is NestedText {
  return typeof item !== 'string' && 'id' in item;
}
