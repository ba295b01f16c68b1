import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { showBytes } from '../limits.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { systemCode } from '../source/index.js';
import { isInside } from './root.js';

export interface CaseFileLimits {
  readonly files: number;
  readonly folders: number;
  /** Size of one file, and of all. */
  readonly fileBytes: number;
  readonly totalBytes: number;
}

export const defaultCaseFileLimits: CaseFileLimits = {
  files: 5000,
  folders: 5000,
  fileBytes: 32 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
};

export interface BoundedReader {
  /** Bytes of a file by its path relative to the folder. */
  read(path: string): Result<Uint8Array>;
}

/** Reads files below a root, within limits over all that it reads. Sizes are looked at before a byte is read. */
export function boundedReader(folder: string, root: string, limits: CaseFileLimits): BoundedReader {
  let files = 0;
  let bytes = 0;
  const outside = (path: string): Problem => ({
    code: 'outside-root',
    message: 'the path leaves the root of the case',
    file: path,
    expected: 'a path below the nearest folder that holds .git, else below the case’s folder',
  });

  function locate(path: string): Result<string> {
    let real: string;
    try {
      real = realpathSync(resolve(folder, path));
    } catch (error) {
      // What does not exist may still be refused by its name.
      if (systemCode(error) === undefined && !path.includes('\u0000')) throw error;
      const lexical = path.includes('\u0000') || !isInside(root, resolve(realpathSync(folder), path));
      return failed(lexical ? outside(path) : accessProblem(error, path));
    }
    return isInside(root, real) ? ok(real) : failed(outside(path));
  }

  function read(path: string): Result<Uint8Array> {
    const located = locate(path);
    if (!located.ok) return located;
    let file: number | undefined;
    try {
      // A pipe would otherwise wait for a writer.
      file = openSync(located.value, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      const stats = fstatSync(file);
      const problem = !stats.isFile()
        ? ({ code: 'file-unreadable', message: 'this is not a regular file', file: path } as const)
        : sizeProblem(stats.size, path);
      if (problem !== undefined) return failed(problem);
      files += 1;
      bytes += stats.size;
      return ok(contentOf(file, stats.size));
    } catch (error) {
      return failed(accessProblem(error, path));
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  function sizeProblem(size: number, path: string): Problem | undefined {
    if (size > limits.fileBytes) {
      const message = `the file has ${showBytes(size)}`;
      return {
        code: 'file-too-large',
        message,
        file: path,
        expected: `at most ${showBytes(limits.fileBytes)} of case text`,
      };
    }
    if (files >= limits.files || bytes + size > limits.totalBytes) {
      const expected = `at most ${limits.files} files and ${showBytes(limits.totalBytes)} in all`;
      return { code: 'too-many-files', message: 'the case has too much text', file: path, expected };
    }
    return undefined;
  }

  return { read };
}

/** At most `size` bytes, whatever happens to the file meanwhile. */
function contentOf(file: number, size: number): Uint8Array {
  const content = Buffer.alloc(size);
  let have = 0;
  while (have < size) {
    const got = readSync(file, content, have, size - have, have);
    if (got === 0) break;
    have += got;
  }
  return new Uint8Array(content.buffer, content.byteOffset, have);
}

function accessProblem(error: unknown, file: string): Problem {
  const code = systemCode(error);
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', message: 'there is no such file', file };
  return { code: 'file-unreadable', message: `the file cannot be read (${code})`, file };
}
