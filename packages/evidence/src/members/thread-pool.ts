import { Worker } from 'node:worker_threads';
import type { JsonValue } from '../json/index.js';
import type { Result } from '../problem.js';
import type { Batch, BatchResult, WorkerSetup } from './member-worker.js';

export interface BatchReader {
  /** Results of the batch's members, up to the first that failed. */
  read(batch: Batch): Promise<readonly Result<JsonValue | undefined>[]>;
  close(): Promise<void>;
}

interface Job {
  readonly batch: Batch;
  readonly resolve: (results: BatchResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that each take the next batch when they are done with one; they start when the first batch comes. */
export function threadPool(script: URL, threads: number, setup: WorkerSetup): BatchReader {
  const workers: Worker[] = [];
  const idle: Worker[] = [];
  const queue: Job[] = [];
  const busy = new Map<Worker, Job>();

  function start(): void {
    const worker = new Worker(script, { workerData: setup });
    workers.push(worker);
    idle.push(worker);
    worker.on('message', (results: BatchResult) => {
      const job = busy.get(worker)!;
      busy.delete(worker);
      idle.push(worker);
      job.resolve(results.map(restored));
      next();
    });
    // Out of memory, or a bug: whoever waits for this thread, or for a thread at all, has to hear of it.
    worker.on('error', (error) => {
      for (const job of [...busy.values(), ...queue.splice(0)]) job.reject(error);
      busy.clear();
    });
  }

  function next(): void {
    while (idle.length > 0 && queue.length > 0) {
      const worker = idle.pop()!;
      const job = queue.shift()!;
      busy.set(worker, job);
      worker.postMessage(job.batch);
    }
  }

  return {
    read(batch) {
      const results = new Promise<BatchResult>((resolve, reject) => queue.push({ batch, resolve, reject }));
      // A batch that nobody comes to wait for, because an earlier one failed, fails in silence.
      results.catch(() => {});
      if (idle.length === 0 && workers.length < threads) start();
      next();
      return results;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
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
