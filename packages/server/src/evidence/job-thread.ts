import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { mayStartThreads } from '@surety/evidence';
import type { Answers, Job, JobProgress } from './jobs.js';

export type Done<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

/** A thread that does jobs one after the other, so that the server goes on answering. */
export interface JobThread {
  run<Kind extends Job['kind']>(
    job: Extract<Job, { kind: Kind }>,
    progress?: (progress: JobProgress) => void,
  ): Promise<Done<Answers[Kind]>>;
  close(): Promise<void>;
}

const script = new URL('./job-worker.js', import.meta.url);

type Message =
  | { readonly progress: JobProgress }
  | { readonly answer: Answers[Job['kind']] }
  | { readonly error: string };

/** The thread starts with the first job, and anew after one that it died of. */
export function openJobThread(): JobThread {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | undefined;
  let closed = false;
  // Tests run from source text, where there is no script for a thread: what it would do is done here.
  const here = existsSync(fileURLToPath(script)) ? undefined : import('./run-job.js');
  const kept = {};

  async function runHere(job: Job, progress: (progress: JobProgress) => void): Promise<Done<Answers[Job['kind']]>> {
    try {
      return { ok: true, value: await (await here!).runJob(job, kept, progress) };
    } catch (error) {
      return { ok: false, why: error instanceof Error ? error.message : String(error) };
    }
  }

  function runThere(job: Job, progress: (progress: JobProgress) => void): Promise<Done<Answers[Job['kind']]>> {
    worker ??= startWorker();
    const thread = worker;
    return new Promise((resolve) => {
      const end = (done: Done<Answers[Job['kind']]>) => {
        thread.off('message', onMessage);
        thread.off('exit', onExit);
        resolve(done);
      };
      const onMessage = (message: Message) => {
        if ('progress' in message) progress(message.progress);
        else end('answer' in message ? { ok: true, value: message.answer } : { ok: false, why: message.error });
      };
      const onExit = () => {
        end({ ok: false, why: 'Reading the evidence broke off, for want of memory or of another kind.' });
      };
      thread.on('message', onMessage);
      thread.on('exit', onExit);
      thread.postMessage(job);
    });
  }

  function startWorker(): Worker {
    // Not the options of this process: some, as of a script on the command line, would have a thread run something else.
    const thread = new Worker(script, { workerData: mayStartThreads, execArgv: [] });
    // Its end is told by `exit`, which comes after, also where it was doing nothing.
    thread.on('error', () => {});
    thread.on('exit', () => {
      if (worker === thread) worker = undefined;
    });
    thread.unref();
    return thread;
  }

  return {
    run(job, progress = () => {}) {
      const next = last.then(() =>
        closed
          ? { ok: false as const, why: 'The server ends.' }
          : here === undefined
            ? runThere(job, progress)
            : runHere(job, progress),
      );
      last = next;
      return next as Promise<Done<never>>;
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
