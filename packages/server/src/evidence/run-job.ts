import { basename } from 'node:path';
import { describe, loadReaders, type Reader } from '@surety/evidence';
import type { Answers, Job, JobProgress } from './jobs.js';
import { type LastMeasures, measureCase } from './measure-case.js';
import { caseAtRevision, caseInFolder } from './other-case.js';
import { sampleTrials } from './sample-trials.js';

/** What a thread keeps between jobs. */
export interface Kept extends LastMeasures {
  readers?: readonly Reader[];
}

/** Does one job. */
export async function runJob(
  job: Job,
  kept: Kept,
  progress: (progress: JobProgress) => void,
): Promise<Answers[Job['kind']]> {
  const own = await readersOf(job, kept);
  const { location, env, asOf } = job;
  const around = { location, env, asOf, ...own };
  switch (job.kind) {
    case 'measure':
      return measureCase(around, kept, progress);
    case 'trials':
      return sampleTrials(around, job);
    case 'revision':
      return caseAtRevision(around, job.revision);
    case 'folder':
      return caseInFolder({ ...around, location: job.folder }, job.name);
  }
}

/** The command has loaded them before, so that what is wrong with one was said then. */
async function readersOf({ readers }: Job, kept: Kept): Promise<{ readonly readers?: readonly Reader[] }> {
  if (readers.length === 0) return {};
  if (kept.readers === undefined) {
    const loaded = await loadReaders(readers.map((file) => ({ location: file, path: basename(file) })));
    if (!loaded.ok) throw new Error(describe(loaded.problem));
    kept.readers = loaded.value;
  }
  return { readers: kept.readers };
}
