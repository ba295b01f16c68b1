import { describe, expect, it } from 'vitest';
import type { ServerEvent } from '../api/index.js';
import { keepEvidence } from './evidence-keeper.js';
import type { JobThread } from './job-thread.js';

/** A thread whose jobs end when the test says so. */
function slowThread() {
  const waiting: (() => void)[] = [];
  const thread: JobThread = {
    run: () =>
      new Promise((done) => {
        const value = { version: 'a', evidence: { measures: {}, signatures: [], problems: [] }, watch: new Map() };
        waiting.push(() => done({ ok: true, value } as never));
      }),
    close: async () => {},
  };
  const end = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()!();
  };
  return { thread, end };
}

const job = () => ({ kind: 'measure', location: '/', env: {}, readers: [], asOf: '2026-11-23' }) as const;

describe('evidence that is read again', () => {
  it('is told to be ready after it was told to be read, also where nothing changed', async () => {
    const { thread, end } = slowThread();
    const events: ServerEvent[] = [];
    const statuses = () => events.map((event) => (event.kind === 'evidence' ? event.status : event.kind));
    const keeper = keepEvidence(
      thread,
      job,
      (event) => events.push(event),
      () => {},
    );
    keeper.refresh('a');
    await end();
    await expect.poll(() => statuses().at(-1)).toBe('ready');
    // Nothing is other than before, and it takes long enough to be announced.
    keeper.refresh('a');
    await expect.poll(() => statuses().at(-1)).toBe('reading');
    await end();
    await expect.poll(() => statuses().at(-1)).toBe('ready');
  });

  it('is told to be ready between changes that do not end', async () => {
    const { thread, end } = slowThread();
    const events: ServerEvent[] = [];
    const keeper = keepEvidence(
      thread,
      job,
      (event) => events.push(event),
      () => {},
    );
    for (let times = 0; times < 3; times++) {
      keeper.refresh('a');
      keeper.refresh('a');
      await end();
    }
    await expect.poll(() => events.some((event) => event.kind === 'evidence' && event.status === 'ready')).toBe(true);
  });
});
