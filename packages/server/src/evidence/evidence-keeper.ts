import type { FilesByFolder } from '@surety/evidence/loading';
import type { EvidenceState, ServerEvent } from '../api/index.js';
import type { JobThread } from './job-thread.js';
import type { Job } from './jobs.js';

export interface EvidenceKeeper {
  /** What is known now: of the newest text, or while that is read, of the one before. */
  state(): EvidenceState;
  /** The text or a source may have changed: reads again, once what is being read is done. */
  refresh(version: string): void;
  /** Settles when nothing is being read. */
  settled(): Promise<void>;
}

/**
 * Keeps the measures of the case. While new ones are read the old ones stay, marked as such; of several changes in a row
 * only the last one is read.
 */
export function keepEvidence(
  thread: JobThread,
  job: () => Extract<Job, { kind: 'measure' }>,
  send: (event: ServerEvent) => void,
  watch: (files: FilesByFolder) => void,
): EvidenceKeeper {
  let now: EvidenceState = { version: '', status: 'reading', measures: {}, signatures: [], problems: [] };
  let wanted: string | undefined;
  let running: Promise<void> | undefined;

  const tell = () => {
    const { version, status, progress } = now;
    send({ kind: 'evidence', version, status, done: progress?.done ?? 0, of: progress?.of ?? 0 });
  };

  async function read(): Promise<void> {
    while (wanted !== undefined) {
      const version = wanted;
      wanted = undefined;
      now = { ...now, version, status: 'reading' };
      tell();
      const done = await thread.run(job(), (progress) => {
        now = { ...now, progress };
        tell();
      });
      const { progress: _, ...rest } = now;
      if (done.ok) {
        watch(done.value.watch);
        now = { version: done.value.version, status: 'ready', ...done.value.evidence };
      } else now = { ...rest, status: 'failed', problems: [done.why] };
      if (wanted === undefined) tell();
    }
    running = undefined;
  }

  return {
    state: () => now,
    refresh(version) {
      wanted = version;
      running ??= read();
    },
    settled: async () => running,
  };
}
