import { realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainPath } from '@surety/core/language/edit';
import { isInside } from '@surety/evidence';

/** The folder that a path from the root names; undefined where there is none, or it leads out of the root. */
export function folderBelow(root: string, path: string): string | undefined {
  if (path !== '' && !isPlainPath(path)) return undefined;
  try {
    const real = realpathSync(join(root, path));
    return isInside(root, real) && statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}
