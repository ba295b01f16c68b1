import { type Entry, fromRandomAccessReaderPromise, getFileNameLowLevel, validateFileName, type ZipFile } from 'yauzl';
import { type Limits, showBytes } from '../limits.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import type { Sink, Source } from '../source/index.js';
import { shown } from '../text/index.js';
import { expand } from './expand.js';
import { dataStart } from './local-header.js';
import type { ArchiveFile, Member, WindowedFile } from './member.js';
import { WindowedReader } from './random-access.js';
import { readAt } from './read-at.js';

/** Names of all members: they are held while the archive is read. */
const mostNameBytes = 64 * 1024 * 1024;

export interface Archive {
  readonly file: ArchiveFile;
  /** Members in the order of the directory. Where a name stands twice the later one counts, as for Inspect itself. */
  readonly members: readonly Member[];
  /** How many members a later one of the same name replaced. */
  readonly superseded: number;
  /** Whether the member itself bears the name that the directory gives it. For members that are not read. */
  checkName(member: Member): Promise<Problem | undefined>;
  /** Expands a member into the sink; its size and CRC are checked before this returns without a problem. */
  read(member: Member, sink: Sink): Promise<Problem | undefined>;
  /**
   * Takes what these members expand to from the archive's budget, as if they were read now and in this order; gives
   * what was taken before each. For readers that read them apart, so that the outcome does not depend on who is first.
   */
  reserve(members: readonly Member[]): readonly number[];
}

/** Opens the directory of a zip archive. The source stays open and is the caller's to close. */
export async function openArchive(source: Source, limits: Limits): Promise<Result<Archive>> {
  const file: ArchiveFile = { path: source.path, fd: source.handle.fd, size: source.size };
  const reader = new WindowedReader(file);
  const windowed: WindowedFile = { ...file, window: (start, length) => reader.held(start, length) };
  const entries: Member[] = [];
  let nameBytes = 0;
  try {
    const zip: ZipFile = await fromRandomAccessReaderPromise(reader, reader.end(), {
      autoClose: false,
      validateEntrySizes: false,
      // Names are decoded here: the library would turn a backslash into a slash, and `a\\b` and `a/b` into one member.
      decodeStrings: false,
    });
    if (zip.entryCount > limits.members) return failed(tooMany(zip.entryCount, limits, source.path));
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      const unsafe = validateFileName(name.replaceAll('\\', '/'));
      if (unsafe !== null) return failed(unsafeName(unsafe, source.path));
      nameBytes += entry.fileNameRaw.length;
      if (nameBytes > mostNameBytes) return failed(namesTooLong(source.path));
      entries.push(memberOf(name, entry));
    }
    const short = directoryEnd(windowed, (zip as unknown as { readonly readEntryCursor: number }).readEntryCursor);
    if (short !== undefined) return failed(short);
  } catch (error) {
    return failed(zipProblem(error, source.path));
  }
  const last = new Map(entries.map((member) => [member.name, member]));
  const problem = overlap(entries, source);
  if (problem !== undefined) return failed(problem);
  let spent = 0;
  const reserve = (members: readonly Member[]): number[] =>
    members.map((member) => {
      const before = spent;
      spent += member.expanded;
      return before;
    });
  return ok({
    file,
    members: [...last.values()],
    superseded: entries.length - last.size,
    async checkName(member) {
      const start = dataStart(windowed, member);
      return start.ok ? undefined : start.problem;
    },
    read: (member, sink) => expand(windowed, member, { limits, before: reserve([member])[0]! }, sink),
    reserve,
  });
}

function memberOf(name: string, entry: Entry): Member {
  return {
    name,
    // Its own bytes: a piece of the buffer that the entry came in would keep all of that.
    rawName: Uint8Array.from(entry.fileNameRaw),
    method: entry.compressionMethod,
    encrypted: entry.isEncrypted(),
    compressed: entry.compressedSize,
    expanded: entry.uncompressedSize,
    crc: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

function tooMany(count: number, limits: Limits, file: string): Problem {
  return {
    code: 'zip-too-large',
    message: `the archive has ${count} members`,
    file,
    expected: `at most ${limits.members}`,
  };
}

function namesTooLong(file: string): Problem {
  const expected = `at most ${showBytes(mostNameBytes)}`;
  return { code: 'zip-too-large', message: 'the names of the members are too long', file, expected };
}

/** Behind its last entry a directory ends: a count that lies would have members passed over in silence. */
function directoryEnd(file: WindowedFile, at: number): Problem | undefined {
  const next = readAt(file, at, Math.min(4, Math.max(0, file.size - at)));
  if (!next.ok) return next.problem;
  const found = next.value.length < 4 ? 0 : next.value.readUInt32LE(0);
  if (found === 0x06054b50 || found === 0x06064b50) return undefined;
  const message = 'the archive says that it has fewer members than its directory lists';
  return { code: 'zip-damaged', message, file: file.path, expected: 'a complete zip archive' };
}

/** Members that share bytes are how a small archive expands without end; no tool writes them. */
function overlap(entries: readonly Member[], source: Source): Problem | undefined {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  let end = 0;
  for (const { name, offset, compressed } of inOrder) {
    if (offset < end) {
      return {
        code: 'zip-damaged',
        message: `the member ${shown(name)} lies inside another one`,
        file: source.path,
      };
    }
    end = offset + 30 + compressed;
  }
  return undefined;
}

/** Nothing is unpacked to where a name says; but no tool writes such names, so that the log is not to be trusted. */
function unsafeName(why: string, file: string): Problem {
  return {
    code: 'zip-unsafe-member',
    message: `a member's name leaves the archive: “${shown(why.replace(/^[^:]*: /, ''))}”`,
    file,
    expected: 'names without “..”, a leading “/” or a drive',
  };
}

function zipProblem(error: unknown, file: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const reason = /signature not found|truncated/.test(text) ? 'its end is missing, so it may be cut off' : shown(text);
  return {
    code: 'zip-damaged',
    message: `the archive is damaged: ${reason}`,
    file,
    expected: 'a complete zip archive',
  };
}
