import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { systemCode } from '../source/index.js';

export interface ThreadPool<Job, Answer> {
  /** Has a thread do the job; jobs begin in the order in which they are asked for. A problem where the thread died of it. */
  run(job: Job): Promise<Result<Answer>>;
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Result<Answer>) => void;
}

/** What a thread is started with that is no thread of a pool, and may have a pool of its own. */
export const mayStartThreads = { mayStartThreads: true } as const;

/**
 * How many threads may run `script`: at most `most`, one where this is such a thread itself, and one where the script
 * was not built, as in tests that run from source text.
 */
export function threadsOf(script: URL, most: number): number {
  const mayStart = isMainThread || (workerData as Partial<typeof mayStartThreads> | null)?.mayStartThreads === true;
  return mayStart && existsSync(fileURLToPath(script)) ? Math.min(most, availableParallelism()) : 1;
}

/**
 * Threads that run `script`, which answers each message that it gets with one. A thread starts when there is a job for
 * it. What ends a thread, such as a lack of memory, fails the job that it was at and no other: the rest get a new thread.
 */
export function threadPool<Job, Answer>(script: URL, threads: number, setup: unknown): ThreadPool<Job, Answer> {
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  const queue: Waiting<Job, Answer>[] = [];
  const busy = new Map<Worker, Waiting<Job, Answer>>();

  let closing = false;

  function start(): void {
    // Not the options of this process: some, as of a script on the command line, would have a thread run something else.
    const worker = new Worker(script, { workerData: setup, execArgv: [] });
    workers.add(worker);
    idle.push(worker);
    worker.on('message', (answer: Answer) => {
      const done = busy.get(worker)!;
      busy.delete(worker);
      idle.push(worker);
      done.resolve(ok(answer));
      next();
    });
    let reason: string | undefined;
    worker.on('error', (error) => {
      reason = systemCode(error) ?? error.name;
    });
    // Comes after an error too, and also where a thread ends without one.
    worker.on('exit', () => {
      workers.delete(worker);
      const at = idle.indexOf(worker);
      if (at >= 0) idle.splice(at, 1);
      const lost = busy.get(worker);
      busy.delete(worker);
      lost?.resolve(failed(died(reason)));
      if (!closing) next();
    });
  }

  function next(): void {
    while (queue.length > 0) {
      if (idle.length === 0 && workers.size < threads) start();
      if (idle.length === 0) return;
      const worker = idle.pop()!;
      const waiting = queue.shift()!;
      busy.set(worker, waiting);
      worker.postMessage(waiting.job);
    }
  }

  return {
    run(job) {
      const answer = new Promise<Result<Answer>>((resolve) => queue.push({ job, resolve }));
      next();
      return answer;
    },
    async close() {
      closing = true;
      for (const { resolve } of queue.splice(0)) resolve(failed(died(undefined)));
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/** A lack of memory is the one reason known; a thread that dies of anything else is no less a refusal of what it read. */
function died(reason: string | undefined): Problem {
  const memory = reason === 'ERR_WORKER_OUT_OF_MEMORY';
  return {
    code: 'reading-broke-off',
    message: memory
      ? 'reading takes more memory than there is'
      : `the thread that read ended${reason === undefined ? '' : ` (${reason})`}`,
  };
}
