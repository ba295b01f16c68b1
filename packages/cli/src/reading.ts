import { isAbsolute } from 'node:path';
import type { MeasureOptions } from '@surety/evidence';
import type { Session } from './session.js';

/**
 * How the evidence of a case below `root` is read: by which readers, through which cache, and what is said meanwhile.
 * What cannot be kept in the cache is told and costs time, nothing else.
 */
export async function readingOf(
  session: Session,
  root: string,
  say: (what: string) => void,
): Promise<Pick<MeasureOptions, 'readers' | 'cache' | 'onProgress' | 'onRead'>> {
  const { cacheFolder, describe } = await import('@surety/evidence');
  const { env, cwd } = session.io;
  // Nothing is kept for somebody who has no home.
  const home = env.HOME ?? env.USERPROFILE ?? '';
  const named = (env.SURETY_CACHE ?? '') !== '' || isAbsolute(env.XDG_CACHE_HOME ?? '');
  const folder = named || home !== '' ? cacheFolder(env, { home, cwd, caseRoot: root }) : undefined;
  // A home that is a repository with the case in it has its cache inside; that is nobody's mistake.
  if (folder?.ok === false && named) session.note(describe(folder.problem));
  return {
    ...session.reading,
    ...(folder?.ok === true ? { cache: folder.value } : {}),
    onProgress: ({ evidence, done, of, logs }) => {
      const below = logs === undefined ? '' : `, ${logs.done} of ${logs.of} logs`;
      say(`Reading the evidence, ${done + 1} of ${of}: ${evidence}${below}`);
    },
    onRead: ({ cacheProblems }) => {
      for (const problem of cacheProblems) session.note(describe(problem));
    },
  };
}
