import type { Io } from './io.js';
import { isTerminal, processOutput } from './process-output.js';
import { reportBug, run } from './run.js';

/** The command as a process: its streams, its clock and its signals. */
export async function main(): Promise<void> {
  const stop = new AbortController();
  const err = processOutput(2, () => stop.abort());
  const io: Io = {
    out: processOutput(1, () => stop.abort()),
    err,
    // Only on a terminal is there a need of stdin, which takes its time to make.
    ...(err.isTTY && isTerminal(0) ? { ask } : {}),
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
