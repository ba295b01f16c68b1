import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleLog } from './sample-log.js';
import { temporaryFolder } from './temporary.testing.js';
import { inspectMembers, makeZip } from './zip/make-zip.testing.js';

const folder = temporaryFolder();

async function sampled(content: string | Buffer, options: { count?: number; seed?: number; texts?: boolean } = {}) {
  const location = join(folder, 'log');
  writeFileSync(location, content);
  const found = await sampleLog(location, { count: 5, seed: 1, texts: false, path: 'log', ...options });
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

const hash = (text: string | Buffer) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const csv = (rows: number) => `sample,leaked\n${Array.from({ length: rows }, (_, i) => `s${i},${i % 3}`).join('\n')}\n`;

describe('trials that are picked', () => {
  test('are the same for the same seed, whatever the order of the log, and others for another', async () => {
    const names = ({ trials }: Awaited<ReturnType<typeof sampled>>) => trials.map(({ sample }) => sample);
    const first = await sampled(csv(100));
    const [head, ...rows] = csv(100).trim().split('\n');
    const turned = await sampled(`${[head, ...rows.reverse()].join('\n')}\n`);
    expect(names(turned)).toEqual(names(first));
    expect(turned.trials.map(({ digest }) => digest)).toEqual(first.trials.map(({ digest }) => digest));
    expect(names(await sampled(csv(100), { seed: 2 }))).not.toEqual(names(first));
    expect(names(first)).toHaveLength(5);
    expect((await sampled(csv(3), { count: 9 })).trials).toHaveLength(3);
  });

  test('have a digest that follows from the row by itself', async () => {
    const { trials } = await sampled('sample,leaked,error\nx,1,crash\n');
    // Canonical JSON, written out by hand.
    const row = '{"epoch":1,"fields":{"leaked":1},"flaws":["error"],"sample":"x","scores":{}}';
    expect(trials).toEqual([
      { sample: 'x', epoch: 1, digest: hash(row), scores: {}, fields: { leaked: 1 }, flaws: ['error'] },
    ]);
  });

  test('of a transcript have a digest over its bytes as well, in an archive and in a file', async () => {
    const sample =
      '{"id": "a", "epoch": 1, "messages": [{"role": "user", "content": "x"}], "scores": {"m": {"value": "C"}}}';
    const row = (text: string) => hash(text);
    const members = inspectMembers(0);
    const archive = await sampled(makeZip([...members, { name: 'samples/a_epoch_1.json', data: sample }]));
    expect(archive.trials[0]?.digest).toBe(row(sample));
    const json = (text: string) =>
      `{"version": 2, "status": "success", "eval": {"task": "t", "model": "m"}, "samples": [ ${text} ]}`;
    expect((await sampled(json(sample))).trials[0]?.digest).toBe(row(sample));
    const other = sample.replace('"x"', '"y"');
    expect((await sampled(json(other))).trials[0]?.digest).toBe(row(other));
    expect(row(other)).not.toBe(row(sample));
  });

  test('give texts only where they are asked for, and say so', async () => {
    const log = readFileSync(join(import.meta.dirname, '../fixtures/inspect/mixed.eval'));
    const withheld = await sampled(log);
    expect([withheld.texts, withheld.trials.some(({ input }) => input !== undefined)]).toEqual(['withheld', false]);
    const shown = await sampled(log, { texts: true });
    expect(shown.texts).toBe('shown');
    expect(shown.trials.every(({ input }) => (input ?? '').length > 0)).toBe(true);
    expect(shown.trials.map(({ digest }) => digest)).toEqual(withheld.trials.map(({ digest }) => digest));
    expect((await sampled(csv(3), { texts: true })).texts).toBe('none in such a source');
  });
});
