import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { openSource } from '../source/index.js';
import { temporaryFolder } from '../temporary.testing.js';
import { openArchive } from './archive.js';
import { makeZip } from './make-zip.testing.js';

const folder = temporaryFolder();

const names = (...all: readonly string[]) => namesOf(all, (zip) => zip);

async function namesOf(all: readonly string[], change: (zip: Buffer) => Buffer) {
  const location = join(folder, 'x.zip');
  writeFileSync(location, change(makeZip(all.map((name) => ({ name, data: name })))));
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

describe('the directory is found', () => {
  const all = Array.from({ length: 400 }, (_, i) => `samples/a sample with a name of some length ${i}_epoch_1.json`);

  test.each([0, 1, 21, 42, 2_000])('of %i members', async (count) => {
    const many = Array.from({ length: count }, (_, i) => all[i] ?? String(i));
    expect(await names(...many)).toEqual(many);
  });

  test.each([1, 22, 17 * 1024, 65_535])('before a comment of %i bytes, as long as the archive says', async (length) => {
    const commented = (said: number) => (zip: Buffer) => {
      zip.writeUInt16LE(said, zip.length - 2);
      return Buffer.concat([zip, Buffer.alloc(length, 'c')]);
    };
    expect(await namesOf(all, commented(length))).toEqual(all);
    expect(await namesOf(all, commented(length - 1))).toMatchObject({ code: 'zip-damaged' });
  });

  test('or not, where the archive is cut off', async () => {
    for (const bytes of [0, 1, 21, 22, 41, 42, 43]) {
      expect(await namesOf(all, (zip) => zip.subarray(zip.length - bytes))).toMatchObject({ code: 'zip-damaged' });
    }
  });
});
