import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../files/index.js';
import type { Problem } from '../problem.js';
import { systemCode, unreadable } from '../source/index.js';

/** How much a folder of logs may hold before it is refused. */
export interface FolderLimits {
  readonly depth: number;
  /** Files and folders, of any kind. */
  readonly entries: number;
}

export const defaultFolderLimits: FolderLimits = { depth: 32, entries: 100_000 };

export interface FolderFile {
  /** Below the folder, with `/`. */
  readonly path: string;
  /** Absolute, free of links. */
  readonly location: string;
}

export interface FolderFiles {
  /** By path, compared by code units. */
  readonly files: readonly FolderFile[];
  readonly problems: readonly Problem[];
}

/**
 * All files below a folder, without those in `node_modules` or whose name, or folder's name, begins with a dot. A link to
 * a file is followed where it stays inside the folder; any other link is a problem, because what a case counts must be
 * what it names.
 */
export async function listFolder(folder: string, limits: FolderLimits = defaultFolderLimits): Promise<FolderFiles> {
  const files: FolderFile[] = [];
  const problems: Problem[] = [];
  let root: string;
  try {
    root = await realpath(folder);
  } catch (error) {
    return { files, problems: [{ ...unreadable(error, folder), ...notAFolder(error) }] };
  }
  if (!(await stat(root)).isDirectory()) return { files, problems: [{ ...noFolder, file: folder }] };
  let entries = 0;
  const waiting: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { path: parent, depth } = at;
    let found: Dirent[];
    try {
      found = await entriesOf(join(root, parent), limits.entries - entries);
    } catch (error) {
      problems.push(unreadable(error, parent === '' ? folder : parent));
      continue;
    }
    entries += found.length;
    if (entries > limits.entries || (depth > limits.depth && found.length > 0)) {
      const message = entries > limits.entries ? 'the folder holds too many files' : 'folders are nested too deep';
      const expected = `at most ${limits.entries} files and folders, ${limits.depth} deep`;
      return { files: [], problems: [{ code: 'too-many-files', message, file: parent || folder, expected }] };
    }
    for (const entry of found) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = parent === '' ? entry.name : `${parent}/${entry.name}`;
      if (entry.isDirectory()) waiting.push({ path, depth: depth + 1 });
      else if (entry.isFile()) files.push({ path, location: join(root, path) });
      else if (entry.isSymbolicLink()) {
        const target = await linkedFile(root, path);
        if ('code' in target) problems.push(target);
        else files.push(target);
      }
      // Pipes and devices are no logs.
    }
  }
  const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1);
  const byFile = (a: Problem, b: Problem) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1);
  return { files: files.sort(byPath), problems: problems.sort(byFile) };
}

/** One more than `most` at the most: a folder of millions is not held to be counted. */
async function entriesOf(folder: string, most: number): Promise<Dirent[]> {
  const found: Dirent[] = [];
  for await (const entry of await opendir(folder, { bufferSize: 1024 })) {
    found.push(entry);
    if (found.length > most) break;
  }
  return found;
}

const noFolder = { code: 'source-not-a-folder', message: 'this is a file', expected: 'a folder of logs' } as const;

function notAFolder(error: unknown): Partial<Problem> {
  return systemCode(error) === 'ENOENT' ? { message: 'there is no such folder' } : {};
}

async function linkedFile(root: string, path: string): Promise<FolderFile | Problem> {
  try {
    const location = await realpath(join(root, path));
    if (!isInside(root, location))
      return { code: 'source-outside-root', message: 'a link leaves the folder', file: path };
    if ((await stat(location)).isDirectory())
      return { code: 'folder-link', message: 'a link to a folder is not followed', file: path, expected: 'a folder' };
    return { path, location };
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return unreadable(error, path);
  }
}
