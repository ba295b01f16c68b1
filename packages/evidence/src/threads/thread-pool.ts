import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker } from 'node:worker_threads';

export interface ThreadPool<Job, Answer> {
  /** Has a thread do the job; jobs begin in the order in which they are asked for. */
  run(job: Job): Promise<Answer>;
  /** Ends the threads, whatever they are at. */
  close(): Promise<void>;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * How many threads may run `script`: at most `most`, one where this is such a thread itself, and one where the script
 * was not built, as in tests that run from source text.
 */
export function threadsOf(script: URL, most: number): number {
  return isMainThread && existsSync(fileURLToPath(script)) ? Math.min(most, availableParallelism()) : 1;
}

/**
 * Threads that run `script`, which answers each message that it gets with one. A thread starts when there is a job for
 * it. What ends a thread, such as a lack of memory, rejects the jobs that are not done.
 */
export function threadPool<Job, Answer>(script: URL, threads: number, setup: unknown): ThreadPool<Job, Answer> {
  const workers: Worker[] = [];
  const idle: Worker[] = [];
  const queue: Waiting<Job, Answer>[] = [];
  const busy = new Map<Worker, Waiting<Job, Answer>>();

  function start(): void {
    // Not the options of this process: some, as of a script on the command line, would have a thread run something else.
    const worker = new Worker(script, { workerData: setup, execArgv: [] });
    workers.push(worker);
    idle.push(worker);
    worker.on('message', (answer: Answer) => {
      const done = busy.get(worker)!;
      busy.delete(worker);
      idle.push(worker);
      done.resolve(answer);
      next();
    });
    worker.on('error', (error) => {
      for (const { reject } of [...busy.values(), ...queue.splice(0)]) reject(error);
      busy.clear();
    });
  }

  function next(): void {
    while (idle.length > 0 && queue.length > 0) {
      const worker = idle.pop()!;
      const waiting = queue.shift()!;
      busy.set(worker, waiting);
      worker.postMessage(waiting.job);
    }
  }

  return {
    run(job) {
      const answer = new Promise<Answer>((resolve, reject) => queue.push({ job, resolve, reject }));
      // A job that nobody comes to ask about, because an earlier one failed, may fail unheard.
      answer.catch(() => {});
      if (idle.length === 0 && workers.length < threads) start();
      next();
      return answer;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
