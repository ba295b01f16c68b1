import { isAbsolute } from 'node:path';
import { cacheFolder } from '../cache/index.js';
import type { MeasureOptions } from '../lock/index.js';
import { describe } from '../problem.js';
import type { Loading } from './loading.js';

/**
 * How the evidence of a case below `root` is read: by which readers, through which cache, and what is said meanwhile.
 * What cannot be kept in the cache is told and costs time, nothing else.
 */
export function readingOf(
  { env, cwd, readers, measuring, note }: Loading,
  root: string,
  say: (what: string) => void,
): Pick<MeasureOptions, 'readers' | 'cache' | 'onProgress' | 'onRead'> {
  // Nothing is kept for somebody who has no home.
  const home = env.HOME ?? env.USERPROFILE ?? '';
  const named = (env.SURETY_CACHE ?? '') !== '' || isAbsolute(env.XDG_CACHE_HOME ?? '');
  const folder = named || home !== '' ? cacheFolder(env, { home, cwd, caseRoot: root }) : undefined;
  // A home that is a repository with the case in it has its cache inside; that is nobody's mistake.
  if (folder?.ok === false && named) note?.(describe(folder.problem));
  return {
    ...(readers === undefined ? {} : { readers }),
    ...(folder?.ok === true ? { cache: folder.value } : {}),
    onProgress: (progress) => {
      const { evidence, done, of, logs } = progress;
      measuring?.(progress);
      const below = logs === undefined ? '' : `, ${logs.done} of ${logs.of} logs`;
      say(`Reading the evidence, ${done + 1} of ${of}: ${evidence}${below}`);
    },
    onRead: ({ cacheProblems }) => {
      for (const problem of cacheProblems) note?.(describe(problem));
    },
  };
}
