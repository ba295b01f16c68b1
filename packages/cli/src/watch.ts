import { resolve } from 'node:path';
import type { FilesByFolder, watchFolders as Watch } from '@surety/evidence/loading';
import { type ExitCode, exitCode } from './exit-code.js';
import type { CaseText } from './load-case.js';
import type { Session } from './session.js';

/** What one run of a watching command gave. */
export interface Round {
  readonly code: ExitCode;
  /** What it read; absent where it could not be read at all. */
  readonly text?: CaseText;
}

/** Milliseconds without a further change after which the case is looked at again. */
const settle = 100;

/**
 * Runs once; with `--watch`, again after every change until the signal ends it, giving the code of the last run.
 */
export async function watched(
  session: Session,
  path: string,
  options: { readonly watch?: boolean; readonly json?: boolean },
  once: () => Promise<Round>,
): Promise<ExitCode> {
  if (options.watch !== true) return (await once()).code;
  const { watchedFiles, watchFolders } = await import('@surety/evidence/loading');
  const { signal, cwd } = session.io;
  const forPeople = options.json !== true;
  const ended = aborted(signal);
  let last: ExitCode = exitCode.good;
  let known: CaseText | undefined;
  while (!signal.aborted) {
    if (forPeople) freshScreen(session, known !== undefined);
    // Watched from before the files are read, so that no change falls between; what they name is added after.
    const before = watching(watchedFiles(resolve(cwd, path), known), watchFolders);
    const round = await once();
    known = round.text ?? known;
    last = round.code;
    if (known === undefined) {
      before.close();
      return last;
    }
    const after = watching(watchedFiles(resolve(cwd, path), known), watchFolders);
    if (forPeople && !session.quiet) session.note(session.errStyle.dim('\nWatching for changes; end with Ctrl+C.'));
    await Promise.race([before.changed, after.changed, ended]);
    if (!signal.aborted) await calm([before, after]);
    before.close();
    after.close();
  }
  return last;
}

/** Each result on a clean screen; where there is none, with a line between. */
function freshScreen({ io }: Session, again: boolean): void {
  if (io.out.isTTY && io.env.TERM !== 'dumb') io.out.write('\u001b[2J\u001b[3J\u001b[H');
  else if (again) io.out.write('\n');
}

interface Watching {
  /** Settles at the first change; never rejects. */
  readonly changed: Promise<void>;
  /** When anything changed last, in milliseconds of the monotonic clock; undefined before that. */
  lastChange(): number | undefined;
  close(): void;
}

function watching(files: FilesByFolder, watchFolders: typeof Watch): Watching {
  let last: number | undefined;
  let report = () => {};
  const changed = new Promise<void>((settled) => {
    report = () => {
      last = performance.now();
      settled();
    };
  });
  const { close } = watchFolders(files, () => report());
  return { changed, lastChange: () => last, close };
}

/** Waits until nothing has changed for a moment: an editor's save is several events. */
async function calm(watchings: readonly Watching[]): Promise<void> {
  for (;;) {
    const since = Math.max(...watchings.map((one) => one.lastChange() ?? Number.NEGATIVE_INFINITY));
    const wait = since + settle - performance.now();
    if (!(wait > 0)) return;
    await new Promise((done) => setTimeout(done, wait));
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
}
