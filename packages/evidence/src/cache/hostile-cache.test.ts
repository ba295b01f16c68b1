import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { type Cache, openCache } from './cache.js';

const base = temporaryFolder();
let count = 0;
let folder: string;
let cache: Cache;
let entry: string;
beforeEach(async () => {
  folder = join(base, `c${count++}`);
  cache = openCache(folder);
  await cache.put('a', { rows: [1, 2, 3], text: 'x'.repeat(100) });
  [entry] = filesOf(folder) as [string];
});

function filesOf(of: string): string[] {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));
}

/** The entry is not used, whatever stands there; it can be made anew, or what keeps it from that is said. */
async function isNotUsed() {
  expect(['missing', 'damaged']).toContain((await cache.get('a')).kind);
  const problem = await cache.put('a', 1);
  if (problem === undefined) expect(await cache.get('a')).toEqual({ kind: 'found', value: 1 });
  else expect(problem).toMatchObject({ code: 'write-failed' });
  const trimmed = await cache.trim();
  if (trimmed !== undefined) expect(trimmed).toMatchObject({ code: 'write-failed' });
}

describe('an entry', () => {
  test('cut off anywhere, and with any bit turned', async () => {
    const whole = readFileSync(entry);
    for (let at = 0; at < whole.length; at++) {
      writeFileSync(entry, whole);
      truncateSync(entry, at);
      expect((await cache.get('a')).kind).toBe('damaged');
      const turned = Buffer.from(whole);
      turned[at] = turned[at]! ^ (1 << (at % 8));
      writeFileSync(entry, turned);
      expect((await cache.get('a')).kind).toBe('damaged');
    }
    await isNotUsed();
  });

  test('of another key', async () => {
    await cache.put('b', { rows: [9] });
    const other = filesOf(folder).find((file) => file !== entry)!;
    writeFileSync(entry, readFileSync(other));
    await isNotUsed();
  });

  test.each<[string, Buffer | string]>([
    ['no deflate', 'junk'],
    ['no JSON', deflateRawSync('{"key": ')],
    ['JSON of no entry', deflateRawSync('null')],
    ['a list', deflateRawSync('[1]')],
    ['a mark that is none', deflateRawSync('{"$": "map", "value": 5}')],
    ['bytes that are none', deflateRawSync('{"$": "bytes", "value": {}}')],
    ['nesting without end', deflateRawSync('['.repeat(1e6) + ']'.repeat(1e6))],
    ['another key', deflateRawSync('{"key": "b", "value": 1}')],
  ])('under a checksum that fits: %s', async (_what, body) => {
    const bytes = Buffer.from(body as string);
    writeFileSync(entry, Buffer.concat([createHash('sha256').update(bytes).digest(), bytes]));
    await isNotUsed();
  });

  test('that is a folder, and stays one', async () => {
    rmSync(entry);
    mkdirSync(entry);
    writeFileSync(join(entry, 'x'), 'y');
    await isNotUsed();
  });

  test.skipIf(process.platform === 'win32')('that is a link: its target is neither read nor touched', async () => {
    const target = join(base, `target${count}`);
    writeFileSync(target, readFileSync(entry));
    chmodSync(target, 0o644);
    const before = statSync(target, { bigint: true });
    rmSync(entry);
    symlinkSync(target, entry);
    await isNotUsed();
    const after = statSync(target, { bigint: true });
    expect([after.mtimeNs, after.size, after.mode]).toEqual([before.mtimeNs, before.size, before.mode]);
  });

  test.skipIf(process.platform === 'win32')('that is a pipe does not wait for a writer', async () => {
    rmSync(entry);
    expect(spawnSync('mkfifo', [entry]).status).toBe(0);
    await isNotUsed();
  });
});

describe('the folder', () => {
  test('full of junk is used, and trimmed of what is its own', async () => {
    const home = join(folder, 'v1');
    for (let i = 0; i < 300; i++) {
      writeFileSync(join(home, `junk${i}`), 'x'.repeat(i));
      writeFileSync(join(dirname(entry), `junk${i}`), 'y');
      mkdirSync(join(home, `zz${i}`));
    }
    expect((await cache.get('a')).kind).toBe('found');
    expect(await openCache(folder, { mostBytes: 0 }).trim()).toBeUndefined();
    expect(existsSync(entry)).toBe(false);
    expect(existsSync(join(home, 'junk1'))).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('that is a link is where it leads', async () => {
    const link = join(base, `link${count}`);
    symlinkSync(folder, link);
    expect((await openCache(link).get('a')).kind).toBe('found');
  });

  test.skipIf(process.platform === 'win32')('that leads to itself', async () => {
    rmSync(folder, { recursive: true });
    symlinkSync(folder, folder);
    await isNotUsed();
    expect(await cache.trim()).toMatchObject({ code: 'write-failed', file: folder });
  });

  test.skipIf(process.platform === 'win32')('with a shelf that leads to itself', async () => {
    rmSync(dirname(entry), { recursive: true });
    symlinkSync(dirname(entry), dirname(entry));
    await isNotUsed();
  });

  // Nothing is unreadable to root.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('that may not be read', async () => {
    chmodSync(folder, 0);
    await isNotUsed();
    chmodSync(folder, 0o700);
  });
});
