import type { Edge, Element, ElementId, Module } from '../case/index.js';
import type { Resolved } from './make-element.js';

/**
 * Links the elements that a module develops in another to what develops them. They are no longer undeveloped then; whether
 * they were, and whether all of these elements exist, is for the rules.
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
  return resolved.map((one) => {
    const more = edges.get(one.element.id);
    return more === undefined ? one : { ...one, element: withEdges(one.element, more) };
  });
}

function withEdges(element: Element, more: readonly Edge[]): Element {
  const known = new Set(element.supportedBy.map(({ to }) => to));
  const added = more.filter(({ to }) => !known.has(to) && known.add(to));
  return {
    ...element,
    supportedBy: [...element.supportedBy, ...added],
    undeveloped: element.undeveloped && more.length === 0,
  };
}
