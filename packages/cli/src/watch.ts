import { type Dirent, existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
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

/** Milliseconds between looks for a folder that went away. */
const retry = 500;

/**
 * Runs once; with `--watch`, again after every change until the signal ends it, giving the code of the last run.
 * Folders are watched, not files: editors that save by renaming a new file into place are seen like any others.
 */
export async function watched(
  session: Session,
  path: string,
  options: { readonly watch?: boolean; readonly json?: boolean },
  once: () => Promise<Round>,
): Promise<ExitCode> {
  if (options.watch !== true) return (await once()).code;
  const { signal, cwd } = session.io;
  const forPeople = options.json !== true;
  const ended = aborted(signal);
  let last: ExitCode = exitCode.good;
  let known: CaseText | undefined;
  while (!signal.aborted) {
    if (forPeople) freshScreen(session, known !== undefined);
    // Watched from before the files are read, so that no change falls between; what they name is added after.
    const before = watchFolders(watchedFiles(resolve(cwd, path), known));
    const round = await once();
    known = round.text ?? known;
    last = round.code;
    if (known === undefined) {
      before.close();
      return last;
    }
    const after = watchFolders(watchedFiles(resolve(cwd, path), known));
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

/** Names that count in each folder. */
type FilesByFolder = ReadonlyMap<string, ReadonlySet<string>>;

/** Stands for any name that does not begin with a dot. */
const anyName = '*';

function watchFolders(files: FilesByFolder): Watching {
  let last: number | undefined;
  let report = () => {};
  const changed = new Promise<void>((settled) => {
    report = () => {
      last = performance.now();
      settled();
    };
  });
  const watchers: FSWatcher[] = [];
  const missing: string[] = [];
  for (const [folder, names] of files) {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || isOfCase(name, names) || name === basename(folder)) report();
      });
      watcher.on('error', report);
      watchers.push(watcher);
    } catch {
      missing.push(folder);
    }
  }
  // A folder that is not there cannot be watched, only waited for.
  const timer = missing.length === 0 ? undefined : setInterval(() => missing.some(existsSync) && report(), retry);
  return {
    changed,
    lastChange: () => last,
    close: () => {
      clearInterval(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Names of files by the absolute folder that they stand in: the case, its texts, and the sources of its evidence. */
function watchedFiles(path: string, text: CaseText | undefined): FilesByFolder {
  const folders = new Map<string, Set<string>>();
  const folder = (at: string) => {
    const names = folders.get(at) ?? new Set<string>();
    folders.set(at, names);
    return names;
  };
  const add = (file: string) => folder(dirname(file)).add(basename(file));
  if (isFolder(path)) folder(path);
  else add(path);
  for (const file of text?.files ?? []) add(file);
  for (const { sources } of text?.case?.evidence ?? []) {
    for (const { path: source, origin } of sources) {
      const location = resolve(text?.root ?? '', dirname(origin.file), source);
      add(location);
      for (const at of foldersAt(location)) folder(at).add(anyName);
    }
  }
  return folders;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The system watches only so many; in what is below further ones changes are not seen. */
const mostFolders = 1000;

/** The folder and those below it that may hold logs; none where this is none. */
function foldersAt(path: string): readonly string[] {
  if (!isFolder(path)) return [];
  const found = [path];
  for (let at = 0; at < found.length && found.length < mostFolders; at++) {
    for (const entry of entriesOf(found[at]!)) {
      const isLeftOut = entry.name.startsWith('.') || entry.name === 'node_modules';
      if (entry.isDirectory() && !isLeftOut) found.push(join(found[at]!, entry.name));
    }
  }
  return found.slice(0, mostFolders);
}

/** Nothing of a folder that went away or may not be read: reading the evidence says so. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Any case text counts, as a new file belongs to the case; what the command itself writes beside it does not. */
function isOfCase(name: string, names: ReadonlySet<string>): boolean {
  return names.has(name) || (names.has(anyName) && !name.startsWith('.')) || /\.(ya?ml|lock)$/.test(name);
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
