import { entryOf, type MapNode, type Span, type TextNode } from './tree.js';

/** The elements of an argument, those written in place included, in the order of the text. */
export function forEachElement(argument: MapNode, visit: (id: string, at: Span) => void): void {
  argument.entries.forEach(({ key, keyStart: start, keyEnd: end, value }) => {
    visit(key, { start, end });
    if (value.kind === 'map') nested(value, visit);
  });
}

function nested(element: MapNode, visit: (id: string, at: Span) => void): void {
  const look = (item: TextNode) => {
    if (item.kind !== 'map') return;
    const id = entryOf(item, 'id');
    if (id?.value.kind === 'scalar') visit(String(id.value.value), id.value);
    nested(item, visit);
  };
  element.entries.forEach(({ key, value }) => {
    if (key !== 'supportedBy' && key !== 'inContextOf') return;
    if (value.kind === 'list') value.items.forEach(look);
    else look(value);
  });
}

export function elementIds(argument: MapNode): readonly string[] {
  const ids: string[] = [];
  forEachElement(argument, (id) => ids.push(id));
  return ids;
}
