import { nearest } from '@surety/core/case';
import type { Repository } from './repository.js';
import { type Had, had, trouble, troubleOf } from './trouble.js';

/** What may be given to git as a revision: nothing that it could take for an option or for several lines. */
export function isRevisionLike(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  return name !== '' && !name.startsWith('-') && name.length <= 500 && !/[\u0000-\u001f\u007f]/.test(name);
}

/** The commit that a revision names (`main`, `HEAD~3`, `v1.2`, a hash), as its hash. */
export async function commitOf(repository: Repository, revision: string): Promise<Had<string>> {
  if (!isRevisionLike(revision)) return trouble(`“${revision}” cannot be the name of a revision`);
  const run = await repository.git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if (run.kind !== 'ended') return { ok: false, trouble: troubleOf(run, 'reading a revision')! };
  // Of `^main`, what is to be left out, git gives a hash with that mark.
  const hash = run.out.toString('utf8').trim();
  if (run.code === 0 && /^[0-9a-f]+$/.test(hash)) return had(hash);
  return trouble(`there is no revision “${revision}” in the repository`, await hintFor(repository, revision));
}

/** The commit from which two revisions parted. */
export async function mergeBaseOf(repository: Repository, one: string, other: string): Promise<Had<string>> {
  const first = await commitOf(repository, one);
  if (!first.ok) return first;
  const second = await commitOf(repository, other);
  if (!second.ok) return second;
  const run = await repository.git(['merge-base', first.value, second.value]);
  if (run.kind === 'ended' && run.code === 0) return had(run.out.toString('utf8').trim());
  if (run.kind === 'ended' && run.code === 1) {
    return trouble(`${one} and ${other} have no commit in common`, await shallowHint(repository));
  }
  return { ok: false, trouble: troubleOf(run, 'looking for a common commit')! };
}

const mostNames = 10_000;

async function hintFor(repository: Repository, revision: string): Promise<string | undefined> {
  const listed = await repository.git([
    'for-each-ref',
    `--count=${mostNames}`,
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ]);
  const names =
    listed.kind === 'ended'
      ? listed.out
          .toString('utf8')
          .split('\n')
          .filter((name) => name !== '')
      : [];
  if (names.length === 0) return 'The repository has no branch with a commit yet.';
  const base = /^[^~^@:]*/.exec(revision)?.[0] ?? '';
  // Of `HEAD~99` the name is right, and the history is too short.
  const near = base === 'HEAD' || names.includes(base) ? undefined : nearest(base, names);
  if (near !== undefined) return `Did you mean ${near}${revision.slice(base.length)}?`;
  return shallowHint(repository);
}

async function shallowHint(repository: Repository): Promise<string | undefined> {
  const run = await repository.git(['rev-parse', '--is-shallow-repository']);
  const isShallow = run.kind === 'ended' && run.out.toString('utf8').trim() === 'true';
  return isShallow ? 'This clone holds a part of the history only: `git fetch --unshallow` gets the rest.' : undefined;
}
