import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cacheFolder } from '@surety/evidence';
import { stateFolder, stateOfServers } from './memory.js';

/**
 * Where this program keeps state and cache, absolute and free of links as far as they are there. What changes in them is
 * nobody's change of a case, also where they lie in its folder.
 */
export async function ownFolders(env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const cache = cacheFolder(env, { home: env.HOME ?? env.USERPROFILE ?? '', cwd: process.cwd() });
  const state = stateFolder(env);
  const folders = [state === undefined ? undefined : stateOfServers(state), cache.ok ? cache.value : undefined].filter(
    (one) => one !== undefined,
  );
  return Promise.all(folders.map(realOf));
}

/** Free of links as far as it is there. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realOf(above), basename(path));
  }
}
