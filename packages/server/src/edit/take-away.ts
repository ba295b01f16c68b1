import { unlinkSync } from 'node:fs';

/** Removes a file, where it is there: one whose name the system does not take never was. */
export function takeAway(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!['ENOENT', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
