import type { Reader } from '@surety/evidence';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import type { Io, Output } from './io.js';
import { makeStyle, type Style } from './render/style.js';
import { clean } from './render/text.js';

/** One run of one command: where it writes, and how. */
export interface Session {
  readonly io: Io;
  /** Only results: no progress, no summary, no advice on what to do next. */
  readonly quiet: boolean;
  /** To be handed to whatever reads evidence: all readers, where some were named on the command line. */
  readonly reading: { readonly readers?: readonly Reader[] };
  readonly style: Style;
  /** Colours for what goes to stderr. */
  readonly errStyle: Style;
  /** Columns that text is wrapped to. */
  readonly width: number;
  /** Writes to stdout and ends the line. */
  print(text: string): void;
  /** Writes to stderr and ends the line. */
  note(text: string): void;
}

const widest = 100;
const narrowest = 40;

export function openSession(
  io: Io,
  options: { readonly color: boolean; readonly quiet: boolean; readonly readers?: readonly Reader[] },
): Session {
  return {
    io,
    quiet: options.quiet,
    reading: options.readers === undefined ? {} : { readers: options.readers },
    style: makeStyle(options.color && hasColor(io, io.out)),
    errStyle: makeStyle(options.color && hasColor(io, io.err)),
    width: Math.max(narrowest, Math.min(widest, io.out.columns ?? widest)),
    print: (text) => io.out.write(`${text}\n`),
    note: (text) => io.err.write(`${text}\n`),
  };
}

/** Colour only where someone looks, and nobody objects (https://no-color.org). */
function hasColor({ env }: Io, output: Output): boolean {
  return output.isTTY && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}

/** Says why the input cannot be used. */
export function unusable(session: Session, message: string, hint?: string): ExitCode {
  session.note(`${session.errStyle.red('surety:')} ${clean(message)}`);
  if (hint !== undefined) session.note(`  ${clean(hint)}`);
  return exitCode.unusable;
}

/** Shows on a terminal what takes its time, while it does; `say` gives it other words. */
export async function during<T>(
  session: Session,
  what: string,
  work: (say: (what: string) => void) => T | Promise<T>,
): Promise<T> {
  const progress = progressOf(session) ?? (() => {});
  progress(what);
  try {
    return await work(progress);
  } finally {
    progress(undefined);
  }
}

/** Writes what is being done over what was said of it before; undefined takes it away. Nothing where nobody looks. */
export function progressOf({ io, quiet }: Session): ((words: string | undefined) => void) | undefined {
  if (quiet || !io.err.isTTY) return undefined;
  const erase = '\r\u001b[2K';
  return (words) => io.err.write(words === undefined ? erase : `${erase}${clean(words)} …`);
}
