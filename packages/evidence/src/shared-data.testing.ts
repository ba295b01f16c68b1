import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** Third-party files that are not part of the project: `SURETY_DATA`, else a folder beside the repository. */
export const sharedData = resolve(repository, process.env.SURETY_DATA ?? '../shared/data');

/** Whether the folder is there, and a test name that says so where it is not. */
export function needsShared(folder: string, name: string): { readonly skip: boolean; readonly name: string } {
  const skip = !existsSync(resolve(sharedData, folder));
  return { skip, name: skip ? `${name} — SKIPPED: no shared data (set SURETY_DATA)` : name };
}

/** The package's own fixtures. */
export const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
