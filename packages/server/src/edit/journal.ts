import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** One file of a save: `temporary` is renamed over `target`; null: the target is removed. */
export interface Step {
  readonly target: string;
  readonly temporary: string | null;
  /** SHA-256 of what stands there before; null: nothing. */
  readonly base: string | null;
}

export interface Entry {
  /** Of the process that saves. */
  readonly pid: number;
  readonly steps: readonly Step[];
}

export interface Save {
  /** All temporary files are there: from here on the save is finished, whatever happens. */
  decide(): void;
  end(): void;
}

/**
 * Notes what a save is about to do, so that the next start can take away what an end in the middle leaves, or finish it.
 * Stands apart from the case: what a folder from elsewhere holds cannot make the server do anything.
 */
export function beginSave(folder: string | undefined, steps: readonly Step[]): Save {
  if (folder === undefined) return { decide: () => {}, end: () => {} };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = join(folder, randomBytes(8).toString('hex'));
  const open = `${name}.begun`;
  const decided = `${name}.decided`;
  const file = openSync(open, 'wx', 0o600);
  try {
    const noted = steps.map(({ target, temporary, base }) => ({ target, temporary, base }));
    writeSync(file, JSON.stringify({ pid: process.pid, steps: noted } satisfies Entry));
    // One rename is whole by itself; several are one only by this note, also where the power goes.
    if (steps.length > 1) fsyncSync(file);
  } finally {
    closeSync(file);
  }
  let at = open;
  return {
    decide() {
      renameSync(open, decided);
      at = decided;
    },
    end: () => unlinkSync(at),
  };
}
