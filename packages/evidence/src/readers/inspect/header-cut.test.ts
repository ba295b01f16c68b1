import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.testing.js';
import { readFile, readLogHeader } from '../read.js';
import { headerCut } from './header-cut.js';

const folder = temporaryFolder();

const fields = {
  version: 2,
  status: 'success',
  eval: { task: 'has "samples": inside', model: 'p/m', metadata: { samples: [1, { samples: 2 }], 'a\\"': ']}' } },
  plan: { name: 'plan', config: {} },
  results: { total_samples: 1, completed_samples: 1, scores: [{ name: 's', metrics: {} }] },
  stats: { started_at: '2026-01-02T03:04:05+00:00' },
  tags: ['samples'],
};
const samples = [{ id: 1, epoch: 1, scores: { s: { value: 'C' } } }];

async function headOf(text: string) {
  const location = join(folder, 'log.json');
  writeFileSync(location, text);
  const head = await readLogHeader(location, { path: 'log', reader: 'inspect' });
  const full = await readFile(location, { path: 'log', reader: 'inspect' });
  return { head, full };
}

test('what follows the start of the samples is not looked at', async () => {
  const text = JSON.stringify({ ...fields, samples });
  const cut = text.indexOf('"samples":[{"id"') + '"samples":'.length;
  for (const tail of [text.slice(cut), '', '[{"id"', 'anything at all']) {
    const { head } = await headOf(text.slice(0, cut) + tail);
    expect(head).toMatchObject({
      ok: true,
      head: { task: 'has "samples": inside', status: 'success', claimed: { total: 1 }, run: { tags: ['samples'] } },
    });
  }
});

test.each([
  ['no samples', fields],
  ['a key that ends like it', { ...fields, '"samples': 1, samples }],
  ['samples first', { samples, ...fields }],
  [
    'samples in the middle',
    Object.fromEntries(Object.entries({ ...fields, samples }).sort(([a], [b]) => (a < b ? -1 : 1))),
  ],
])('%s: the header alone is that of the whole log', async (_name, log) => {
  const { head, full } = await headOf(JSON.stringify(log, null, 2));
  if (!head.ok || !full.ok) throw new Error(JSON.stringify([head, full]));
  const { trials: _, notes: __, ...rest } = full.log;
  expect(head.head).toEqual({ ...rest, notes: [] });
});

test('a log that ends before its samples is refused, as a whole', async () => {
  const text = JSON.stringify({ ...fields, samples });
  for (const end of [1, 20, 60, text.indexOf('"samples":[{"id"')]) {
    const { head } = await headOf(text.slice(0, end));
    expect(head).toMatchObject({ ok: false, problems: [{ code: 'json-syntax', file: 'log' }] });
  }
});

test('chunks may end anywhere', () => {
  const text = JSON.stringify({ ...fields, samples });
  const whole = headerCut();
  const expected = whole.write(Buffer.from(text)).toString();
  expect(JSON.parse(expected)).toEqual({ ...fields, samples: null });
  for (let size = 1; size < 9; size++) {
    const cut = headerCut();
    let got = '';
    for (let at = 0; at < text.length && !cut.done(); at += size) {
      got += cut.write(Buffer.from(text.slice(at, at + size))).toString();
    }
    expect(got).toBe(expected);
  }
});
