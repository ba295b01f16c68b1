import { parse } from 'node:path';
import type { Result } from '../problem.js';
import { boundedReader } from './bounded-reader.js';

const most = 4 * 1024 * 1024;

/** Bytes of a file that the caller named, wherever it is; messages call it `path`. At most 4 MiB: a key, an envelope. */
export function readBounded(location: string, path: string): Result<Uint8Array> {
  return readInside(location, parse(location).root, path);
}

/** The same for a file that may not lie, or lead by a link, outside of the root. */
export function readInside(location: string, root: string, path: string): Result<Uint8Array> {
  const limits = { files: 1, folders: 1, fileBytes: most, totalBytes: most };
  const read = boundedReader(root, root, limits).read(location);
  return read.ok ? read : { ok: false, problem: { ...read.problem, file: path } };
}
