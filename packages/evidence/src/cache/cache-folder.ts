import { isAbsolute, join, resolve } from 'node:path';
import { isInside } from '../files/index.js';
import { failed, ok, type Result } from '../problem.js';

/**
 * Where the cache is: `SURETY_CACHE`, else `surety` in `XDG_CACHE_HOME` (which counts only as an absolute path), else in
 * `~/.cache`. What is extracted from logs may be sensitive and must not be committed with a case, so a folder inside
 * `caseRoot` is refused.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  places: { readonly home: string; readonly cwd: string; readonly caseRoot?: string },
): Result<string> {
  const xdg = env.XDG_CACHE_HOME ?? '';
  const own = env.SURETY_CACHE ?? '';
  const folder =
    own !== '' ? resolve(places.cwd, own) : join(isAbsolute(xdg) ? xdg : join(places.home, '.cache'), 'surety');
  if (places.caseRoot === undefined || !isInside(places.caseRoot, folder)) return ok(folder);
  return failed({
    code: 'cache-inside-case',
    message: 'the cache would lie inside the case',
    file: folder,
    expected: 'a folder elsewhere in SURETY_CACHE',
  });
}
