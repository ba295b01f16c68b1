import { realpath } from 'node:fs/promises';
import { cacheFolder } from '@surety/evidence';
import { stateFolder } from './memory.js';

/**
 * Where this program keeps state and cache, absolute and free of links as far as they are there. What changes in them is
 * nobody's change of a case, also where they lie in its folder.
 */
export async function ownFolders(env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const cache = cacheFolder(env, { home: env.HOME ?? env.USERPROFILE ?? '', cwd: process.cwd() });
  const folders = [stateFolder(env), cache.ok ? cache.value : undefined].filter((one) => one !== undefined);
  return Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)));
}
