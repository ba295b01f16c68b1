import { closeSync, mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A private folder that stands for the root of a repository at a revision, with the files that are asked for. */
export interface RevisionFolder {
  /** Absolute and free of links. */
  readonly root: string;
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** Lets something else write a file, through its descriptor. */
  readonly fill: <T>(path: string, write: (to: number) => Promise<T>) => Promise<T>;
  readonly holds: (path: string) => boolean;
  readonly makeFolder: (path: string) => void;
  readonly remove: () => void;
}

/** Makes the folder, readable by its owner only; `remove` must be called, and is where the process is told to end. */
export function makeRevisionFolder(): RevisionFolder {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'surety-diff-')));
  // What no path may leave is the nearest folder that holds .git.
  mkdirSync(join(root, '.git'));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const clear = () => {
    for (const signal of signals) process.off(signal, onSignal);
    rmSync(root, { recursive: true, force: true });
  };
  const onSignal = (signal: NodeJS.Signals) => {
    clear();
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, onSignal);
  // Links are never written, so a path of plain steps stays below the root. `wx`: nothing is written through another.
  const written = new Set<string>();
  const open = (path: string) => {
    written.add(path);
    const file = join(root, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'wx', 0o600);
  };
  const fill = async <T>(path: string, write: (to: number) => Promise<T>) => {
    const file = open(path);
    try {
      return await write(file);
    } finally {
      closeSync(file);
    }
  };
  return {
    root,
    write: (path, bytes) => {
      const file = open(path);
      try {
        writeFileSync(file, bytes);
      } finally {
        closeSync(file);
      }
    },
    fill,
    holds: (path) => written.has(path),
    makeFolder: (path) => {
      mkdirSync(join(root, ...path.split('/')), { recursive: true });
    },
    remove: clear,
  };
}
