import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { showBytes } from '../limits.js';
import type { Problem } from '../problem.js';
import { systemCode } from '../source/index.js';
import { type BoundedReader, boundedReader, type CaseFileLimits, defaultCaseFileLimits } from './bounded-reader.js';
import { findRoot } from './root.js';

export interface CaseFile {
  /** Relative to `folder`, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface CaseFiles {
  /** `case.yaml` first, then by path. */
  readonly files: readonly CaseFile[];
  /** Absolute; the paths of the files and of what they name are relative to it. */
  readonly folder: string;
  /** What no path may leave; free of links. */
  readonly root: string;
  /**
   * Reads another file that the text names (`module.uses`, `policy.extends`), by its path relative to `folder`. Counts
   * against the same limits, and refuses what lies outside the root, also by a link. Synchronous, because reading text
   * is; never throws.
   */
  readonly readFile: BoundedReader['read'];
  /** What kept files from being read; the case is then not whole. */
  readonly problems: readonly Problem[];
}

/** Reads the text of a case: one file, or every `*.yaml` and `*.yml` of a folder outside `node_modules` and dot-folders. */
export async function readCaseFiles(path: string, limits: CaseFileLimits = defaultCaseFileLimits): Promise<CaseFiles> {
  const location = resolve(path);
  const fail = (problem: Problem): CaseFiles => ({
    files: [],
    folder: location,
    root: location,
    readFile: () => ({ ok: false, problem }),
    problems: [problem],
  });
  let isFolder: boolean;
  try {
    const stats = await stat(location);
    isFolder = stats.isDirectory();
    if (!isFolder && !stats.isFile()) {
      return fail({ code: 'file-unreadable', message: 'this is neither a file nor a folder', file: path });
    }
  } catch (error) {
    return fail(accessProblem(error, path));
  }
  const folder = isFolder ? location : dirname(location);
  const root = await findRoot(folder);
  const reader = boundedReader(folder, root, limits);
  const problems: Problem[] = [];
  const paths = isFolder ? await yamlPaths(folder, limits, problems) : [basename(location)];
  if (isFolder && paths.length === 0 && problems.length === 0) {
    problems.push({
      code: 'file-missing',
      message: 'the folder holds no case text',
      file: path,
      expected: 'case.yaml',
    });
  }
  const files: CaseFile[] = [];
  for (const each of paths) {
    const read = reader.read(each);
    if (read.ok) files.push({ path: each, bytes: read.value });
    else problems.push(read.problem);
    if (!read.ok && read.problem.code === 'too-many-files') break;
  }
  return { files, folder, root: await realpath(root), readFile: reader.read, problems };
}

/** Relative paths of all case text below the folder, in the order in which it is read. */
async function yamlPaths(folder: string, limits: CaseFileLimits, problems: Problem[]): Promise<string[]> {
  const found: string[] = [];
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(join(folder, at), { withFileTypes: true });
    } catch (error) {
      problems.push(accessProblem(error, at));
      continue;
    }
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) waiting.push(path);
      else if (await isLinkedFolder(entry, join(folder, path))) {
        problems.push({
          code: 'folder-link',
          message: 'a link to a folder is not followed',
          file: path,
          expected: 'a folder',
        });
      } else if (/\.ya?ml$/.test(entry.name)) found.push(path);
    }
    if (found.length > limits.files || waiting.length > limits.folders) {
      problems.push({
        code: 'too-many-files',
        message: 'the folder holds too much to be a case',
        file: at === '' ? '.' : at,
        expected: `at most ${limits.files} files of case text in ${limits.folders} folders, ${showBytes(limits.totalBytes)} in all`,
      });
      return [];
    }
  }
  const key = (path: string) => (path === 'case.yaml' ? '' : path);
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function isLinkedFolder(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function accessProblem(error: unknown, file: string): Problem {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { code: 'file-missing', message: 'there is no such file or folder', file };
  return { code: 'file-unreadable', message: `it cannot be read (${code})`, file };
}
