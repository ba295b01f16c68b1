import type { Case, Diagnostic } from '../case/index.js';
import { list } from './words.js';

/**
 * A fault of a pattern shows in everything that is made from it, at one place of the text. It is told once, by the first
 * of the elements; the others are named, and what is found of each is in `related`. Waived findings stay apart from those
 * that are not.
 */
export function oneForAllInstances<Code extends string>(
  { elements }: Case,
  found: readonly Diagnostic<Code>[],
): readonly Diagnostic<Code>[] {
  const made = new Set(elements.flatMap(({ id, instance }) => (instance === undefined ? [] : [id])));
  if (made.size === 0) return found;
  const groups = new Map<unknown, Diagnostic<Code>[]>();
  const times = new Map<string, number>();
  for (const one of found) {
    const key = one.element !== undefined && made.has(one.element) ? keyOf(one, one.element, times) : one;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].map(merged);
}

/** What is found twice of one element is two findings: its first goes with the first of the others. */
function keyOf<Code extends string>(one: Diagnostic<Code>, element: string, times: Map<string, number>): string {
  const { code, range, waived } = one;
  const place = JSON.stringify([code, range.file, range.start.offset, range.end.offset, waived ?? null]);
  const own = JSON.stringify([element, place]);
  const before = times.get(own) ?? 0;
  times.set(own, before + 1);
  return `${before} ${place}`;
}

function merged<Code extends string>(group: readonly Diagnostic<Code>[]): Diagnostic<Code> {
  const [first, ...others] = group as [Diagnostic<Code>, ...Diagnostic<Code>[]];
  if (others.length === 0) return first;
  const instances = `${others.length} more ${others.length === 1 ? 'instance' : 'instances'}`;
  const names = list(others.map(({ element }) => element!));
  return {
    ...first,
    message: `${first.message} (and in ${instances}: ${names})`,
    related: [...(first.related ?? []), ...others.map(({ message, range }) => ({ message, range }))],
  };
}
