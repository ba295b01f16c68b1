import { type Limits, showBytes } from '../limits.js';
import type { Problem } from '../problem.js';

/** Walks the frames and blocks of a zstd stream without expanding it (RFC 8878, section 3.1). */
export interface ZstdFrames {
  write(chunk: Buffer): Problem | undefined;
  end(): Problem | undefined;
}

const frameMagic = 0xfd2fb528;
const longestBlock = 128 * 1024;

/**
 * Refuses what the decoder would trust: a window that would reserve gigabytes, blocks larger than the format allows,
 * a stream that stops inside a frame.
 */
export function zstdFrames(file: string, limits: Limits): ZstdFrames {
  let problem: Problem | undefined;
  /** Bytes of the header under way, how many it needs, and what it is. */
  const header = Buffer.alloc(18);
  let have = 0;
  let need = 5;
  let reading: 'magic' | 'frame' | 'skippable' | 'block' = 'magic';
  /** A decoder takes a window anew for each frame: a frame of nine bytes can ask for all that is allowed. */
  let windows = 0;
  let skip = 0;
  let checksum = 0;

  const damaged = (message: string): Problem => ({
    code: 'zip-damaged',
    message,
    file,
    expected: 'a whole zstd stream',
  });

  function next(what: typeof reading, bytes: number): void {
    reading = what;
    need = bytes;
  }

  function restart(what: typeof reading, bytes: number): void {
    have = 0;
    next(what, bytes);
  }

  function headerDone(): void {
    if (reading === 'magic') {
      const magic = header.readUInt32LE(0);
      if (magic === frameMagic) next('frame', frameHeaderBytes(header[4]!));
      else if (magic >>> 4 === 0x184d2a5) next('skippable', 8);
      else problem = damaged('the member is not a zstd stream');
    } else if (reading === 'skippable') {
      skip = header.readUInt32LE(4);
      restart('magic', 5);
    } else if (reading === 'frame') {
      const window = windowBytes(header);
      checksum = (header[4]! & 4) === 0 ? 0 : 4;
      restart('block', 3);
      windows += window;
      if (windows > limits.expandedBytes) {
        const expected = `windows of at most ${showBytes(limits.expandedBytes)} in all`;
        problem = { code: 'zip-too-large', message: 'the zstd member asks for memory again and again', file, expected };
      }
      if (window > limits.zstdWindow) {
        const expected = `a window of at most ${showBytes(limits.zstdWindow)}`;
        problem = { code: 'zip-too-large', message: 'the zstd member asks for too much memory', file, expected };
      }
    } else {
      const block = header.readUIntLE(0, 3);
      const size = block >>> 3;
      const kind = (block >> 1) & 3;
      if (kind === 3 || size > longestBlock) problem = damaged('the member holds a block that zstd does not have');
      skip = kind === 1 ? 1 : size;
      const last = (block & 1) === 1;
      if (last) skip += checksum;
      restart(last ? 'magic' : 'block', last ? 5 : 3);
    }
  }

  return {
    write(chunk) {
      for (let i = 0; i < chunk.length && problem === undefined; ) {
        if (skip > 0) {
          const step = Math.min(skip, chunk.length - i);
          skip -= step;
          i += step;
        } else {
          header[have++] = chunk[i++]!;
          // The next header may already be complete: the frame header is no longer than its first five bytes say.
          while (have >= need && have > 0 && problem === undefined) headerDone();
        }
      }
      return problem;
    },
    end() {
      if (problem === undefined && (skip > 0 || have > 0 || reading !== 'magic'))
        problem = damaged('the zstd stream is cut off');
      return problem;
    },
  };
}

function frameHeaderBytes(descriptor: number): number {
  const window = (descriptor & 0x20) === 0 ? 1 : 0;
  return 5 + window + dictionaryBytes(descriptor) + contentBytes(descriptor);
}

function dictionaryBytes(descriptor: number): number {
  return [0, 1, 2, 4][descriptor & 3]!;
}

function contentBytes(descriptor: number): number {
  const single = (descriptor & 0x20) !== 0;
  return [single ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
}

/** Bytes of history that the frame asks the decoder to hold. */
function windowBytes(header: Buffer): number {
  const descriptor = header[4]!;
  if ((descriptor & 0x20) === 0) {
    const base = 2 ** (10 + (header[5]! >> 3));
    return base + (base / 8) * (header[5]! & 7);
  }
  const at = 5 + dictionaryBytes(descriptor);
  const size = contentBytes(descriptor);
  return size === 8 ? Number(header.readBigUInt64LE(at)) : header.readUIntLE(at, size) + (size === 2 ? 256 : 0);
}
