import type { Element } from '../case/index.js';
import type { Fields } from './content.js';
import { sameContent } from './content.js';
import { applyFields, diffFields } from './fields.js';
import { append } from './multimap.js';
import { longestRising } from './rising.js';
import type { FieldChange, ListChange } from './types.js';

/** Elements are told apart by their ids, which are unique. */
export function elementKey({ id }: Element): string {
  return id;
}

/** One key per entry, each but once: where the given ones are not unique, the second entry of a key goes by `KEY (2)`. */
export function uniqueKeys<T>(list: readonly T[], key: (entry: T) => string): readonly string[] {
  const used = new Set<string>();
  const times = new Map<string, number>();
  return list.map((entry) => {
    const plain = key(entry);
    let unique = plain;
    while (used.has(unique)) {
      const nth = (times.get(plain) ?? 1) + 1;
      times.set(plain, nth);
      unique = `${plain} (${nth})`;
    }
    used.add(unique);
    return unique;
  });
}

/**
 * What became of a list, in the order of the later one, removed entries behind what they stood behind. Of the entries
 * that stayed, as few as possible are said to have moved.
 */
export function diffLists<T extends object>(
  before: readonly T[],
  after: readonly T[],
  key: (entry: T) => string,
  differ: (before: T, after: T) => readonly FieldChange[] = everyField,
): readonly ListChange<T>[] {
  const keysBefore = uniqueKeys(before, key);
  const keysAfter = uniqueKeys(after, key);
  const placeBefore = new Map(keysBefore.map((one, at) => [one, at]));
  const kept = keysAfter.flatMap((one) => placeBefore.get(one) ?? []);
  const stayed = longestRising(kept).map((index) => kept[index]!);
  const keys = new Set(keysAfter);
  const changes: ListChange<T>[] = [];
  const remove = (from: number, end = before.length) => {
    for (let was = from; was < end; was += 1) {
      const one = keysBefore[was]!;
      if (!keys.has(one)) changes.push({ change: 'removed', key: one, was, value: before[was]! });
    }
  };
  remove(0, stayed[0]);
  let passed = 0;
  keysAfter.forEach((one, at) => {
    const was = placeBefore.get(one);
    if (was === undefined) {
      changes.push({ change: 'added', key: one, at, value: after[at]! });
      return;
    }
    const fields = differ(before[was]!, after[at]!);
    const isMoved = was !== stayed[passed];
    if (fields.length > 0) changes.push({ change: 'changed', key: one, ...(isMoved ? { was, at } : {}), fields });
    else if (isMoved) changes.push({ change: 'moved', key: one, was, at, fields: [] });
    if (isMoved) return;
    passed += 1;
    remove(was + 1, stayed[passed]);
  });
  return changes;
}

function everyField(before: object, after: object): readonly FieldChange[] {
  return sameContent(before, after) ? [] : diffFields(before as Fields, after as Fields);
}

/** The list with the changes made: `diffLists(a, b)` applied to a gives b, but for places in the text. */
export function applyList<T extends object>(
  before: readonly T[],
  changes: readonly ListChange<T>[],
  key: (entry: T) => string,
): readonly T[] {
  const keys = uniqueKeys(before, key);
  const gone = new Set<string>();
  const mended = new Map<string, readonly FieldChange[]>();
  for (const change of changes) {
    if (change.change === 'removed' || ('at' in change && change.at !== undefined)) gone.add(change.key);
    if (change.change === 'changed') mended.set(change.key, change.fields);
  }
  const entry = new Map(keys.map((one, at) => [one, before[at]!]));
  const stranger = changes.find((change) => change.change !== 'added' && !entry.has(change.key));
  if (stranger !== undefined) throw new Error(`the difference was made for another case: there is no ${stranger.key}`);
  const now = (one: string): T => applyFields(entry.get(one)!, mended.get(one) ?? []);
  const placed = new Map<number, T>();
  for (const change of changes) {
    if (change.change === 'added') placed.set(change.at, change.value);
    else if (change.change !== 'removed' && change.at !== undefined) placed.set(change.at, now(change.key));
  }
  const stay = keys.filter((one) => !gone.has(one));
  const result: T[] = [];
  for (let at = 0, next = 0; at < stay.length + placed.size; at += 1) {
    result.push(placed.get(at) ?? now(stay[next++]!));
  }
  return result;
}

/** The later list with what was removed put back, each entry behind the one that it stood behind. */
export function withRemoved<T>(before: readonly T[], after: readonly T[], key: (entry: T) => string): readonly T[] {
  const keysAfter = uniqueKeys(after, key);
  const kept = new Set(keysAfter);
  const behind = new Map<string | undefined, T[]>();
  let anchor: string | undefined;
  uniqueKeys(before, key).forEach((one, at) => {
    if (kept.has(one)) anchor = one;
    else append(behind, anchor, before[at]!);
  });
  const removed = (from: string | undefined) => behind.get(from) ?? [];
  return [...removed(undefined), ...after.flatMap((entry, at) => [entry, ...removed(keysAfter[at])])];
}
