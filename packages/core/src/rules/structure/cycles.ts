import type { Element, ElementId } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { dependenciesOf } from './dependencies.js';

export const cycle = rule({
  code: 'cycle',
  title: 'Argument that goes in a circle',
  severity: 'error',
  fatal: true,
  check: cycles,
});

/** Longer cycles are printed with their middle left out. */
const longestPrinted = 20;

/**
 * Every step that closes a cycle on the way down from the tops (then from whatever is left, in the order of the text):
 * one finding for each, so that mending them all leaves none. Each element and each step is visited once.
 */
function cycles(context: RuleContext): Found[] {
  const { case: of, lookup, facts } = context;
  const found: Found[] = [];
  /** Depth on the path while an element is being visited, -1 once it is done. */
  const depth = new Map<ElementId, number>();
  const path: Element[] = [];
  /** By depth: where the element on the path leads, and the next of these steps to take. */
  const steps: (readonly ElementId[])[] = [];
  const at: number[] = [];

  // Where evidence may be carried over an element depends on more than it refers to.
  const stepsFrom = (element: Element) =>
    of.evidence.length === 0 ? lookup.dependencies(element) : dependenciesOf(element, context).map(({ to }) => to);

  const enter = (element: Element): void => {
    depth.set(element.id, path.length);
    steps[path.length] = stepsFrom(element);
    at[path.length] = 0;
    path.push(element);
  };

  const walk = (start: Element): void => {
    if (depth.has(start.id)) return;
    enter(start);
    while (path.length > 0) {
      const last = path.length - 1;
      const step = at[last]!++;
      const to = steps[last]![step];
      if (to === undefined) {
        depth.set(path.pop()!.id, -1);
        continue;
      }
      const before = depth.get(to);
      if (before === undefined) {
        const element = lookup.element(to);
        if (element !== undefined) enter(element);
      } else if (before >= 0 && before < last) {
        // A step to itself is a self-reference, which has a rule of its own.
        const from = path[last]!;
        const message = `The argument goes in a circle: ${circle(path, before)}`;
        found.push({ message, at: dependenciesOf(from, context)[step]!.at, element: from.id });
      }
    }
  };

  facts.tops().forEach((id) => {
    const top = lookup.element(id);
    if (top !== undefined) walk(top);
  });
  // Where an id stands twice, the first element counts.
  of.elements.forEach(({ id }) => {
    if (!depth.has(id)) walk(lookup.element(id)!);
  });
  return found;
}

function circle(path: readonly Element[], start: number): string {
  const length = path.length - start;
  const id = (index: number) => path[index]?.id ?? '';
  const half = longestPrinted / 2;
  const ids =
    length <= longestPrinted
      ? Array.from({ length }, (_, i) => id(start + i))
      : [
          ...Array.from({ length: half }, (_, i) => id(start + i)),
          `… (${length - 2 * half} more)`,
          ...Array.from({ length: half }, (_, i) => id(path.length - half + i)),
        ];
  return [...ids, id(start)].join(' → ');
}
