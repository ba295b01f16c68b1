import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readFile } from '../readers/index.js';
import { temporaryFolder } from '../temporary.testing.js';
import { inspectMembers, type MadeMember, makeZip } from '../zip/make-zip.testing.js';

const folder = temporaryFolder();
const built = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** So much to expand that threads are worth it: 30 samples of 2 MB. */
const [header] = inspectMembers(0);
const long = 'so long '.repeat(230_000);
const samples = Array.from({ length: 30 }, (_, i): MadeMember => {
  const sample = {
    id: i + 1,
    epoch: 1,
    metadata: { constructor: `c${i}` },
    messages: [long],
    scores: { match: { value: i } },
  };
  const data = JSON.stringify(sample).replace('"value":3}', '"value":NaN}');
  return { name: `samples/${i + 1}_epoch_1.json`, data, raw: deflateRawSync(data, { level: 1 }) };
});

/** Read by the built package, which has threads, as JSON. */
function withThreads(path: string): unknown {
  const script = `
    const { readEvidenceFile } = await import(${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)});
    const found = await readEvidenceFile(${JSON.stringify(path)}, { path: 'log' });
    console.log(JSON.stringify(found, (_key, item) => item instanceof Map ? [...item] : item));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

async function inOneThread(path: string): Promise<unknown> {
  const found = await readFile(path, { path: 'log' });
  return JSON.parse(JSON.stringify(found, (_key, item: unknown) => (item instanceof Map ? [...item] : item)));
}

test('the package is built', () => {
  expect(existsSync(built), 'run npx tsc -b first').toBe(true);
});

test.each<[string, (members: MadeMember[]) => void]>([
  ['a whole log', () => {}],
  [
    'a wrong checksum before a syntax error',
    (members) => {
      members[11] = { ...members[11]!, crc: 1 };
      members[20] = { ...members[20]!, data: '{"id": oops', method: 0, raw: Buffer.from('{"id": oops') };
    },
  ],
  [
    'a syntax error before a wrong checksum',
    (members) => {
      members[11] = { ...members[11]!, data: '{"id": oops', method: 0, raw: Buffer.from('{"id": oops') };
      members[12] = { ...members[12]!, crc: 1 };
    },
  ],
])('%s reads the same by one thread and by several', async (name, change) => {
  const members = [...samples, header!];
  change(members);
  const path = join(folder, 'log.eval');
  writeFileSync(path, makeZip(members));
  const one = await inOneThread(path);
  expect(withThreads(path)).toEqual(one);
  expect((one as { ok: boolean }).ok).toBe(name === 'a whole log');
});
