import type { CaseLookup, ElementId } from '../case/index.js';

/**
 * Assumptions cited above an element: what stands below the citing element is reported as it is, "also subject to"
 * them. In text order; shared between siblings.
 */
export function subjectTo(lookup: CaseLookup): (id: ElementId) => readonly ElementId[] {
  const known = new Map<ElementId, readonly ElementId[]>();
  const isCited = lookup.case.elements.some(({ inContextOf }) =>
    inContextOf.some(({ to }) => lookup.element(to)?.type === 'assumption'),
  );
  if (!isCited) return () => [];
  const place = new Map(lookup.case.elements.map((element, i) => [element.id, i]));
  const none: readonly ElementId[] = [];

  const parentsOf = (id: ElementId) =>
    lookup
      .parents(id)
      .filter((parent) => parent.relation === 'supportedBy')
      .map((parent) => parent.element);

  function combine(id: ElementId): readonly ElementId[] {
    const parents = parentsOf(id);
    const sets = parents.map((parent) => {
      const cited = parent.inContextOf.map((edge) => edge.to).filter((to) => lookup.element(to)?.type === 'assumption');
      const inherited = known.get(parent.id) ?? none;
      return cited.every((to) => inherited.includes(to)) ? inherited : [...new Set([...inherited, ...cited])];
    });
    if (sets.length <= 1) return sets[0] ?? none;
    const all = new Set(sets.flat());
    const first = sets[0] ?? none;
    if (all.size === first.length) return first;
    return [...all].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  }

  for (const { id } of lookup.case.elements) {
    const stack = [id];
    const open = new Set<ElementId>();
    while (stack.length > 0) {
      const top = stack.at(-1) as ElementId;
      const waiting = open.has(top)
        ? []
        : parentsOf(top).filter((parent) => !known.has(parent.id) && !open.has(parent.id));
      open.add(top);
      if (waiting.length > 0 && !known.has(top)) {
        for (const parent of waiting) stack.push(parent.id);
        continue;
      }
      stack.pop();
      if (!known.has(top)) known.set(top, combine(top));
    }
  }
  return (id) => known.get(id) ?? none;
}
