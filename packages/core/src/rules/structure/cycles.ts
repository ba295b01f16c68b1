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

interface Step {
  readonly element: Element;
  readonly next: readonly ElementId[];
  /** Index in `next` of the step to take. */
  at: number;
}

/**
 * Every step that closes a cycle on the way down from the tops (then from whatever is left, in the order of the text):
 * one finding for each, so that mending them all leaves none. Each element and each step is visited once.
 */
function cycles(context: RuleContext): Found[] {
  const { case: of, lookup, facts } = context;
  const found: Found[] = [];
  /** Depth on the path while an element is being visited, -1 once it is done. */
  const depth = new Map<ElementId, number>();
  const path: Step[] = [];

  // Where evidence may be carried over an element depends on more than it refers to.
  const next = (element: Element) =>
    of.evidence.length === 0 ? lookup.dependencies(element) : dependenciesOf(element, context).map(({ to }) => to);

  function enter(element: Element): void {
    depth.set(element.id, path.length);
    path.push({ element, next: next(element), at: 0 });
  }

  function take(step: Step, index: number): void {
    const to = step.next[index]!;
    const { element: from } = step;
    const element = lookup.element(to);
    // A step to itself is a self-reference, which has a rule of its own.
    if (element === undefined || to === from.id) return;
    const start = depth.get(to);
    if (start === undefined) enter(element);
    else if (start >= 0) {
      const message = `The argument goes in a circle: ${circle(path, start)}`;
      found.push({ message, at: dependenciesOf(from, context)[index]!.at, element: from.id });
    }
  }

  const starts = [...facts.tops(), ...of.elements.map((element) => element.id)];
  for (const id of starts) {
    const start = lookup.element(id);
    if (start === undefined || depth.has(id)) continue;
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      if (top.at < top.next.length) take(top, top.at++);
      else {
        depth.set(top.element.id, -1);
        path.pop();
      }
    }
  }
  return found;
}

function circle(path: readonly Step[], start: number): string {
  const length = path.length - start;
  const id = (index: number) => path[index]?.element.id ?? '';
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
