import { stat } from 'node:fs/promises';
import type { Evidence } from '@surety/core/case';
import type { Limits } from '../limits.js';
import { logsBelow } from '../log-folder/index.js';
import type { Problem } from '../problem.js';
import type { Reader } from '../readers/index.js';
import { systemCode } from '../source/index.js';
import { plural } from '../text/index.js';
import { locate } from './locate.js';
import type { LockEntry } from './lock.js';

/** The sources of a piece of evidence, with the logs of a folder in the place of the folder. */
export interface Spread {
  /** In the order of the text; the logs of a folder by path, each where the folder is stated. */
  readonly sources: Evidence['sources'];
  /** Folders that are here. */
  readonly folders: number;
  /** What was left out of them. */
  readonly notes: readonly string[];
  /** Why a folder cannot be used: the evidence is then not whole. */
  readonly problems: readonly Problem[];
}

/**
 * Puts the logs below a folder in the place of the folder. Files that no reader recognises are left out and counted.
 * Where the folder is not here the lock entry says what was below it. A folder without logs is a problem, unless logs
 * were locked: then they were taken out, which is for the comparison with the lock to say.
 */
export async function spreadFolders(
  { sources, pool }: Pick<Evidence, 'sources' | 'pool'>,
  entry: LockEntry | undefined,
  around: {
    readonly folder: string;
    readonly root: string;
    readonly limits: Limits;
    readonly readers?: readonly Reader[];
  },
): Promise<Spread> {
  const spread: Evidence['sources'][number][] = [];
  const notes: string[] = [];
  const problems: Problem[] = [];
  let folders = 0;
  for (const stated of sources) {
    const { origin } = stated;
    const path = stated.path.replace(/\/+$/, '');
    const located = await locate(stated, around.folder, around.root);
    const locked = lockedBelow(path, entry);
    if (located.kind === 'absent' && locked.length > 0) spread.push(...locked.map((each) => ({ path: each, origin })));
    else if (located.kind !== 'present' || !(await isFolder(located.location))) spread.push(stated);
    else {
      folders += 1;
      const found = await logsBelow(located.location, around);
      problems.push(
        ...first(found.problems).map((problem) => ({ ...problem, file: below(path, problem.file), origin })),
      );
      if (found.logs.length === 0 && found.problems.length === 0 && locked.length === 0)
        problems.push({ code: 'no-source', message: 'the folder holds no log', file: path, expected: 'logs', origin });
      if (!pool && found.logs.length > 0 && found.problems.length === 0) {
        const message = `the folder holds ${plural(found.logs.length, 'log')}`;
        problems.push({ code: 'not-pooled', message, file: path, expected: 'one source, or pool: true', origin });
      }
      spread.push(...found.logs.map((log) => ({ path: `${path}/${log.path}`, origin })));
      if (found.ignored > 0) notes.push(`${path}: files that no reader recognises, left out: ${found.ignored}`);
    }
  }
  return { sources: spread, folders, notes, problems };
}

/** Paths below this one that were locked, without any that would lead elsewhere. */
function lockedBelow(path: string, entry: LockEntry | undefined): readonly string[] {
  return (entry?.sources ?? [])
    .map((source) => source.path)
    .filter((each) => {
      if (!each.startsWith(`${path}/`)) return false;
      const steps = each.slice(path.length + 1).split('/');
      return !steps.some((step) => step === '' || step === '.' || step === '..');
    });
}

const mostProblems = 10;

/** A folder may hold any number of files that are wrong. */
function first(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostProblems) return problems;
  const shown = problems.slice(0, mostProblems);
  const last = shown.pop()!;
  return [...shown, { ...last, message: `${last.message} (and ${problems.length - mostProblems} more of such files)` }];
}

/** How the case would call a file that the folder calls so. */
function below(path: string, file: string | undefined): string {
  return file === undefined || file.startsWith('/') ? path : `${path}/${file}`;
}

async function isFolder(location: string): Promise<boolean> {
  try {
    return (await stat(location)).isDirectory();
  } catch (error) {
    // Gone since it was located: opening it says so.
    if (systemCode(error) === undefined) throw error;
    return false;
  }
}
