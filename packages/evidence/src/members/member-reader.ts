import type { JsonValue, Shape } from '../json/index.js';
import type { Limits } from '../limits.js';
import { failed, type Result } from '../problem.js';
import { type ThreadPool, threadPool, threadsOf } from '../threads/index.js';
import { type Archive, expand, type Member } from '../zip/index.js';
import type { Batch, BatchResult, WorkerSetup } from './member-worker.js';
import { readMember } from './read-member.js';

/** Reads members one after the other, in the order that they were announced in. */
export interface MemberReader {
  read(member: Member): Promise<Result<JsonValue | undefined>>;
  /** Ends the threads, also where members were left unread. */
  close(): Promise<void>;
}

/** Below this many expanded bytes the threads take longer to start than they save. */
const worthThreads = 48 * 1024 * 1024;
/** Each thread holds a member, packed and expanded: with more of them a log would take more than 300 MB of memory. */
const mostThreads = 2;
const workerFile = new URL('./member-worker.js', import.meta.url);

/**
 * Reads `members` of an archive with one shape, by several threads where there is much to expand. What is read, and the
 * first problem, do not depend on the number of threads: results come in the order of the members, and what each may
 * expand to is counted by what the directory says of those before it. The shape may not hold `each`, whose function
 * cannot go to another thread. `threads` is for tests.
 */
export function memberReader(
  archive: Archive,
  members: readonly Member[],
  shape: Shape,
  limits: Limits,
  threads = threadsFor(members),
): MemberReader {
  const before = archive.reserve(members);
  if (threads < 2) return inThisThread(archive, members, before, shape, limits);
  const setup: WorkerSetup = { file: archive.file, shape, limits };
  return inOrder(threadPool<Batch, BatchResult>(workerFile, threads, setup), members, before, {
    ahead: 2 * threads,
    file: archive.file.path,
  });
}

function threadsFor(members: readonly Member[]): number {
  const expanded = members.reduce((sum, member) => sum + member.expanded, 0);
  return expanded < worthThreads ? 1 : threadsOf(workerFile, mostThreads);
}

function inThisThread(
  { file }: Archive,
  members: readonly Member[],
  before: readonly number[],
  shape: Shape,
  limits: Limits,
): MemberReader {
  let next = 0;
  return {
    read(member) {
      const at = expected(members, next++, member);
      return readMember(`${file.path}!${member.name}`, shape, limits, (sink) =>
        expand(file, member, { limits, before: before[at]! }, sink),
      );
    },
    close: async () => {},
  };
}

/** Bytes and members of a batch: enough to be worth a message, little enough to share out evenly. */
const batchBytes = 4 * 1024 * 1024;
const batchMembers = 64;

function inOrder(
  pool: ThreadPool<Batch, BatchResult>,
  members: readonly Member[],
  before: readonly number[],
  { ahead, file }: { readonly ahead: number; readonly file: string },
): MemberReader {
  const waiting: Promise<Result<BatchResult>>[] = [];
  let sent = 0;
  let next = 0;
  let results: readonly Result<JsonValue | undefined>[] = [];
  let from = 0;

  /** Keeps so many batches under way or unread, and no more: a slow reader would otherwise gather a whole log. */
  function send(): void {
    while (waiting.length < ahead && sent < members.length) {
      const start = sent;
      let bytes = 0;
      do bytes += members[sent++]!.expanded;
      while (sent < members.length && sent - start < batchMembers && bytes + members[sent]!.expanded <= batchBytes);
      const batch = { members: members.slice(start, sent), before: before.slice(start, sent) };
      waiting.push(pool.run(batch));
    }
  }

  return {
    async read(member) {
      const at = expected(members, next++, member);
      send();
      if (at >= from + results.length) {
        from = at;
        const batch = await waiting.shift()!;
        // Of a thread that died nobody knows which member it was at.
        if (!batch.ok) return failed({ file, ...batch.problem });
        results = batch.value.map(restored);
        send();
      }
      return results[at - from]!;
    },
    close: () => pool.close(),
  };
}

/** Members are read as announced: anything else is a mistake of the caller. */
function expected(members: readonly Member[], at: number, member: Member): number {
  if (members[at] !== member) throw new Error(`${member.name} is not the member to be read next`);
  return at;
}

/** Objects lose on their way between threads that they have no prototype, so that any key is theirs. */
function restored(result: Result<JsonValue | undefined>): Result<JsonValue | undefined> {
  return result.ok ? { ok: true, value: bare(result.value) } : result;
}

function bare(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => bare(item) as JsonValue);
  const object = Object.create(null) as Record<string, JsonValue | undefined>;
  for (const [key, item] of Object.entries(value)) object[key] = bare(item);
  return object;
}
