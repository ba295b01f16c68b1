import { type Repository, repositoryOf } from '@surety/evidence/git';
import type { TextState } from '../api/index.js';

type Git = NonNullable<TextState['git']>;

/** The repository that a case lies in, and where in it. */
export interface CaseRepository {
  readonly repository: Repository;
  /** Folder (or file) of the case from its root; empty where it is the root. */
  readonly path: string;
  /** Absolute: where it keeps HEAD and the index. */
  readonly gitFolder: string;
}

/** Undefined, with the reason, outside of a repository or without git. */
export async function caseRepository(
  location: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<CaseRepository | { readonly why: string }> {
  const place = await repositoryOf(location, env);
  if (!place.ok) return { why: `${place.trouble.message}.` };
  const { repository, path } = place.value;
  const run = await repository.git(['rev-parse', '--absolute-git-dir']);
  if (run.kind !== 'ended' || run.code !== 0) return { why: 'git does not say where it keeps the repository.' };
  return { repository, path, gitFolder: run.out.toString('utf8').replace(/\r?\n$/, '') };
}

/** Who commits here, as git knows him. */
export async function whoCommits({ repository }: CaseRepository): Promise<string | undefined> {
  const run = await repository.git(['config', '--get', 'user.name']);
  const name = run.kind === 'ended' && run.code === 0 ? run.out.toString('utf8').trim() : '';
  return name === '' ? undefined : name;
}

/** Branch, commit, and what of the case is not committed as it stands. */
export async function gitFacts({ repository, path }: CaseRepository): Promise<Git | undefined> {
  const run = await repository.git([
    // A program that the repository names is not run for this.
    ...['-c', 'core.fsmonitor=false', '--literal-pathspecs'],
    ...[
      'status',
      '--porcelain=v2',
      '--branch',
      '-z',
      '--untracked-files=all',
      '--no-renames',
      '--',
      path === '' ? '.' : path,
    ],
  ]);
  if (run.kind !== 'ended' || run.code !== 0) return undefined;
  const records = run.out.toString('utf8').split('\0');
  const told = (name: string) =>
    records.find((one) => one.startsWith(`# branch.${name} `))?.slice(`# branch.${name} `.length);
  const head = told('oid');
  const branch = told('head');
  return {
    ...(branch === undefined || branch === '(detached)' ? {} : { branch }),
    ...(head === undefined || head === '(initial)' ? {} : { head }),
    changed: records.flatMap(changedPath),
  };
}

/** `1 XY sub mH mI mW hH hI path`, `u XY …` with ten words before the path, `? path`. */
function changedPath(record: string): readonly string[] {
  const words = record[0] === '1' ? 8 : record[0] === 'u' ? 10 : record[0] === '?' ? 1 : 0;
  return words === 0 ? [] : [record.split(' ').slice(words).join(' ')];
}
