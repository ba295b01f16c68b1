import type { ElementType } from '../../case/index.js';
import { type ElementText, elementText } from '../../schema/index.js';
import type { Argument } from '../argument-source.js';
import { makeElement, type Resolved } from '../make-element.js';
import { placesAt } from '../places.js';
import { type MapNode, toPlain } from '../tree.js';
import type { FoundElement } from './elements-of-pattern.js';

/**
 * An element of a pattern as it stands there, blanks and all. What no element can hold, such as a parameter in place of a
 * category or of a bound, is left out of it.
 */
export function asWritten(argument: Argument, { id, node, path }: FoundElement, type: ElementType): Resolved {
  const { closed, open } = closedPart(node);
  const text = toPlain(closed) as unknown as ElementText;
  const places = placesAt(argument.file.source.file, path, text);
  return makeElement({ argument, localId: id, type, text, node: closed, naming: argument.naming, places, open });
}

/** The keys whose values keep to the schema of an element, and the names of the others. */
function closedPart(node: MapNode): { readonly closed: MapNode; readonly open: ReadonlySet<string> } {
  const result = elementText.safeParse(toPlain(node));
  if (result.success) return { closed: node, open: new Set() };
  const open = new Set(result.error.issues.map(({ path }) => String(path[0])));
  const kept: MapNode = { ...node, entries: node.entries.filter(({ key }) => !open.has(key)) };
  const text = kept.entries.filter(({ key }) => key === 'text');
  // What is still wrong was reported when the file was held against the schema.
  return { closed: elementText.safeParse(toPlain(kept)).success ? kept : { ...kept, entries: text }, open };
}
