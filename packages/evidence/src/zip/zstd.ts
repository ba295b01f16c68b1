import { Decompress } from 'fzstd';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import type { Sink } from '../source/index.js';
import { zstdFrames } from './zstd-frames.js';

/** Feeding the decoder in pieces keeps its 32-bit offsets, which overflow past 256 MiB, relative to a piece. */
const pieceBytes = 64 * 1024;

/** Expands a zstd stream of any number of frames. Checksums of frames are not checked: the archive's CRC is. */
export function zstdSink(
  file: string,
  limits: Limits,
  sink: Sink,
): { readonly write: Sink; end(): Problem | undefined } {
  let problem: Problem | undefined;
  const frames = zstdFrames(file, limits);
  const decoder = new Decompress((chunk) => {
    if (problem === undefined && chunk.length > 0) {
      problem = sink(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    }
  });

  function push(bytes: Buffer, final: boolean): void {
    try {
      decoder.push(bytes, final);
    } catch {
      problem ??= {
        code: 'zip-damaged',
        message: 'the member is not a whole zstd stream',
        file,
        expected: 'undamaged data',
      };
    }
  }

  return {
    write(chunk) {
      for (let at = 0; at < chunk.length && problem === undefined; at += pieceBytes) {
        const piece = chunk.subarray(at, at + pieceBytes);
        problem = frames.write(piece);
        if (problem === undefined) push(piece, false);
      }
      return problem;
    },
    end() {
      problem ??= frames.end();
      if (problem === undefined) push(Buffer.alloc(0), true);
      return problem;
    },
  };
}
