import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Limits, showBytes } from '../limits.js';
import type { Problem } from '../problem.js';
import { type Sink, systemCode } from '../source/index.js';
import { dataStart } from './local-header.js';
import { type ArchiveFile, type Member, type Packed, smallBytes } from './member.js';
import { piecesOf, readAt } from './read-at.js';
import { expandZstd } from './zstd.js';

export interface ExpandOptions {
  readonly limits: Limits;
  /** Bytes that the archive has expanded to before this member. */
  readonly before: number;
}

/** Expands a stored, deflated or zstd member, within bounds, and checks its size and CRC-32. */
export async function expand(
  file: ArchiveFile,
  member: Member,
  options: ExpandOptions,
  sink: Sink,
): Promise<Problem | undefined> {
  const start = dataStart(file, member);
  if (!start.ok) return start.problem;
  const name = `${file.path}!${member.name}`;
  if (member.encrypted)
    return { code: 'zip-unsupported', message: 'the member is encrypted', file: name, expected: 'an open member' };
  const check = checked(member, options, name, sink);
  const problem = await byMethod({ file, member, start: start.value, name, limits: options.limits }, check.sink);
  return problem ?? check.end();
}

async function byMethod(packed: Packed, sink: Sink): Promise<Problem | undefined> {
  const { member, name } = packed;
  switch (member.method) {
    case 0:
      return copyStored(packed, sink);
    case 8:
      return member.compressed <= smallBytes && member.expanded <= smallBytes
        ? inflateSmall(packed, sink)
        : inflateLarge(packed, sink);
    case 93:
      return expandZstd(packed, sink);
    default:
      return {
        code: 'zip-unsupported',
        message: `the member is compressed with method ${member.method}`,
        file: name,
        expected: 'stored, deflate or zstd',
      };
  }
}

/** Counts and sums what passes through; refuses what is larger than said, than the limits, or than the ratio allows. */
function checked(
  member: Member,
  { limits, before }: ExpandOptions,
  file: string,
  sink: Sink,
): { readonly sink: Sink; end(): Problem | undefined } {
  let size = 0;
  let crc = 0;
  const large = (message: string, expected: string): Problem => ({ code: 'zip-too-large', message, file, expected });
  return {
    sink(chunk) {
      size += chunk.length;
      if (size > member.expanded) return sizeProblem(file, member.expanded, 'more');
      if (before + size > limits.expandedBytes) {
        return large('the archive expands without end', `at most ${showBytes(limits.expandedBytes)} in all`);
      }
      if (size > limits.ratioFloor && size > member.compressed * limits.ratio) {
        return large(`the member expands more than ${limits.ratio} times`, 'what an evaluation log needs');
      }
      crc = crc32(chunk, crc);
      return sink(chunk);
    },
    end() {
      if (size < member.expanded) return sizeProblem(file, member.expanded, 'fewer');
      if (crc !== member.crc) {
        return {
          code: 'zip-damaged',
          message: 'the member does not match its checksum (CRC-32)',
          file,
          expected: `0x${member.crc.toString(16).padStart(8, '0')}`,
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

function copyStored({ file, member, start }: Packed, sink: Sink): Problem | undefined {
  let problem: Problem | undefined;
  const onProblem = (found: Problem) => {
    problem = found;
  };
  for (const piece of piecesOf(file, start, start + member.compressed, onProblem)) {
    problem = sink(piece);
    if (problem !== undefined) break;
  }
  return problem;
}

function inflateSmall({ file, member, start, name }: Packed, sink: Sink): Problem | undefined {
  const packed = readAt(file, start, member.compressed);
  if (!packed.ok) return packed.problem;
  if (member.compressed === 0) return damagedDeflate(name);
  let bytes: Buffer;
  try {
    bytes = inflateRawSync(packed.value, { maxOutputLength: Math.max(1, member.expanded) });
  } catch (error) {
    return systemCode(error) === 'ERR_BUFFER_TOO_LARGE'
      ? sizeProblem(name, member.expanded, 'more')
      : damagedDeflate(name);
  }
  return bytes.length === 0 ? undefined : sink(bytes);
}

const inflateChunk = 256 * 1024;

async function inflateLarge({ file, member, start, name }: Packed, sink: Sink): Promise<Problem | undefined> {
  let problem: Problem | undefined;
  const packed = piecesOf(file, start, start + member.compressed, (found) => {
    problem ??= found;
  });
  try {
    await pipeline(
      Readable.from(packed),
      createInflateRaw({ chunkSize: inflateChunk }),
      async (expanded: AsyncIterable<Buffer>) => {
        for await (const chunk of expanded) {
          problem ??= sink(chunk);
          if (problem !== undefined) throw stopped;
        }
      },
    );
  } catch {
    // Either the sink stopped the stream, or the bytes are not a deflate stream.
    return problem ?? damagedDeflate(name);
  }
  return problem;
}

const stopped = new Error('stopped by the sink');

function damagedDeflate(file: string): Problem {
  return { code: 'zip-damaged', message: 'the member is not a whole deflate stream', file, expected: 'undamaged data' };
}
