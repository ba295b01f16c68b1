import { resolve } from 'node:path';
import type { Reader } from '@surety/evidence';
import type { Io } from './io.js';

/** Loads the readers that the command line names; `readers` is absent where it names none. */
export async function ownReaders(
  io: Io,
  files: readonly string[],
): Promise<
  { readonly ok: true; readonly readers?: readonly Reader[] } | { readonly ok: false; readonly message: string }
> {
  if (files.length === 0) return { ok: true };
  const { describe, loadReaders } = await import('@surety/evidence');
  const loaded = await loadReaders(files.map((path) => ({ location: resolve(io.cwd, path), path })));
  return loaded.ok ? { ok: true, readers: loaded.value } : { ok: false, message: describe(loaded.problem) };
}
