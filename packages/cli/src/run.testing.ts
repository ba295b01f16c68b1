import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { run } from './run.js';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly tty?: boolean;
  readonly columns?: number;
  readonly signal?: AbortSignal;
  /** What the person at the terminal answers; absent: nobody is there. */
  readonly ask?: (question: string) => string;
  /** Called with every piece that goes to stdout. */
  readonly onOut?: (text: string) => void;
}

/** The date that every test runs on. */
export const today = '2026-11-23';

/** Runs the command in this process. */
export async function surety(argv: readonly string[], world: World = {}): Promise<Ran> {
  const captured = capture(world);
  const code = await run(argv, captured.io);
  return { code, out: captured.out(), err: captured.err() };
}

export function capture(world: World = {}): {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
} {
  let out = '';
  let err = '';
  const stream = (write: (text: string) => void) => ({
    write,
    isTTY: world.tty === true,
    ...(world.columns === undefined ? {} : { columns: world.columns }),
  });
  const io: Io = {
    out: stream((text) => {
      out += text;
      world.onOut?.(text);
    }),
    err: stream((text) => {
      err += text;
    }),
    ...(world.ask === undefined ? {} : { ask: async (question: string) => world.ask!(question) }),
    cwd: world.cwd ?? process.cwd(),
    env: world.env ?? {},
    today: () => today,
    signal: world.signal ?? new AbortController().signal,
  };
  return { io, out: () => out, err: () => err };
}

/** A folder with these files, gone when the test ends. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'surety-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
