import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { openSource } from '../source/index.js';
import { temporaryFolder } from '../temporary.testing.js';
import { openArchive } from './archive.js';
import { makeZip } from './make-zip.testing.js';

const folder = temporaryFolder();

async function names(...all: readonly string[]) {
  const location = join(folder, 'x.zip');
  writeFileSync(location, makeZip(all.map((name) => ({ name, data: name }))));
  const source = await openSource(location, 'x.zip', defaultLimits);
  if (!source.ok) throw new Error(source.problem.message);
  try {
    const archive = await openArchive(source.value, defaultLimits);
    return archive.ok ? archive.value.members.map(({ name }) => name) : archive.problem;
  } finally {
    await source.value.handle.close();
  }
}

test('names that differ in a backslash are two members, as for the tool that writes them', async () => {
  expect(await names('samples/a\\b_epoch_1.json', 'samples/a/b_epoch_1.json')).toEqual([
    'samples/a\\b_epoch_1.json',
    'samples/a/b_epoch_1.json',
  ]);
});

test.each(['../x', 'a/../../x', 'a\\..\\..\\x', '/x', '\\x', 'C:/x', 'C:\\x'])(
  'the name %j is refused',
  async (name) => {
    expect(await names('good', name)).toMatchObject({ code: 'zip-unsafe-member', file: 'x.zip' });
  },
);
