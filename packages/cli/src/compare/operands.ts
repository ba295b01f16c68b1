import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import {
  commitOf,
  type Environment,
  type Had,
  had,
  mergeBaseOf,
  type Repository,
  repositoryOf,
  type Trouble,
  trouble,
} from '@surety/evidence/git';

/** One of the two states that are compared. */
export type Operand =
  | { readonly kind: 'path'; readonly name: string; readonly path: string }
  | {
      readonly kind: 'revision';
      /** As it was asked for: `main`. */
      readonly name: string;
      readonly repository: Repository;
      readonly commit: string;
      /** The case, from the root of the repository. */
      readonly path: string;
    };

export interface Asked {
  readonly first: string;
  readonly second?: string;
  /** The case that revisions are looked into for. */
  readonly case?: string;
  readonly cwd: string;
  readonly env: Environment;
}

export type Operands = readonly [Had<Operand>, Had<Operand>];

/**
 * What the two words of a comparison mean: a file or folder that exists; `REVISION`, `REVISION:PATH`; one word for both,
 * `A..B` or `A...B` (from where the two parted). One word alone is compared with the case as it lies here.
 */
export async function readOperands(asked: Asked): Promise<Operands> {
  const { first, second } = asked;
  const range = second === undefined && !(await isPath(asked, first)) ? rangeOf(first) : undefined;
  if (range !== undefined) return readRange(asked, range);
  const firstIsPath = await isPath(asked, first);
  if (second === undefined) {
    const here = asked.case ?? '.';
    return Promise.all([readOne(asked, first, here), pathOperand(asked, here)]);
  }
  // Of a folder and a revision, the folder says which case is meant.
  const secondIsPath = await isPath(asked, second);
  const fallback = asked.case ?? (firstIsPath && !secondIsPath ? first : secondIsPath && !firstIsPath ? second : '.');
  return Promise.all([readOne(asked, first, fallback), readOne(asked, second, fallback)]);
}

interface Range {
  readonly from: string;
  readonly to: string;
  readonly parted: boolean;
}

function rangeOf(word: string): Range | undefined {
  const match = /^([^:]*?)(\.{2,3})([^:.][^:]*)?$/.exec(word);
  if (match === null || isPathLike(word)) return undefined;
  const [, from = '', dots, to = ''] = match;
  if (from === '' && to === '') return undefined;
  return { from: from === '' ? 'HEAD' : from, to: to === '' ? 'HEAD' : to, parted: dots === '...' };
}

async function readRange(asked: Asked, { from, to, parted }: Range): Promise<Operands> {
  const place = await repositoryOf(resolve(asked.cwd, asked.case ?? '.'), asked.env);
  if (!place.ok) return [place, place];
  const { repository, path } = place.value;
  const at = (name: string, commit: Had<string>): Had<Operand> =>
    commit.ok ? had({ kind: 'revision', name, repository, commit: commit.value, path }) : commit;
  const later = commitOf(repository, to);
  if (!parted) return [at(from, await commitOf(repository, from)), at(to, await later)];
  const base = await mergeBaseOf(repository, from, to);
  return [at(base.ok ? base.value.slice(0, 12) : from, base), at(to, await later)];
}

async function readOne(asked: Asked, word: string, fallback: string): Promise<Had<Operand>> {
  const exists = await isPath(asked, word);
  if (isPathLike(word)) return pathOperand(asked, word);
  const colon = word.indexOf(':');
  if (exists) {
    const also = await revisionOperand(asked, word, fallback);
    if (!also.ok) return pathOperand(asked, word);
    return trouble(
      `“${word}” is a file or folder and a revision too`,
      `Say ./${word} for the one, refs/heads/${word} (or its hash) for the other.`,
    );
  }
  if (colon > 0) return revisionOperand(asked, word.slice(0, colon), undefined, word.slice(colon + 1));
  const found = await revisionOperand(asked, word, fallback);
  if (found.ok) return found;
  return { ok: false, trouble: neither(word, found.trouble) };
}

/** Where a word is no revision it may have been meant for a path. */
function neither(word: string, { message, hint }: Trouble): Trouble {
  const more = hint === undefined ? {} : { hint };
  return { message: `“${word}” is no file or folder here, and ${message}`, ...more };
}

function pathOperand({ cwd }: Asked, name: string): Had<Operand> {
  return had({ kind: 'path', name, path: resolve(cwd, name) });
}

/** The case at a revision: `path` from the root of the repository, else the one that `fallback` names here. */
async function revisionOperand(
  { cwd, env }: Asked,
  revision: string,
  fallback: string | undefined,
  path?: string,
): Promise<Had<Operand>> {
  // As git has it: what begins with one of these two steps starts here, and all else at the root.
  const fromHere = path !== undefined && /^\.{1,2}(?:\/|$)/.test(path);
  const place = await repositoryOf(resolve(cwd, fromHere ? path : (fallback ?? '.')), env);
  if (!place.ok) return place;
  const { repository } = place.value;
  const commit = await commitOf(repository, revision);
  if (!commit.ok) return commit;
  const fromRoot = path === undefined || fromHere ? place.value.path : plainPath(path);
  if (fromRoot === undefined) return trouble(`“${path}” is no path from the root of the repository`);
  return had({ kind: 'revision', name: revision, repository, commit: commit.value, path: fromRoot });
}

/** A path without empty steps; undefined where it steps up. */
function plainPath(path: string): string | undefined {
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.includes('..') ? undefined : steps.join('/');
}

/** Written so that it can be nothing but a path. */
function isPathLike(word: string): boolean {
  return /^(?:\.{1,2})?[\\/]|^\.{1,2}$/.test(word);
}

async function isPath({ cwd }: Asked, word: string): Promise<boolean> {
  if (word === '' || word.includes('\u0000')) return false;
  // As it is written: `HEAD:a/../b` is not to be read as `b`.
  return stat(isAbsolute(word) ? word : `${cwd}/${word}`).then(
    () => true,
    () => false,
  );
}
