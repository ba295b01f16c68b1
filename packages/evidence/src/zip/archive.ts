import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import type { Limits } from '../limits.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import type { Sink, Source } from '../source/index.js';
import { expand } from './expand.js';
import type { Member } from './member.js';

export interface Archive {
  /** Members in the order of the directory. Where a name stands twice the later one counts, as for Inspect itself. */
  readonly members: readonly Member[];
  /** How many members a later one of the same name replaced. */
  readonly superseded: number;
  /** Whether the member itself bears the name that the directory gives it. For members that are not read. */
  checkName(member: Member): Promise<Problem | undefined>;
  /** Expands a member into the sink; its size and CRC are checked before this returns without a problem. */
  read(member: Member, sink: Sink): Promise<Problem | undefined>;
}

/** Opens the directory of a zip archive. The source stays open and is the caller's to close. */
export async function openArchive(source: Source, limits: Limits): Promise<Result<Archive>> {
  let zip: ZipFile;
  const entries: Entry[] = [];
  try {
    zip = await fromFdPromise(source.handle.fd, {
      autoClose: false,
      validateEntrySizes: false,
      strictFileNames: false,
    });
    if (zip.entryCount > limits.members) return failed(tooMany(zip.entryCount, limits, source.path));
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    return failed(zipProblem(error, source.path));
  }
  const last = new Map<string, Entry>();
  for (const entry of entries) last.set(entry.fileName, entry);
  const problem = overlap(entries, source);
  if (problem !== undefined) return failed(problem);
  const budget = { expanded: 0 };
  return ok({
    members: [...last].map(([name, entry]) => ({ name, entry })),
    superseded: entries.length - last.size,
    async checkName(member) {
      const start = await dataStart(zip, member, source.path);
      return start.ok ? undefined : start.problem;
    },
    async read(member, sink) {
      const start = await dataStart(zip, member, source.path);
      return start.ok ? expand({ source, member, start: start.value, limits, budget }, sink) : start.problem;
    },
  });
}

/** Where a member's bytes start, once its own header agrees with the directory. */
async function dataStart(zip: ZipFile, member: Member, file: string): Promise<Result<number>> {
  try {
    const header = await zip.readLocalFileHeaderPromise(member.entry, { minimal: false });
    const agrees =
      header.fileName.equals(member.entry.fileNameRaw) && header.compressionMethod === member.entry.compressionMethod;
    if (agrees) return ok(header.fileDataStart);
    const message = `the directory and the member disagree about ${member.name}`;
    return failed({ code: 'zip-damaged', message, file, expected: 'the same name and method in both' });
  } catch (error) {
    return failed(zipProblem(error, file));
  }
}

function tooMany(count: number, limits: Limits, file: string): Problem {
  return {
    code: 'zip-too-large',
    message: `the archive has ${count} members`,
    file,
    expected: `at most ${limits.members}`,
  };
}

/** Members that share bytes are how a small archive expands without end; no tool writes them. */
function overlap(entries: readonly Entry[], source: Source): Problem | undefined {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) {
      return {
        code: 'zip-damaged',
        message: `the member ${entry.fileName} lies inside another one`,
        file: source.path,
      };
    }
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize;
  }
  return undefined;
}

function zipProblem(error: unknown, file: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  if (/^(invalid relative path|absolute path|invalid characters in fileName)/.test(text)) {
    return {
      code: 'zip-unsafe-member',
      message: `a member's name leaves the archive: ${text.replace(/^[^:]*: /, '')}`,
      file,
      expected: 'names without “..”, a leading “/” or a backslash',
    };
  }
  const reason = /signature not found|truncated/.test(text)
    ? 'its end is missing, so it may be cut off'
    : text.split('\n')[0]!;
  return {
    code: 'zip-damaged',
    message: `the archive is damaged: ${reason}`,
    file,
    expected: 'a complete zip archive',
  };
}
