import { realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { type GitRun, runGit } from './run-git.js';
import { type Had, had, trouble, troubleOf } from './trouble.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A working tree of a git repository (the first one or another). */
export interface Repository {
  /** Absolute and free of links. */
  readonly root: string;
  /** Runs git in it. */
  readonly git: (
    args: readonly string[],
    more?: { readonly input?: string; readonly maxBytes?: number; readonly to?: number },
  ) => Promise<GitRun>;
}

/** The repository that holds a file or folder, which need not exist now; and the path from its root, with `/`. */
export async function repositoryOf(
  path: string,
  env: Environment,
): Promise<Had<{ readonly repository: Repository; readonly path: string }>> {
  const { folder, rest } = await nearestFolder(path);
  const found = await runGit(['rev-parse', '--show-toplevel'], { cwd: folder, env });
  if (found.kind === 'ended' && found.code !== 0 && /not a git repository/.test(found.err)) {
    return trouble(
      `${path} does not lie in a git repository`,
      'Name two files or folders, or run it in the repository.',
    );
  }
  const problem = troubleOf(found, 'looking for the repository');
  if (problem !== undefined || found.kind !== 'ended')
    return { ok: false, trouble: problem ?? { message: 'git failed' } };
  const root = await realpath(found.out.toString('utf8').replace(/\r?\n$/, ''));
  const inside = relative(root, join(folder, rest)).replaceAll('\\', '/');
  if (isAbsolute(inside) || inside === '..' || inside.startsWith('../')) {
    return trouble(`${path} does not lie in the repository ${root}`);
  }
  const repository: Repository = { root, git: (args, more = {}) => runGit(args, { cwd: root, env, ...more }) };
  return had({ repository, path: inside });
}

/** The nearest folder above that exists, free of links, and the way from there. */
async function nearestFolder(path: string): Promise<{ readonly folder: string; readonly rest: string }> {
  for (let at = path; ; at = dirname(at)) {
    const isFolder = await stat(at).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder) return { folder: await realpath(at), rest: relative(at, path) };
    if (dirname(at) === at) return { folder: at, rest: relative(at, path) };
  }
}
