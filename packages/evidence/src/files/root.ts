import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The folder that no path of a case may leave: the nearest one above that holds `.git`, else the case's own folder. */
export async function findRoot(folder: string): Promise<string> {
  const own = await realpath(folder);
  for (let at = own; ; at = dirname(at)) {
    if (await exists(join(at, '.git'))) return at;
    if (dirname(at) === at) return own;
  }
}

/** Whether the path is the root or below it. Both must be free of links for the answer to mean anything. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
