import { spawn } from 'node:child_process';

/** What a run of git gave, or why there is nothing. */
export type GitRun =
  | { readonly kind: 'ended'; readonly code: number; readonly out: Buffer; readonly err: string }
  | { readonly kind: 'no git' }
  | { readonly kind: 'too long' }
  | { readonly kind: 'too much' };

export interface GitOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Written to its standard input. */
  readonly input?: string;
  /** Most bytes of output; what gives more is ended. */
  readonly maxBytes?: number;
  /** File descriptor that the output goes to instead. */
  readonly to?: number;
  readonly seconds?: number;
}

const mostOutput = 64 * 1024 * 1024;
const mostErrors = 64 * 1024;
const mostSeconds = 60;

/** The repository is the one that the case lies in, also where a hook of git says otherwise; git answers in English. */
const ours = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** Runs git without a shell, bounded in time and output. It asks nothing and takes no locks. */
export function runGit(args: readonly string[], options: GitOptions): Promise<GitRun> {
  const { cwd, env, input, to, maxBytes = mostOutput, seconds = mostSeconds } = options;
  return new Promise((done) => {
    const child = spawn('git', args, {
      cwd,
      env: { ...env, ...ours },
      stdio: ['pipe', to ?? 'pipe', 'pipe'],
      windowsHide: true,
    });
    const out: Buffer[] = [];
    let size = 0;
    let err = '';
    let ended: GitRun | undefined;
    const end = (why: GitRun) => {
      ended ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => end({ kind: 'too long' }), seconds * 1000);
    child.stdout?.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) end({ kind: 'too much' });
      else out.push(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      if (err.length < mostErrors) err += chunk.toString('utf8');
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // The folder exists, so it is the program that does not.
      if (error.code === 'ENOENT' || error.code === 'EACCES') done({ kind: 'no git' });
      else done({ kind: 'ended', code: -1, out: Buffer.alloc(0), err: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      done(ended ?? { kind: 'ended', code: code ?? -1, out: Buffer.concat(out), err });
    });
    // git may end before it has read everything; its exit code says what is wrong then.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}
