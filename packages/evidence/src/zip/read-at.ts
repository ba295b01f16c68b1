import { readSync } from 'node:fs';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { unreadable } from '../source/index.js';
import type { ArchiveFile, WindowedFile } from './member.js';

/**
 * The bytes from `start` on, all of them or a problem. Synchronous: what follows is work of the same thread, and large
 * archives are read by threads of their own.
 */
export function readAt(file: ArchiveFile | WindowedFile, start: number, length: number): Result<Buffer> {
  const held = 'window' in file ? file.window(start, length) : undefined;
  if (held !== undefined) return ok(held);
  const bytes = Buffer.allocUnsafe(Math.max(0, length));
  try {
    for (let have = 0; have < bytes.length; ) {
      const got = readSync(file.fd, bytes, have, bytes.length - have, start + have);
      if (got === 0) return failed(shorter(file));
      have += got;
    }
  } catch (error) {
    return failed(unreadable(error, file.path));
  }
  return ok(bytes);
}

function shorter(file: ArchiveFile): Problem {
  return { code: 'source-changed', message: 'the file became shorter while it was read', file: file.path };
}

const pieceBytes = 64 * 1024;

/** The bytes from `start` to `end` in pieces; stops after calling `onProblem`. */
export function* piecesOf(
  file: ArchiveFile,
  start: number,
  end: number,
  onProblem: (problem: Problem) => void,
): Generator<Buffer, void, undefined> {
  for (let at = start; at < end; ) {
    const piece = readAt(file, at, Math.min(pieceBytes, end - at));
    if (!piece.ok) {
      onProblem(piece.problem);
      return;
    }
    yield piece.value;
    at += piece.value.length;
  }
}
