import { readdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestOf } from '../text/read-texts.js';
import type { Entry, Step } from './journal.js';

/** Milliseconds: no save takes longer. */
const longestSave = 60 * 60 * 1000;

/**
 * Finishes saves of a run that was killed after it had decided them, and takes away the temporary files of others. What
 * was changed by somebody else since is left alone. Says what it did.
 */
export function recoverSaves(folder: string, now: number): readonly string[] {
  const said: string[] = [];
  for (const name of names(folder)) {
    const file = join(folder, name);
    const entry = readEntry(file);
    // After so long the process of that number is another one.
    const isYoung = now - statSync(file).mtimeMs < longestSave;
    if (entry !== undefined && isYoung && isRunning(entry.pid)) continue;
    for (const step of entry?.steps ?? []) {
      if (name.endsWith('.decided')) finish(step, said);
      else if (step.temporary !== null) forget(step.temporary, said);
    }
    unlinkSync(file);
  }
  return said;
}

function finish({ target, temporary, base }: Step, said: string[]): void {
  if (temporary !== null && read(temporary) === undefined) return;
  const now = read(target);
  if ((now === undefined ? null : digestOf(now)) !== base) {
    if (temporary !== null) forget(temporary, said);
    return;
  }
  if (temporary === null) rmSync(target, { force: true });
  else renameSync(temporary, target);
  said.push(`The save of ${basename(target)}, which broke off, is finished`);
}

function forget(temporary: string, said: string[]): void {
  if (read(temporary) === undefined) return;
  unlinkSync(temporary);
  said.push(`A save broke off before it was done: ${basename(temporary)} is taken away`);
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{16}\.(?:begun|decided)$/.test(name));
  } catch {
    return [];
  }
}

/** Undefined where the note itself was not finished: then nothing else was begun. */
function readEntry(file: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry;
  } catch {
    return undefined;
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
