import type { Edge, Element, ElementId, ElementType, Module } from '../case/index.js';
import type { Resolved } from './make-element.js';

/**
 * Links the elements that a module develops in another to what develops them. They are no longer undeveloped then, unless
 * none of the links can carry support; whether they were, and whether all of these elements exist, is for the rules.
 */
export function develop(resolved: readonly Resolved[], modules: readonly Module[]): readonly Resolved[] {
  const edges = new Map<ElementId, Edge[]>();
  for (const { name, extends: extensions } of modules) {
    for (const { develops } of extensions) {
      for (const { element, by, origin } of develops) {
        const known = edges.get(element) ?? [];
        edges.set(element, known);
        for (const to of by) known.push({ to, optional: false, developedBy: name, origin });
      }
    }
  }
  if (edges.size === 0) return resolved;
  const types = new Map(resolved.map(({ element }) => [element.id, element.type]));
  return resolved.map((one) => {
    const more = edges.get(one.element.id);
    return more === undefined ? one : { ...one, element: withEdges(one.element, more, types) };
  });
}

/** What may support a claim. */
const supports: ReadonlySet<ElementType | undefined> = new Set<ElementType>(['goal', 'strategy', 'solution']);

function withEdges(element: Element, more: readonly Edge[], types: ReadonlyMap<ElementId, ElementType>): Element {
  const known = new Set(element.supportedBy.map(({ to }) => to));
  const added = more.filter(({ to }) => !known.has(to) && known.add(to));
  // A solution that nobody developed would pass for a complete one; so would a goal that rests on an assumption alone.
  const isArgued = element.type === 'goal' || element.type === 'strategy';
  const developed = isArgued && more.some(({ to }) => to !== element.id && supports.has(types.get(to)));
  return {
    ...element,
    supportedBy: [...element.supportedBy, ...added],
    undeveloped: element.undeveloped && !developed,
  };
}
