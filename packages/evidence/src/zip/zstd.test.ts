import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.js';
import { openSource } from '../source/index.js';
import { temporaryFolder } from '../temporary.testing.js';
import { openArchive } from './archive.js';
import { type MadeMember, makeZip, zstdFrame } from './make-zip.testing.js';

const folder = temporaryFolder();

/** `as it was`, or the message of the problem; `stop` ends the reading at that many bytes. */
async function expanded(member: MadeMember, stop = Number.POSITIVE_INFINITY): Promise<string> {
  const path = join(folder, 'archive.zip');
  writeFileSync(path, makeZip([member]));
  const source = await openSource(path, 'archive.zip', defaultLimits);
  if (!source.ok) throw new Error('the file is there');
  try {
    const archive = await openArchive(source.value, defaultLimits);
    if (!archive.ok) throw new Error(archive.problem.message);
    const parts: Buffer[] = [];
    let bytes = 0;
    const problem = await archive.value.read(archive.value.members[0]!, (chunk) => {
      parts.push(Buffer.from(chunk));
      bytes += chunk.length;
      return bytes < stop ? undefined : { code: 'json-syntax', message: 'that is enough' };
    });
    return problem?.message ?? (Buffer.concat(parts).equals(large) ? 'as it was' : 'something else');
  } finally {
    await source.value.handle.close();
  }
}

/** Larger than what is expanded in one piece. */
const large = Buffer.alloc(17 * 1024 * 1024 + 5, 'a large member, ');
const blocks = (data: Buffer) =>
  Array.from({ length: Math.ceil(data.length / 131_072) }, (_, i) => data.subarray(i * 131_072, (i + 1) * 131_072));
const member = { name: 'm', data: large, method: 93 };
const cut = zstdFrame(blocks(large)).subarray(0, 9_000_000);
/** A block of the compressed kind that is none. */
const noise = zstdFrame(blocks(large));
noise.writeUIntLE((noise.readUIntLE(6, 3) & ~6) | 4, 6, 3);

test('a large member is streamed, of one frame or several', async () => {
  expect(await expanded(member)).toBe('as it was');
  const half = 9 * 1024 * 1024;
  const several = [large.subarray(0, half), Buffer.alloc(0), large.subarray(half)];
  const raw = Buffer.concat(several.map((data) => zstdFrame(data.length === 0 ? [data] : blocks(data))));
  expect(await expanded({ ...member, raw })).toBe('as it was');
});

test('a large member that is stopped, cut off, altered or no zstd is refused, and the next one is read', async () => {
  expect(await expanded({ ...member, size: large.length + 1 })).toBe(
    'the member holds fewer bytes than the archive says',
  );
  expect(await expanded({ ...member, size: large.length - 1 })).toBe(
    'the member holds more bytes than the archive says',
  );
  expect(await expanded({ ...member, raw: large })).toBe('the member is not a zstd stream');
  // Twice: after a fault in a stream another decoder is at work.
  for (let round = 0; round < 2; round++) {
    expect(await expanded(member, 1_000_000)).toBe('that is enough');
    expect(await expanded({ ...member, raw: cut })).toBe('the zstd stream is cut off');
    expect(await expanded({ ...member, raw: noise })).toBe('the member is not a whole zstd stream');
    expect(await expanded(member)).toBe('as it was');
  }
});
