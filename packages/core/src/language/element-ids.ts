import { entryOf, type MapNode, type TextNode } from './tree.js';

type Visit = (id: string, start: number, end: number) => void;

/** The elements of an argument, those written in place included, in the order of the text, with the places of their ids. */
export function forEachElement({ entries }: MapNode, visit: Visit): void {
  for (let at = 0; at < entries.length; at++) {
    const { key, keyStart, keyEnd, value } = entries[at]!;
    visit(key, keyStart, keyEnd);
    if (value.kind === 'map') nested(value, visit);
  }
}

function nested({ entries }: MapNode, visit: Visit): void {
  for (let at = 0; at < entries.length; at++) {
    const { key, value } = entries[at]!;
    if (key !== 'supportedBy' && key !== 'inContextOf') continue;
    if (value.kind !== 'list') look(value, visit);
    else for (let item = 0; item < value.items.length; item++) look(value.items[item]!, visit);
  }
}

function look(item: TextNode, visit: Visit): void {
  if (item.kind !== 'map') return;
  const id = entryOf(item, 'id')?.value;
  if (id?.kind === 'scalar') visit(String(id.value), id.start, id.end);
  nested(item, visit);
}

export function elementIds(argument: MapNode): readonly string[] {
  const ids: string[] = [];
  forEachElement(argument, (id) => ids.push(id));
  return ids;
}
