import { randomBytes } from 'node:crypto';
import { type FileHandle, open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../problem.js';
import { systemCode } from '../source/index.js';

/**
 * Writes a file so that a reader, or a crash, sees the old content or the new, never a part: a temporary file in the
 * same folder, flushed, renamed over the old one, and the folder flushed. A link is written through, and the
 * permissions of an old file are kept; a new one gets `mode`. Where nothing is lost with the file, `flush: false` spares
 * the wait for the disk. With `follow: false` a link is replaced, and `mode` is what every file gets. What is no file (a
 * device such as `/dev/null`, a pipe) is written to as it is: a file in its place would be something else. Returns what kept
 * it from being written.
 */
export async function writeAtomic(
  path: string,
  bytes: string | Uint8Array,
  {
    mode: newMode = 0o666,
    flush = true,
    follow = true,
  }: { readonly mode?: number; readonly flush?: boolean; readonly follow?: boolean } = {},
): Promise<Problem | undefined> {
  const target = follow ? await realpath(path).catch(() => path) : path;
  const temporary = temporaryFor(target);
  try {
    const old = follow ? await stat(target).catch(() => undefined) : undefined;
    if (old !== undefined && !old.isFile()) {
      await writeFile(target, bytes);
      return undefined;
    }
    await writeTemporary(temporary, bytes, { mode: old === undefined ? newMode : old.mode & 0o777, flush });
    await rename(temporary, target);
    if (flush) await syncFolder(dirname(target));
    return undefined;
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    const code = systemCode(error);
    if (code === undefined) throw error;
    return { code: 'write-failed', message: `the file could not be written (${code})`, file: path };
  }
}

/** Where the new content of a file is written before it is renamed into place: beside it, hidden, of a name of its own. */
export function temporaryFor(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Writes a file that is not there yet, and flushes it. Throws where the system refuses; the file may be there in part then. */
export async function writeTemporary(
  temporary: string,
  bytes: string | Uint8Array,
  { mode, flush }: { readonly mode: number; readonly flush: boolean },
): Promise<void> {
  const handle = await open(temporary, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    if (flush) await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename itself durable. Some systems cannot open a folder; there is nothing more to do on them. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch {
    return;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'EBADF', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}
