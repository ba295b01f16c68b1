import type { CaseLookup, Element, ElementId } from '../case/index.js';

/** Elements below the roots, each after all that it needs; depth-first in text order, without recursion. */
export function postOrder(
  lookup: CaseLookup,
  roots: readonly ElementId[],
  needs: (element: Element) => readonly ElementId[],
): Element[] {
  const order: Element[] = [];
  const seen = new Set<ElementId>();
  const stack: { readonly element: Element; readonly below: readonly ElementId[]; next: number }[] = [];
  const enter = (id: ElementId) => {
    if (seen.has(id)) return;
    const element = lookup.element(id);
    if (element === undefined) return;
    seen.add(id);
    stack.push({ element, below: needs(element), next: 0 });
  };
  for (const root of roots) {
    enter(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      if (top.next < top.below.length) enter(top.below[top.next++]!);
      else {
        order.push(top.element);
        stack.pop();
      }
    }
  }
  return order;
}
