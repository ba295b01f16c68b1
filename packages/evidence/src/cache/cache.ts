import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAtomic } from '../files/index.js';
import type { Problem } from '../problem.js';
import { systemCode } from '../source/index.js';
import { pack, unpack } from './pack.js';

/**
 * What was found under a key. `damaged`: there was an entry, but it is not what was put there; it is to be made anew.
 */
export type Found =
  | { readonly kind: 'found'; readonly value: unknown }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

/**
 * A folder of plain data by key. Entries are written whole or not at all, so that any number of processes may share it;
 * it may be deleted at any time. Each carries a checksum and its key: what is cut off, altered or moved is not used. That
 * finds damage, not malice: whoever may write to the folder may also write to the sources and to Surety.
 */
export interface Cache {
  get(key: string): Promise<Found>;
  /** What kept the value from being written is a problem of the cache alone: the work is done without it. */
  put(key: string, value: unknown): Promise<Problem | undefined>;
  /** Removes entries, the ones not used for longest first, until the cache is no larger than it may be. */
  trim(): Promise<Problem | undefined>;
}

export interface CacheOptions {
  /** Default 2 GiB. */
  readonly mostBytes?: number;
}

const layout = 'v1';
/** Of one entry, packed; the columns of the largest log take a part of that. */
const mostEntryBytes = 1024 ** 3;
const entryName = /^[0-9a-f]{64}$/;

/** Nothing is made before something is put. Folders get the permissions 0700, files 0600. */
export function openCache(folder: string, { mostBytes = 2 * 1024 ** 3 }: CacheOptions = {}): Cache {
  const home = join(folder, layout);
  const placeOf = (key: string) => {
    const name = createHash('sha256').update(key).digest('hex');
    return join(home, name.slice(0, 2), name);
  };

  async function get(key: string): Promise<Found> {
    const bytes = await readAndTouch(placeOf(key));
    if (bytes === undefined) return { kind: 'missing' };
    const whole = unpack(bytes)?.value as { readonly key?: unknown; readonly value?: unknown } | undefined;
    return whole?.key === key ? { kind: 'found', value: whole.value } : { kind: 'damaged' };
  }

  async function put(key: string, value: unknown): Promise<Problem | undefined> {
    const place = placeOf(key);
    const bytes = pack({ key, value });
    const write = () => writeAtomic(place, bytes, { mode: 0o600, flush: false, follow: false });
    // Most often the entry's shelf is there; where it is not, or was just deleted, it is made for a second attempt.
    if ((await write()) === undefined) return undefined;
    try {
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      return { code: 'write-failed', message: `the cache could not be written (${code})`, file: folder };
    }
    return write();
  }

  async function trim(): Promise<Problem | undefined> {
    try {
      const entries = (await allEntries(home)).sort((a, b) => a.usedAt - b.usedAt || (a.path < b.path ? -1 : 1));
      let bytes = entries.reduce((sum, { size }) => sum + size, 0);
      for (const { path, size } of entries) {
        if (bytes <= mostBytes) return undefined;
        await unlessGone(unlink(path));
        bytes -= size;
      }
      return undefined;
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined) throw error;
      return { code: 'write-failed', message: `the cache could not be trimmed (${code})`, file: folder };
    }
  }

  return { get, put, trim };
}

/** The content of an entry, whose time of writing is from now on that of this use. */
async function readAndTouch(path: string): Promise<Buffer | undefined> {
  let handle: FileHandle | undefined;
  try {
    // Neither through a link, whose target would be written to, nor from a pipe, which would wait for a writer.
    handle = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size > mostEntryBytes) return undefined;
    const bytes = await handle.readFile();
    // Its own first byte over itself: the system notes the time, and a reader at the same moment sees no difference.
    if (bytes.length > 0) await handle.write(bytes, 0, 1, 0);
    return bytes;
  } catch (error) {
    // Whatever keeps an entry from being read, the source can be.
    if (systemCode(error) === undefined) throw error;
    return undefined;
  } finally {
    await handle?.close();
  }
}

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly usedAt: number;
}

async function allEntries(home: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const shelf of (await unlessGone(readdir(home))) ?? []) {
    for (const name of (await unlessGone(readdir(join(home, shelf)))) ?? []) {
      const path = join(home, shelf, name);
      // Beside entries there are only the beginnings of some that were never finished; they age like the rest.
      if (!entryName.test(name) && !name.endsWith('.tmp')) continue;
      const stats = await unlessGone(lstat(path));
      if (stats?.isFile() === true) entries.push({ path, size: stats.size, usedAt: stats.mtimeMs });
    }
  }
  return entries;
}

/** Another process may be trimming or deleting the same folder. */
async function unlessGone<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
