import type { Path } from '../case/index.js';
import { type Fields, isFields, sameContent, says } from './content.js';
import type { FieldChange } from './types.js';
import { wordHunks } from './word-hunks.js';

/**
 * What differs between two maps, as deep as both say the same thing in the same form. Lists of one length are compared
 * item by item; lists of different lengths, and values of another `kind`, change as a whole.
 */
export function diffFields(before: Fields, after: Fields, path: Path = []): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  collectFields(before, after, path, changes);
  return changes;
}

function collectFields(before: Fields, after: Fields, path: Path, into: FieldChange[]): void {
  for (const key of Object.keys(before)) {
    if (!says(key, before[key])) continue;
    const other = Object.hasOwn(after, key) && says(key, after[key]) ? after[key] : undefined;
    collect(before[key], other, [...path, key], into);
  }
  for (const key of Object.keys(after)) {
    if (!says(key, after[key])) continue;
    const had = Object.hasOwn(before, key) && says(key, before[key]);
    if (!had) into.push({ path: [...path, key], after: after[key] });
  }
}

function collect(before: unknown, after: unknown, path: Path, into: FieldChange[]): void {
  if (sameContent(before, after)) return;
  if (after === undefined) into.push({ path, before });
  else if (isFields(before) && isFields(after) && before.kind === after.kind) collectFields(before, after, path, into);
  else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length && isFields(before[0])) {
    before.forEach((item, at) => {
      collect(item, after[at], [...path, at], into);
    });
  } else into.push(changed(path, before, after));
}

function changed(path: Path, before: unknown, after: unknown): FieldChange {
  if (typeof before !== 'string' || typeof after !== 'string') return { path, before, after };
  const words = wordHunks(before, after);
  return words === undefined ? { path, before, after } : { path, before, after, words };
}

/** The map with the changes made. The path of a change must lead through what is there. */
export function applyFields<T extends object>(to: T, changes: readonly FieldChange[]): T {
  return changes.reduce<unknown>((value, change) => set(value, change.path, 0, change), to) as T;
}

function set(value: unknown, path: Path, depth: number, change: FieldChange): unknown {
  const key = path[depth];
  if (key === undefined) return change.after;
  const last = depth === path.length - 1;
  if (Array.isArray(value)) {
    return value.map((item, at) => (at === key ? set(item, path, depth + 1, change) : item));
  }
  if (!isFields(value)) throw new Error(`there is nothing at ${path.slice(0, depth).join('.')}`);
  const rest = Object.entries(value).filter(([name]) => name !== key);
  if (last && change.after === undefined) return Object.fromEntries(rest);
  const inner = Object.hasOwn(value, key) ? value[key] : undefined;
  return Object.fromEntries([...rest, [String(key), set(inner, path, depth + 1, change)]]);
}
