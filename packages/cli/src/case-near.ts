import { open, readdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';

/** Folders above a file that are looked at, files of each, and bytes of each file. */
const limits = { folders: 32, files: 50, bytes: 4096 } as const;

/**
 * The folder of the case that a file most likely belongs to: the nearest one above it, up to the folder `top`, that holds a
 * text of a case (`surety: 1` at the start of a line). Undefined where there is none, or the file lies elsewhere; what cannot
 * be read is no text of a case.
 */
export async function caseNear(file: string, top: string): Promise<string | undefined> {
  const below = relative(top, file);
  if (below.startsWith('..') || isAbsolute(below)) return undefined;
  let folder = dirname(file);
  for (let step = 0; step < limits.folders; step += 1) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
    for (const name of names.slice(0, limits.files)) {
      if (/^surety:\s*1\s*(?:#|$)/m.test(await beginning(join(folder, name)))) return folder;
    }
    if (relative(top, folder) === '') return undefined;
    folder = dirname(folder);
  }
  return undefined;
}

async function beginning(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) return '';
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(limits.bytes), 0, limits.bytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } catch {
    return '';
  } finally {
    await file.close();
  }
}
