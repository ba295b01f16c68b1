import type { Io, Output } from './io.js';
import { reportBug, run } from './run.js';

/** The command as a process: its streams, its clock and its signals. */
export async function main(): Promise<void> {
  const stop = new AbortController();
  const io: Io = {
    out: outputOf(process.stdout, stop),
    err: outputOf(process.stderr, stop),
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true ? { ask } : {}),
    cwd: process.cwd(),
    env: process.env,
    today: () => new Date().toISOString().slice(0, 10),
    signal: stop.signal,
  };
  const fail = (error: unknown) => process.exit(reportBug(error, io));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  const argv = process.argv.slice(2);
  // Only `--watch` and `serve` go on by themselves, and are to end in order; anything else ends at once.
  const goesOn =
    argv.includes('--watch') || argv.includes('-w') || argv.find((word) => !word.startsWith('-')) === 'serve';
  if (goesOn) {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  }
  process.exitCode = await run(argv, io);
}

/** Asks on the terminal; an input that ends without an answer answers nothing. */
async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((answer) => {
    lines.once('close', () => answer(''));
    lines.question(question, (text) => {
      answer(text);
      lines.close();
    });
  });
}

/** A stream of the process; where its reader has gone away, the rest is dropped and the exit code still counts. */
function outputOf(stream: NodeJS.WriteStream, stop: AbortController): Output {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
    stop.abort();
  });
  return {
    write: (text) => {
      if (!closed) stream.write(text);
    },
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
  };
}
