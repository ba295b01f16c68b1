import { Decompress } from 'fzstd';
import type { ZSTDDecoder } from 'zstddec/stream';
import type { Problem } from '../problem.js';
import type { Sink } from '../source/index.js';
import { giveBack } from './give-back.js';
import { type Packed, smallBytes } from './member.js';
import { piecesOf, readAt } from './read-at.js';
import { platformZstd, wasmZstd } from './zstd-at-once.js';
import { zstdFrames } from './zstd-frames.js';

/**
 * Expands a zstd stream of any number of frames. Checksums of frames are not relied on: the archive's CRC is.
 *
 * The reference decoder, compiled to WebAssembly, is five times as fast as fzstd, but neither of its packages does all
 * that is needed here. wasm-zstd, and where Node has one the platform's own, expands in one piece and gives no reasons:
 * it takes members of common size, and where it does not give exactly the bytes that the archive promises, fzstd goes
 * over the member again and has the last word.
 * zstddec streams, but keeps its memory after a fault: it takes larger members, until the first fault in this thread.
 */
export async function expandZstd(packed: Packed, sink: Sink): Promise<Problem | undefined> {
  const { compressed, expanded } = packed.member;
  if (compressed <= smallBytes && expanded <= smallBytes) return expandSmall(packed, sink);
  if (spoilt) return expandSlowly(packed, sink);
  return expandLarge(packed, sink);
}

/** Whether a fault has left its memory in this thread's decoder. Decides which decoder works, never what is read. */
let spoilt = false;

async function streamingDecoder(): Promise<ZSTDDecoder> {
  const { ZSTDDecoder } = await import('zstddec/stream');
  const decoder = new ZSTDDecoder();
  // The module itself is loaded once for all decoders.
  await decoder.init();
  return decoder;
}

/** The whole content, or `undefined` where it is not what was promised. */
async function inOnePiece(bytes: Buffer, expanded: number): Promise<Buffer | undefined> {
  const decode = platformZstd ?? (await wasmZstd());
  try {
    const found = decode(bytes, expanded);
    return found.length === expanded ? found : undefined;
  } catch {
    // Neither says more than that there was an error; fzstd finds out which.
    return undefined;
  }
}

async function expandSmall(packed: Packed, sink: Sink): Promise<Problem | undefined> {
  const { file, member, start, name, limits } = packed;
  const bytes = readAt(file, start, member.compressed);
  if (!bytes.ok) return bytes.problem;
  const frames = zstdFrames(name, limits);
  const problem = frames.write(bytes.value) ?? frames.end();
  if (problem !== undefined) return problem;
  const found = member.expanded === 0 ? undefined : await inOnePiece(bytes.value, member.expanded);
  if (!('window' in file)) giveBack(bytes.value);
  if (found === undefined) return expandSlowly(packed, sink);
  const fault = sink(found);
  giveBack(found);
  return fault;
}

async function expandLarge(packed: Packed, sink: Sink): Promise<Problem | undefined> {
  const { file, member, start, name, limits } = packed;
  const fast = await streamingDecoder();
  const frames = zstdFrames(name, limits);
  let problem: Problem | undefined;
  let given = 0;
  function* checkedPieces(): Generator<Buffer, void, undefined> {
    const pieces = piecesOf(file, start, start + member.compressed, (found) => {
      problem ??= found;
    });
    for (const piece of pieces) {
      problem ??= frames.write(piece);
      if (problem !== undefined) return;
      given = piece.length;
      yield piece;
    }
    problem ??= frames.end();
  }
  // The decoder goes on for ever over a fault. Without one each step takes or gives bytes.
  let idle = 0;
  try {
    for (const chunk of fast.decodeStreaming(checkedPieces())) {
      idle = chunk.length === 0 ? idle + 1 : 0;
      if (idle > given) {
        spoilt = true;
        return damagedZstd(name);
      }
      // After a problem the rest of the piece is let pass, so that the decoder gives its memory back.
      if (problem === undefined && chunk.length > 0) problem = sink(bufferOf(chunk));
    }
  } catch {
    return problem ?? damagedZstd(name);
  }
  return problem;
}

/** Feeding fzstd in pieces keeps its 32-bit offsets, which overflow past 256 MiB, relative to a piece. */
function expandSlowly({ file, member, start, name, limits }: Packed, sink: Sink): Problem | undefined {
  let problem: Problem | undefined;
  const frames = zstdFrames(name, limits);
  const slow = new Decompress((chunk) => {
    if (problem === undefined && chunk.length > 0) problem = sink(bufferOf(chunk));
  });
  const push = (bytes: Buffer, final: boolean): void => {
    try {
      slow.push(bytes, final);
    } catch {
      problem ??= damagedZstd(name);
    }
  };
  const onProblem = (found: Problem) => {
    problem = found;
  };
  for (const piece of piecesOf(file, start, start + member.compressed, onProblem)) {
    problem = frames.write(piece);
    if (problem === undefined) push(piece, false);
    if (problem !== undefined) break;
  }
  problem ??= frames.end();
  if (problem === undefined) push(Buffer.alloc(0), true);
  return problem;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damagedZstd(file: string): Problem {
  return { code: 'zip-damaged', message: 'the member is not a whole zstd stream', file, expected: 'undamaged data' };
}
