import type { GitRun } from './run-git.js';

/** Why something could not be had from git: a sentence without the final full stop, and what to do. */
export interface Trouble {
  readonly message: string;
  readonly hint?: string;
}

export type Had<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

export function had<T>(value: T): Had<T> {
  return { ok: true, value };
}

export function trouble(message: string, hint?: string): { readonly ok: false; readonly trouble: Trouble } {
  return { ok: false, trouble: { message, ...(hint === undefined ? {} : { hint }) } };
}

/** What went wrong in a run, in words; undefined where it ended as it should. */
export function troubleOf(run: GitRun, what: string): Trouble | undefined {
  switch (run.kind) {
    case 'no git':
      return {
        message: 'git cannot be run, and a revision can be read with it only',
        hint: 'Install git, or name two files or folders.',
      };
    case 'too long':
      return { message: `git took too long ${what}` };
    case 'too much':
      return { message: `git gave too much ${what}` };
    case 'ended': {
      if (run.code === 0) return undefined;
      const said = run.err.split('\n').find((line) => line.trim() !== '') ?? `exit code ${run.code}`;
      return { message: `git failed ${what}: ${said.replace(/^(fatal|error): /, '')}` };
    }
  }
}
