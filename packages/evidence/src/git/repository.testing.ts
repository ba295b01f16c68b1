import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** False where git is not installed; tests of revisions are skipped, visibly, then. */
export const hasGit = spawnSync('git', ['--version']).status === 0;

export interface TestRepository {
  readonly root: string;
  readonly git: (...args: string[]) => string;
  /** Writes files (null: removes one). */
  readonly put: (files: Readonly<Record<string, string | null>>) => void;
  /** Writes files and commits everything. */
  readonly commit: (files: Readonly<Record<string, string | null>>) => void;
}

/** A repository with a branch `main` and these files in its first commit; gone when the test ends. */
export function repositoryWith(files: Readonly<Record<string, string>>): TestRepository {
  const root = mkdtempSync(join(tmpdir(), 'surety-repository-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim();
  const put = (all: Readonly<Record<string, string | null>>) => {
    for (const [path, text] of Object.entries(all)) {
      const file = join(root, path);
      if (text === null) rmSync(file, { recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  };
  const commit = (all: Readonly<Record<string, string | null>>) => {
    put(all);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'A step');
  };
  git('init', '-q', '-b', 'main', '.');
  commit(files);
  return { root, git, put, commit };
}
