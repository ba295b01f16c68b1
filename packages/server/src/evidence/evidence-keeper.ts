import type { FilesByFolder } from '@surety/evidence/loading';
import type { EvidenceState, ServerEvent } from '../api/index.js';
import type { JobThread } from './job-thread.js';
import type { Job } from './jobs.js';

export interface EvidenceKeeper {
  /** What is known now: of the newest text, or while that is read, of the one before. */
  state(): EvidenceState;
  /** The text or a source may have changed: reads again, once what is being read is done. */
  refresh(version: string): void;
}

/** Milliseconds after which reading that is not done is told. */
const announce = 150;

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
  let busy = false;
  /** What the windows were told last, by content: who was told that it is being read must also hear that it was. */
  let told = JSON.stringify(now);

  const tell = () => {
    told = JSON.stringify(now);
    const { version, status, progress } = now;
    send({ kind: 'evidence', version, status, done: progress?.done ?? 0, of: progress?.of ?? 0 });
  };

  async function read(): Promise<void> {
    busy = true;
    while (wanted !== undefined) {
      const version = wanted;
      wanted = undefined;
      // What is done in a moment, as after most edits, is not announced first.
      const late = setTimeout(() => {
        now = { ...now, version, status: 'reading' };
        tell();
      }, announce);
      const done = await thread.run(job(), (progress) => {
        now = { ...now, progress };
        if (now.status === 'reading') tell();
      });
      clearTimeout(late);
      const { progress: _, ...rest } = now;
      if (done.ok) {
        watch(done.value.watch);
        now = { version: done.value.version, status: 'ready', ...done.value.evidence };
      } else now = { ...rest, version, status: 'failed', problems: [done.why] };
      if (JSON.stringify(now) !== told) tell();
    }
    busy = false;
  }

  return {
    state: () => now,
    refresh(version) {
      wanted = version;
      if (!busy) void read();
    },
  };
}
