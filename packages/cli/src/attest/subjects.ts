import { dirname, join, relative, resolve } from 'node:path';
import { type NamedFile, provenanceFiles } from '@surety/core/case';
import type { Subject } from '@surety/evidence';
import type { CheckedCase } from '../load-case.js';

/**
 * Everything that an assessment rests on, each with its digest: the files of the case, the lock file, the sources (as read,
 * or as locked), attestations, signatures and keys. Names are paths from the folder of the case.
 */
export async function subjectsOf(checked: CheckedCase): Promise<readonly Subject[]> {
  const { digestOfFile, lockFileName } = await import('@surety/evidence');
  const { folder, root, case: of, measures } = checked;
  const name = (path: string) => relative(folder, path).replaceAll('\\', '/');
  const found = new Map<string, string>();
  const pathOf = ({ path, origin }: NamedFile) => resolve(root, dirname(origin.file), path);
  for (const path of [...checked.files, join(folder, lockFileName), ...provenanceFiles(of).map(pathOf)]) {
    const digest = await digestOfFile(path);
    // What is not here blocks the verdict by itself, or (the lock file) is not needed.
    if (digest !== undefined) found.set(name(path), digest);
  }
  for (const { id, sources } of of.evidence) {
    const digests = measures[id]?.digests ?? [];
    if (digests.length === sources.length)
      for (const [at, source] of sources.entries()) found.set(name(pathOf(source)), digests[at]!);
  }
  return [...found].map(([path, digest]) => ({ name: path, digest })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
