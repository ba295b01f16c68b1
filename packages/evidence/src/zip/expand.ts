import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Limits, showBytes } from '../limits.js';
import type { Problem } from '../problem.js';
import { chunksOf, readRange, type Sink, type Source, systemCode } from '../source/index.js';
import type { Member } from './member.js';
import { zstdSink } from './zstd.js';

export interface Expansion {
  readonly source: Source;
  readonly member: Member;
  /** Where the member's bytes start in the file. */
  readonly start: number;
  readonly limits: Limits;
  /** Bytes that the archive has expanded to so far. */
  readonly budget: { expanded: number };
}

/** Members up to this size in the archive are expanded in one piece. */
const smallBytes = 1024 * 1024;
const smallExpanded = 16 * 1024 * 1024;

/** Expands a stored, deflated or zstd member, within bounds, and checks its size and CRC-32. */
export async function expand(what: Expansion, sink: Sink): Promise<Problem | undefined> {
  const { entry } = what.member;
  const file = `${what.source.path}!${what.member.name}`;
  if (entry.isEncrypted())
    return { code: 'zip-unsupported', message: 'the member is encrypted', file, expected: 'an open member' };
  const check = checked(what, file, sink);
  const problem = await byMethod(what, file, check.sink);
  return problem ?? check.end();
}

function byMethod(what: Expansion, file: string, sink: Sink): Promise<Problem | undefined> {
  const { entry } = what.member;
  const raw = (into: Sink) => readRange(what.source, what.start, what.start + entry.compressedSize, into);
  switch (entry.compressionMethod) {
    case 0:
      return raw(sink);
    case 8:
      return entry.compressedSize <= smallBytes && entry.uncompressedSize <= smallExpanded
        ? inflateSmall(entry.compressedSize, entry.uncompressedSize, raw, file, sink)
        : inflateLarge(what, file, sink);
    case 93: {
      const zstd = zstdSink(file, what.limits, sink);
      return raw(zstd.write).then((problem) => problem ?? zstd.end());
    }
    default:
      return Promise.resolve({
        code: 'zip-unsupported',
        message: `the member is compressed with method ${entry.compressionMethod}`,
        file,
        expected: 'stored, deflate or zstd',
      });
  }
}

/** Counts and sums what passes through; refuses what is larger than said, than the limits, or than the ratio allows. */
function checked(what: Expansion, file: string, sink: Sink): { readonly sink: Sink; end(): Problem | undefined } {
  const { limits, budget } = what;
  const { entry } = what.member;
  let size = 0;
  let crc = 0;
  const large = (message: string, expected: string): Problem => ({ code: 'zip-too-large', message, file, expected });
  return {
    sink(chunk) {
      size += chunk.length;
      budget.expanded += chunk.length;
      if (size > entry.uncompressedSize) return sizeProblem(file, entry.uncompressedSize, 'more');
      if (budget.expanded > limits.expandedBytes) {
        return large('the archive expands without end', `at most ${showBytes(limits.expandedBytes)} in all`);
      }
      if (size > limits.ratioFloor && size > entry.compressedSize * limits.ratio) {
        return large(`the member expands more than ${limits.ratio} times`, 'what an evaluation log needs');
      }
      crc = crc32(chunk, crc);
      return sink(chunk);
    },
    end() {
      if (size < entry.uncompressedSize) return sizeProblem(file, entry.uncompressedSize, 'fewer');
      if (crc !== entry.crc32) {
        return {
          code: 'zip-damaged',
          message: 'the member does not match its checksum (CRC-32)',
          file,
          expected: hex(entry.crc32),
        };
      }
      return undefined;
    },
  };
}

function sizeProblem(file: string, claimed: number, found: 'more' | 'fewer'): Problem {
  const message = `the member holds ${found} bytes than the archive says`;
  return { code: 'zip-damaged', message, file, expected: `${claimed} bytes` };
}

function hex(crc: number): string {
  return `0x${crc.toString(16).padStart(8, '0')}`;
}

async function inflateSmall(
  size: number,
  expanded: number,
  raw: (into: Sink) => Promise<Problem | undefined>,
  file: string,
  sink: Sink,
): Promise<Problem | undefined> {
  const parts: Buffer[] = [];
  const problem = await raw((chunk) => {
    parts.push(Buffer.from(chunk));
    return undefined;
  });
  if (problem !== undefined) return problem;
  if (size === 0) return damagedDeflate(file);
  let bytes: Buffer;
  try {
    bytes = inflateRawSync(parts.length === 1 ? parts[0]! : Buffer.concat(parts), {
      maxOutputLength: Math.max(1, expanded),
    });
  } catch (error) {
    return systemCode(error) === 'ERR_BUFFER_TOO_LARGE' ? sizeProblem(file, expanded, 'more') : damagedDeflate(file);
  }
  return bytes.length === 0 ? undefined : sink(bytes);
}

async function inflateLarge(what: Expansion, file: string, sink: Sink): Promise<Problem | undefined> {
  let problem: Problem | undefined;
  const end = what.start + what.member.entry.compressedSize;
  const compressed = chunksOf(what.source, what.start, end, (found) => {
    problem ??= found;
  });
  try {
    await pipeline(Readable.from(compressed), createInflateRaw(), async (expanded: AsyncIterable<Buffer>) => {
      for await (const chunk of expanded) {
        problem ??= sink(chunk);
        if (problem !== undefined) throw stopped;
      }
    });
  } catch {
    // Either the sink stopped the stream, or the bytes are not a deflate stream.
    return problem ?? damagedDeflate(file);
  }
  return problem;
}

const stopped = new Error('stopped by the sink');

function damagedDeflate(file: string): Problem {
  return { code: 'zip-damaged', message: 'the member is not a whole deflate stream', file, expected: 'undamaged data' };
}
