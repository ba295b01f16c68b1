import { openCache } from '../cache/index.js';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import type { Reader } from '../readers/index.js';
import { threadPool, threadsOf } from '../threads/index.js';
import type { LogWorkerSetup } from './log-worker.js';
import { type LogAnswer, type LogJob, type LogRead, readLog } from './read-log.js';

export interface ReadLogsOptions {
  /** Folder of the cache; absent: nothing is kept and every log is read. See `cacheFolder`. */
  readonly cache?: string;
  /** Default 2 GiB. */
  readonly cacheBytes?: number;
  readonly limits: Limits;
  /** All readers; given, there is one thread, since they cannot go to another. */
  readonly readers?: readonly Reader[];
  /** Default: one for each processor, at most 4, where there are many logs. The result does not depend on it. */
  readonly threads?: number;
  /** What is known of the log at this place without opening it; asked just before it would be read. */
  readonly before?: (at: number) => Promise<LogRead | undefined>;
  /** Called when another file is done. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number; readonly file: string }) => void;
}

const workerFile = new URL('./log-worker.js', import.meta.url);
const mostThreads = 4;
/** Logs from which on threads save more time than they take to start. */
const worthThreads = 16;

export interface LogsRead {
  /** In the order of the jobs. */
  readonly answers: readonly LogAnswer[];
  /** What kept results from being kept, once for each kind. */
  readonly cacheProblems: readonly Problem[];
}

/** Answers in the order of the jobs. Few files are open at any time, however many there are. */
export async function readLogs(jobs: readonly LogJob[], options: ReadLogsOptions): Promise<LogsRead> {
  const { limits, readers } = options;
  const wanted = options.threads ?? (jobs.length < worthThreads ? 1 : threadsOf(workerFile, mostThreads));
  const threads = readers === undefined ? wanted : 1;
  const cache =
    options.cache === undefined
      ? undefined
      : openCache(options.cache, options.cacheBytes === undefined ? {} : { mostBytes: options.cacheBytes });
  const setup: LogWorkerSetup = { cache: options.cache, limits };
  const pool = threads < 2 ? undefined : threadPool<LogJob, LogAnswer>(workerFile, threads, setup);
  const answers: LogAnswer[] = new Array<LogAnswer>(jobs.length);
  let next = 0;
  let done = 0;

  async function readOne(job: LogJob): Promise<LogAnswer> {
    if (pool === undefined) return readLog(job, cache, limits, readers);
    const answer = await pool.run(job);
    return answer.ok ? answer.value : { problem: { file: job.path, ...answer.problem } };
  }

  async function worker(): Promise<void> {
    while (next < jobs.length) {
      const at = next++;
      const job = jobs[at]!;
      answers[at] = (await options.before?.(at)) ?? (await readOne(job));
      done += 1;
      options.onProgress?.({ done, of: jobs.length, file: job.path });
    }
  }

  try {
    // Twice as many as threads, so that none waits for its next file.
    await Promise.all(Array.from({ length: pool === undefined ? 1 : threads * 2 }, worker));
  } finally {
    await pool?.close();
  }
  const problem = cache !== undefined && countsOf(answers).read > 0 ? await cache.trim() : undefined;
  return { answers, cacheProblems: [...cacheProblemsOf(answers), ...(problem === undefined ? [] : [problem])] };
}

export interface ReadCounts {
  /** Logs taken from the cache, logs read, and among these those whose entry in the cache was damaged. */
  readonly cached: number;
  readonly read: number;
  readonly rebuilt: number;
}

export function countsOf(answers: readonly LogAnswer[]): ReadCounts {
  const from = answers.flatMap((answer) => ('result' in answer ? [answer.from] : []));
  const cached = from.filter((one) => one === 'cache').length;
  return { cached, read: from.length - cached, rebuilt: from.filter((one) => one === 'rebuilt').length };
}

/** What kept results from being kept, once for each kind. */
function cacheProblemsOf(answers: readonly LogAnswer[]): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const answer of answers) {
    if ('result' in answer && answer.cacheProblem !== undefined)
      found.set(answer.cacheProblem.message, answer.cacheProblem);
  }
  return [...found.values()];
}
