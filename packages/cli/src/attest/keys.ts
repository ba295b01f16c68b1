import type { KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import type { PinnedKey } from '@surety/evidence';
import type { ExitCode } from '../exit-code.js';
import { type Session, unusable } from '../session.js';

/** The private key in a file that the caller named, or the exit code after saying why there is none. */
export async function privateKeyFrom(session: Session, path: string): Promise<KeyObject | ExitCode> {
  const { describe, readBounded, readPrivateKey } = await import('@surety/evidence');
  const bytes = readBounded(resolve(session.io.cwd, path), path);
  if (!bytes.ok) return unusable(session, describe(bytes.problem));
  const key = readPrivateKey(bytes.value, path);
  return key.ok ? key.value : unusable(session, key.fault.detail);
}

/** The public keys in files that the caller named, or the exit code after saying why there are none. */
export async function publicKeysFrom(
  session: Session,
  paths: readonly string[],
): Promise<readonly PinnedKey[] | ExitCode> {
  const { describe, readBounded, readKeys } = await import('@surety/evidence');
  const keys: PinnedKey[] = [];
  for (const path of paths) {
    const bytes = readBounded(resolve(session.io.cwd, path), path);
    if (!bytes.ok) return unusable(session, describe(bytes.problem));
    const read = readKeys(bytes.value, path);
    if (!read.ok) return unusable(session, read.fault.detail);
    keys.push(...read.value);
  }
  return keys;
}
