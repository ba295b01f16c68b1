import { type Dirent, existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CaseText } from './case-text.js';

/** Names that count, by the absolute folder that they stand in. */
export type FilesByFolder = ReadonlyMap<string, ReadonlySet<string>>;

/** Stands for any name that does not begin with a dot. */
export const anyName = '*';

/** Milliseconds between looks for a folder that went away. */
const retry = 500;

/**
 * Tells of changes until it is closed. Folders are watched, not files: editors that save by renaming a new file into
 * place are seen like any others.
 */
export function watchFolders(
  files: FilesByFolder,
  report: (folder?: string, name?: string) => void,
): { readonly close: () => void } {
  const watchers: FSWatcher[] = [];
  const missing: string[] = [];
  for (const [folder, names] of files) {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || isOfCase(name, names) || name === basename(folder)) report(folder, name ?? undefined);
      });
      watcher.on('error', () => report(folder));
      watchers.push(watcher);
    } catch {
      missing.push(folder);
    }
  }
  // A folder that is not there cannot be watched, only waited for.
  const timer = missing.length === 0 ? undefined : setInterval(() => missing.some(existsSync) && report(), retry);
  return {
    close: () => {
      clearInterval(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** What a case is read from: its folder, its texts, and the sources of its evidence. */
export function watchedFiles(path: string, text: Pick<CaseText, 'files' | 'case' | 'root'> | undefined): FilesByFolder {
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

/** No path that a case may name is a reason to fail: below a file, or with a NUL in it, there is no folder. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The system watches only so many; in what is below further ones changes are not seen. */
const mostFolders = 1000;

/** The folder and those below it that may hold logs or text; none where this is none. */
export function foldersAt(path: string): readonly string[] {
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
