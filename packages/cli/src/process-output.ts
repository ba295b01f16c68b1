import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './io.js';

const streams = { 1: () => process.stdout, 2: () => process.stderr };

/**
 * stdout (1) or stderr (2) of the process. It is written to by its number: the streams of Node, which take a twentieth of a
 * short command to load, are made only for a terminal, and where what reads does not take everything at once. Where its reader
 * has gone away, `gone` is called, the rest is dropped and the exit code still counts.
 */
export function processOutput(descriptor: 1 | 2, gone: () => void): Output {
  let closed = false;
  let made: NodeJS.WriteStream | undefined;
  const failed = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
    gone();
  };
  const stream = (): NodeJS.WriteStream => {
    made ??= streams[descriptor]().on('error', failed);
    return made;
  };
  const terminal = isTerminal(descriptor);
  if (terminal) stream();
  return {
    write: (text) => {
      if (closed) return;
      if (made !== undefined) made.write(text);
      else {
        const bytes = Buffer.from(text);
        const rest = bytes.subarray(written(descriptor, bytes, failed));
        if (rest.length > 0 && !closed) stream().write(rest);
      }
    },
    isTTY: terminal,
    get columns() {
      return terminal ? stream().columns : undefined;
    },
  };
}

/** Whether standard input, output or error (0, 1, 2) is a terminal. */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  if (!fstatSync(descriptor).isCharacterDevice()) return false;
  return (descriptor === 0 ? process.stdin : streams[descriptor]()).isTTY === true;
}

/** Writes as much as is taken at once; gives the number of bytes. */
function written(descriptor: number, bytes: Buffer, failed: (error: NodeJS.ErrnoException) => void): number {
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(descriptor, bytes, done);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') failed(error as NodeJS.ErrnoException);
  }
  return done;
}
