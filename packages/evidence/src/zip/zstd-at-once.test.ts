import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { fixtures } from '../shared-data.testing.js';
import { openSource } from '../source/index.js';
import { openArchive } from './archive.js';
import { dataStart } from './local-header.js';
import { readAt } from './read-at.js';
import { type AtOnce, platformZstd, wasmZstd } from './zstd-at-once.js';

/** Of all members of Inspect's own logs that are compressed with zstd: how many expand to what the directory says. */
async function members(decode: AtOnce): Promise<{ readonly all: number; readonly right: number }> {
  let [all, right] = [0, 0];
  const folder = join(fixtures, 'inspect');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.eval'))) {
    const source = await openSource(join(folder, name), name, defaultLimits);
    if (!source.ok) throw new Error(name);
    try {
      const archive = await openArchive(source.value, defaultLimits);
      if (!archive.ok) throw new Error(archive.problem.message);
      for (const member of archive.value.members.filter(({ method }) => method === 93)) {
        const start = dataStart(archive.value.file, member);
        const packed = readAt(archive.value.file, start.ok ? start.value : -1, member.compressed);
        if (!packed.ok) throw new Error(packed.problem.message);
        const found = decode(packed.value, member.expanded);
        all += 1;
        if (found.length === member.expanded && crc32(found) === member.crc) right += 1;
        // Less than all of it is a fault, or is seen to be too little.
        expect(() => {
          if (decode(packed.value.subarray(0, -1), member.expanded).length < member.expanded) throw new Error();
        }).toThrow();
      }
    } finally {
      await source.value.handle.close();
    }
  }
  return { all, right };
}

test('WebAssembly expands what Inspect packs', async () => {
  const { all, right } = await members(await wasmZstd());
  expect(all).toBeGreaterThan(10);
  expect(right).toBe(all);
});

test.skipIf(platformZstd === undefined)('the platform expands what Inspect packs (Node 22.15 and later)', async () => {
  const { all, right } = await members(platformZstd!);
  expect(all).toBeGreaterThan(10);
  expect(right).toBe(all);
});
