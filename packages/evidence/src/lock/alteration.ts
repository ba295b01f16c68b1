import { plural } from '../text/index.js';
import type { LockEntry, LockedSource } from './lock.js';

/**
 * The first source that is not what the lock holds in its place; `undefined` stands for one that is not here. Of a
 * folder's logs it is said which one was added, taken out or altered.
 */
export function alteration(
  sources: readonly (LockedSource | undefined)[],
  entry: LockEntry | undefined,
  { folders }: { readonly folders: number },
): { readonly expected: string; readonly found: string } | undefined {
  if (entry === undefined) return undefined;
  const changed = sources.findIndex(
    (source, at) => source !== undefined && source.digest !== entry.sources[at]?.digest,
  );
  const sameNumber = sources.length === entry.sources.length;
  if (folders > 0 && (changed >= 0 || !sameNumber)) return apart(sources, entry);
  if (changed >= 0)
    return { expected: entry.sources[changed]?.digest ?? 'no such source', found: sources[changed]!.digest };
  if (sameNumber || sources.includes(undefined)) return undefined;
  return { expected: `${entry.sources.length} sources`, found: `${sources.length} sources` };
}

function apart(
  sources: readonly (LockedSource | undefined)[],
  entry: LockEntry,
): { readonly expected: string; readonly found: string } {
  const here = sources.filter((source) => source !== undefined);
  const locked = new Map(entry.sources.map(({ path, digest }) => [path, digest]));
  const paths = new Set(here.map(({ path }) => path));
  const added = here.filter(({ path }) => !locked.has(path)).map(({ path }) => path);
  // Where a stated file is not here, it cannot be told from one that was taken out of the folder; the numbers can.
  const removed = entry.sources.filter(({ path }) => !paths.has(path)).map(({ path }) => path);
  const altered = here.find(({ path, digest }) => locked.has(path) && locked.get(path) !== digest);
  if (altered !== undefined && added.length === 0 && removed.length === 0)
    return { expected: locked.get(altered.path)!, found: `${altered.digest} (${altered.path})` };
  const changes = [
    ...said(added, 'added'),
    ...said(removed, 'removed'),
    ...(altered === undefined ? [] : [`${altered.path} was altered`]),
  ];
  return {
    expected: plural(entry.sources.length, 'log'),
    found: `${plural(sources.length, 'log')} (${changes.join('; ') || 'in another order'})`,
  };
}

/** `logs/a.eval and 2 more were added`. */
function said([first, ...others]: readonly string[], what: 'added' | 'removed'): string[] {
  if (first === undefined) return [];
  return [others.length === 0 ? `${first} was ${what}` : `${first} and ${others.length} more were ${what}`];
}
