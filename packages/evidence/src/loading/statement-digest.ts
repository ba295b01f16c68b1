import { dirname, resolve } from 'node:path';
import type { SignOff } from '@surety/core/case';
import { isInside } from '../files/index.js';
import { digestOfFile } from '../source/index.js';

/** Digest of the statement, where it names a file that is there. */
export async function statementDigest(
  { statement, origin }: Pick<SignOff, 'statement' | 'origin'>,
  root: string,
): Promise<string | undefined> {
  if (statement === undefined || /[\n\0]/.test(statement)) return undefined;
  const path = resolve(root, dirname(origin.file), statement);
  return isInside(root, path) ? digestOfFile(path) : undefined;
}
