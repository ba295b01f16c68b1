import type { CaseLookup, Element, ElementId } from '../case/index.js';

/** Elements below the roots, each after all that it needs; depth-first in text order, without recursion. */
export function postOrder(
  lookup: CaseLookup,
  roots: readonly ElementId[],
  needs: (element: Element) => ElementId[],
): Element[] {
  const order: Element[] = [];
  const seen = new Set<ElementId>();
  const stack: { element: Element; pending: ElementId[] }[] = [];
  const enter = (id: ElementId) => {
    const element = lookup.element(id);
    if (element === undefined || seen.has(id)) return;
    seen.add(id);
    stack.push({ element, pending: needs(element).reverse() });
  };
  for (const root of roots) {
    enter(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.pending.pop();
      if (next !== undefined) {
        enter(next);
        continue;
      }
      order.push(top.element);
      stack.pop();
    }
  }
  return order;
}
