import { constants, fstatSync, readSync } from 'node:fs';
import { type Limits, showBytes } from '../limits.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { type OpenFile, openFile } from './open-file.js';

/** An open regular file of known size. `path` is how messages name it. */
export interface Source {
  readonly path: string;
  readonly handle: OpenFile;
  readonly size: number;
  /** When it was last written, in milliseconds; only ever compared with itself. */
  readonly writtenAt: number;
}

/** Takes a chunk, which may be gone or another once this returns; a problem stops the reading. */
export type Sink = (chunk: Buffer) => Problem | undefined;

const chunkBytes = 256 * 1024;
const oneFile = 'one file; surety evidence list looks through a folder';

/** Opens a source and refuses what is not a regular file or is too large, before a byte of it is read. */
export async function openSource(location: string, path: string, limits: Limits): Promise<Result<Source>> {
  let handle: OpenFile | undefined;
  try {
    // A pipe would otherwise wait for a writer.
    handle = openFile(location, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(handle.fd);
    const problem: Problem | undefined = stats.isDirectory()
      ? { code: 'source-not-a-file', message: 'this is a folder', file: path, expected: oneFile }
      : !stats.isFile()
        ? { code: 'source-not-a-file', message: 'this is not a regular file', file: path }
        : stats.size > limits.fileBytes
          ? {
              code: 'source-too-large',
              message: `the file has ${showBytes(stats.size)}`,
              file: path,
              expected: `at most ${showBytes(limits.fileBytes)}`,
            }
          : undefined;
    if (problem === undefined) return ok({ path, handle, size: stats.size, writtenAt: stats.mtimeMs });
    await handle.close();
    return failed(problem);
  } catch (error) {
    await handle?.close();
    return failed(unreadable(error, path));
  }
}

/** Whether the file was written to since it was opened: then what was read may be neither the old nor the new content. */
export async function changed(source: Source): Promise<Problem | undefined> {
  const now = fstatSync(source.handle.fd);
  if (now.size === source.size && now.mtimeMs === source.writtenAt) return undefined;
  return { code: 'source-changed', message: 'the file changed while it was read', file: source.path };
}

/** What the operating system said, as a problem. */
export function unreadable(error: unknown, file: string): Problem {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { code: 'source-missing', message: 'there is no such file', file };
  return {
    code: 'source-unreadable',
    message: `the file cannot be read${code === undefined ? '' : ` (${code})`}`,
    file,
  };
}

/** `ENOENT` and its like; `undefined` for anything that is not an error of the operating system. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Feeds the bytes from `start` to `end` (exclusive) to the sink, in order. */
export async function readRange(source: Source, start: number, end: number, sink: Sink): Promise<Problem | undefined> {
  let problem: Problem | undefined;
  const pieces = chunksOf(source, start, end, (found) => {
    problem = found;
  });
  for await (const chunk of pieces) {
    problem = sink(chunk);
    if (problem !== undefined) break;
  }
  return problem;
}

/** The bytes from `start` to `end` (exclusive) as they are asked for. Ends early after calling `onProblem`. */
export async function* chunksOf(
  source: Source,
  start: number,
  end: number,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; ) {
    const wanted = Math.min(chunkBytes, end - at);
    const buffer = Buffer.allocUnsafe(wanted);
    let got: number;
    try {
      got = await source.handle.read(buffer, wanted, at);
    } catch (error) {
      onProblem(unreadable(error, source.path));
      return;
    }
    if (got === 0) {
      onProblem(shorter(source));
      return;
    }
    yield buffer.subarray(0, got);
    at += got;
  }
}

/** Of the sources that are open: what was read of their beginning. A look by name, by content and by layout is one read. */
const heads = new WeakMap<Source, Buffer>();
const headLeast = 4 * 1024;

/** The first bytes of the source, at most `bytes`. */
export async function readHead(source: Source, bytes: number): Promise<Result<Buffer>> {
  let head = heads.get(source);
  if (head === undefined || head.length < Math.min(bytes, source.size)) {
    const read = readPiece(source, Math.min(Math.max(bytes, headLeast), source.size));
    if (!read.ok) return read;
    head = read.value;
    heads.set(source, head);
  }
  return ok(head.subarray(0, Math.min(bytes, source.size)));
}

/** Synchronous: for so few bytes the way through another thread takes several times as long as the read. */
function readPiece(source: Source, bytes: number): Result<Buffer> {
  const piece = Buffer.allocUnsafe(bytes);
  try {
    for (let have = 0; have < bytes; ) {
      const got = readSync(source.handle.fd, piece, have, bytes - have, have);
      if (got === 0) return failed(shorter(source));
      have += got;
    }
  } catch (error) {
    return failed(unreadable(error, source.path));
  }
  return ok(piece);
}

function shorter(source: Source): Problem {
  return { code: 'source-changed', message: 'the file became shorter while it was read', file: source.path };
}
