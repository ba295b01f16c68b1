import type { Element } from '../case/index.js';
import type { Resolved } from './make-element.js';
import { report } from './source.js';
import { entryOf, headOf } from './tree.js';

type Inherited = Pick<Element, 'category' | 'subsystem' | 'outcome' | 'assumes'>;
const keys = ['category', 'subsystem', 'outcome', 'assumes'] as const;
type Key = (typeof keys)[number];

/**
 * Hands `defaults` down to what supports the element, directly or not. An element on the way that states its own
 * value, or has defaults of its own, overrides it for itself and for what is below it. Contexts inherit nothing.
 */
export function inherit(resolved: readonly Resolved[]): readonly Element[] {
  if (!resolved.some(({ defaults }) => defaults !== undefined)) return resolved.map(({ element }) => element);
  const byId = new Map(resolved.map((one) => [one.element.id, one]));
  const given = new Map<string, Partial<Record<Key, Inherited[Key]>>>();
  for (const one of resolved) {
    if (one.defaults === undefined) continue;
    for (const key of keys) {
      const value = defaultOf(one, key);
      if (value !== undefined) handDown(one, key, value, byId, given);
    }
  }
  return resolved.map(({ element }) => {
    const values = given.get(element.id);
    return values === undefined ? element : ({ ...element, ...values } as Element);
  });
}

function handDown(
  from: Resolved,
  key: Key,
  value: Inherited[Key],
  byId: ReadonlyMap<string, Resolved>,
  given: Map<string, Partial<Record<Key, Inherited[Key]>>>,
): void {
  const stack = [{ parent: from, value }];
  const seen = new Set<string>([from.element.id]);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const { to } of next.parent.element.supportedBy) {
      const child = byId.get(to);
      if (child === undefined || seen.has(to)) continue;
      seen.add(to);
      const own = ownValue(child, key);
      const known = given.get(to);
      if (own === undefined) {
        const other = known?.[key];
        if (other !== undefined && !same(other, next.value)) {
          reportConflict(child, key, other, next.value);
          continue;
        }
        given.set(to, { ...known, [key]: next.value });
      }
      // Its own defaults start a walk of their own.
      if (defaultOf(child, key) === undefined) stack.push({ parent: child, value: own ?? next.value });
    }
  }
}

function defaultOf(one: Resolved, key: Key): Inherited[Key] | undefined {
  return key === 'assumes' ? one.assumed : one.defaults?.[key];
}

function ownValue({ element, node }: Resolved, key: Key): Inherited[Key] | undefined {
  return entryOf(node, key) === undefined ? undefined : element[key];
}

function same(a: Inherited[Key], b: Inherited[Key]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function reportConflict({ element, file, node }: Resolved, key: Key, a: Inherited[Key], b: Inherited[Key]): void {
  const at = headOf(node);
  const words = [a, b].map((value) => (typeof value === 'string' ? `'${value}'` : 'different lists'));
  const message = `\`${element.id}\` inherits different values of \`${key}\`: ${words.join(' and ')}.`;
  report(file.source, 'defaults-conflict', at, message, { hint: `State \`${key}\` on \`${element.id}\` itself.` });
}
