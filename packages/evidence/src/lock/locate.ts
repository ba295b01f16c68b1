import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Evidence } from '@surety/core/case';
import { isInside } from '../files/index.js';
import type { Problem } from '../problem.js';
import { systemCode } from '../source/index.js';

export type Located =
  | { readonly kind: 'present'; readonly path: string; readonly location: string }
  | { readonly kind: 'absent'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly problem: Problem };

/**
 * Where a source lies. Its path is relative to the folder of the file that states it, which in turn is relative to the
 * case's folder. Neither the path as written nor what its links lead to may leave the root.
 */
export async function locate(source: Evidence['sources'][number], folder: string, root: string): Promise<Located> {
  const { path, origin } = source;
  const refused: Located = {
    kind: 'refused',
    path,
    problem: {
      code: 'source-outside-root',
      message: `the source ${path} leaves the root of the case`,
      file: path,
      expected: 'a path below the nearest folder that holds .git, else below the case’s folder',
      origin,
    },
  };
  if (path.includes('\u0000')) return refused;
  const location = resolve(folder, dirname(origin.file), path);
  try {
    const real = await realpath(location);
    return isInside(root, real) ? { kind: 'present', path, location: real } : refused;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return isInside(root, location) ? { kind: 'absent', path } : refused;
    const message = `the source cannot be reached${code === undefined ? '' : ` (${code})`}`;
    return { kind: 'refused', path, problem: { code: 'source-unreadable', message, file: path, origin } };
  }
}
