import { stat } from 'node:fs/promises';
import type { Cache } from '../cache/index.js';
import type { Digest } from '../source/index.js';
import { systemCode } from '../source/index.js';

/** What a file was when it was last digested. */
export interface KnownFile {
  /** Size, times of the last change of content and of the entry, and inode: all that the system tells of a change. */
  readonly mark: string;
  readonly digest: Digest;
  readonly reader: string;
  readonly size: number;
}

export type KnownFiles = ReadonlyMap<string, KnownFile>;

/**
 * Which digest the files of a folder had, by path. It is believed without looking at the content, so it may serve to
 * list a folder and for nothing else: whoever wants to can change a content and leave all of its marks as they were.
 */
export async function readKnownFiles(cache: Cache, folder: string): Promise<KnownFiles> {
  const found = await cache.get(keyOf(folder));
  return found.kind === 'found' ? (found.value as KnownFiles) : new Map();
}

export async function writeKnownFiles(cache: Cache, folder: string, known: KnownFiles): Promise<void> {
  // Where it cannot be kept the files are digested again next time.
  await cache.put(keyOf(folder), known);
}

/** `undefined` where the file is gone. */
export async function markOf(location: string): Promise<string | undefined> {
  try {
    const { size, mtimeNs, ctimeNs, ino, dev } = await stat(location, { bigint: true });
    return [size, mtimeNs, ctimeNs, ino, dev].join(' ');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}

function keyOf(folder: string): string {
  return JSON.stringify(['known files', 1, folder]);
}
