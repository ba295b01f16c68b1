import { parentPort } from 'node:worker_threads';
import type { Job } from './jobs.js';
import { type Kept, runJob } from './run-job.js';

const kept: Kept = {};
parentPort?.on('message', async (job: Job) => {
  try {
    const answer = await runJob(job, kept, (progress) => parentPort?.postMessage({ progress }));
    parentPort?.postMessage({ answer });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
