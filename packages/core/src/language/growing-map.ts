import type { Entry } from './tree.js';

/** The entries of a map that is being read, each with a key of its own. */
export interface GrowingMap {
  readonly entries: Entry[];
  /** Keys of the first entries, once there are many. */
  keys: Set<string> | undefined;
}

/** Maps of at most this many keys are searched, not indexed. */
const smallMap = 12;

export function growingMap(): GrowingMap {
  return { entries: [], keys: undefined };
}

export function hasKey(map: GrowingMap, key: string): boolean {
  const { entries } = map;
  if (entries.length <= smallMap) {
    for (let at = 0; at < entries.length; at += 1) if (entries[at]!.key === key) return true;
    return false;
  }
  map.keys ??= new Set();
  const { keys } = map;
  for (let at = keys.size; at < entries.length; at += 1) keys.add(entries[at]!.key);
  return keys.has(key);
}
