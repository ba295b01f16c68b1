import type { Span } from './tree.js';
import { entryOf, type MapNode } from './tree.js';

/** The elements of an argument, those written in place included, in the order of the text. */
export function forEachElement(argument: MapNode, visit: (id: string, at: Span) => void): void {
  for (const { key, keyStart: start, keyEnd: end, value } of argument.entries) {
    visit(key, { start, end });
    if (value.kind === 'map') nested(value, visit);
  }
}

function nested(element: MapNode, visit: (id: string, at: Span) => void): void {
  for (const { key, value } of element.entries) {
    if (key !== 'supportedBy' && key !== 'inContextOf') continue;
    for (const item of value.kind === 'list' ? value.items : [value]) {
      if (item.kind !== 'map') continue;
      const id = entryOf(item, 'id');
      if (id?.value.kind === 'scalar') visit(String(id.value.value), id.value);
      nested(item, visit);
    }
  }
}

export function elementIds(argument: MapNode): readonly string[] {
  const ids: string[] = [];
  forEachElement(argument, (id) => ids.push(id));
  return ids;
}
