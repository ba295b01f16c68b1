import type { Commit, History } from '../api/index.js';
import type { CaseRepository } from './git-facts.js';

export const mostCommits = 500;

/** Fields of a commit end with a NUL, which none of them can hold. */
const format = '%H%x00%an%x00%aI%x00%s%x00';

/** Commits that touched the case, newest first. `before` is the hash of one of them. */
export async function readHistory(
  { repository, path }: CaseRepository,
  limit: number,
  before: string | undefined,
): Promise<History> {
  const skip = before === undefined ? [] : ['--skip=1'];
  const run = await repository.git([
    ...['-c', 'core.quotePath=false', '--literal-pathspecs', 'log', '-z', '--raw', '--no-abbrev', '--no-renames'],
    ...['--no-show-signature', '--no-ext-diff', '--ignore-submodules=all', `--format=${format}`],
    ...[`--max-count=${limit + 1}`, ...skip, '--end-of-options', before ?? 'HEAD', '--', path === '' ? '.' : path],
  ]);
  if (run.kind !== 'ended')
    return none(run.kind === 'no git' ? 'git cannot be run.' : 'git took too long, or gave too much.');
  if (run.code !== 0) return none(before === undefined ? 'Nothing is committed yet.' : `There is no commit ${before}.`);
  const commits = parseCommits(run.out.toString('utf8'));
  return { commits: commits.slice(0, limit), more: commits.length > limit };
}

function none(why: string): History {
  return { commits: [], more: false, why };
}

/** After its four fields, the files of a commit: `:modes hashes letter`, NUL, the path. */
export function parseCommits(text: string): readonly Commit[] {
  const words = text.split('\0');
  const commits: Commit[] = [];
  let at = 0;
  while (at < words.length) {
    const hash = words[at]!.trim();
    if (!/^[0-9a-f]{40,64}$/.test(hash)) {
      at++;
      continue;
    }
    const [author = '', date = '', subject = ''] = words.slice(at + 1, at + 4);
    at += 4;
    const files: string[] = [];
    for (; at < words.length; at++) {
      const word = words[at]!.replace(/^\n/, '');
      if (word === '') continue;
      if (!word.startsWith(':')) break;
      at++;
      files.push(words[at] ?? '');
    }
    commits.push({ hash, author, date, subject, files });
  }
  return commits;
}
