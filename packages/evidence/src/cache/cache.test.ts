import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.testing.js';
import { openCache } from './cache.js';
import { cacheFolder } from './cache-folder.js';
import { pack, unpack } from './pack.js';

const base = temporaryFolder();
let count = 0;
const newFolder = () => join(base, `c${count++}`);

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('packed data', () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.double(),
    fc.constantFrom(undefined, null, true, Number.NaN, -0, Number.POSITIVE_INFINITY),
    fc.uint8Array(),
  );
  const data = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, leaf, tie('list'), tie('map'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    map: fc.array(fc.tuple(fc.string(), tie('any')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    object: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', 'value')), tie('any'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  })).any;

  test('comes back as it was', () => {
    fc.assert(
      fc.property(data, (value) => {
        expect(unpack(pack(value))).toEqual({ value });
      }),
      { numRuns: 500 },
    );
  });

  test('is refused with any bit turned, and cut off anywhere', () => {
    const whole = pack({ a: [1, 'two', new Map([['k', Number.NaN]])] });
    for (let at = 0; at < whole.length; at++) {
      const other = Buffer.from(whole);
      other[at] = other[at]! ^ 1;
      expect(unpack(other)).toBeUndefined();
      expect(unpack(whole.subarray(0, at))).toBeUndefined();
    }
  });
});

describe('a cache', () => {
  test('gives what was put, to any who opens it, and nothing for another key', async () => {
    const folder = newFolder();
    expect(await openCache(folder).get('k')).toEqual({ kind: 'missing' });
    expect(existsSync(folder)).toBe(false);
    expect(await openCache(folder).put('k', { n: Number.NaN })).toBeUndefined();
    expect(await openCache(folder).get('k')).toEqual({ kind: 'found', value: { n: Number.NaN } });
    expect(await openCache(folder).get('K')).toEqual({ kind: 'missing' });
  });

  test.skipIf(process.platform === 'win32')('is for its owner only', async () => {
    const folder = newFolder();
    await openCache(folder).put('k', 1);
    for (const place of [folder, join(folder, 'v1')]) expect(statSync(place).mode & 0o777).toBe(0o700);
    for (const file of filesOf(folder)) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('tells damage, and an entry in the place of another', async () => {
    const folder = newFolder();
    const cache = openCache(folder);
    await cache.put('a', 'x'.repeat(1000));
    const [a] = filesOf(folder);
    await cache.put('b', 2);
    const b = filesOf(folder).find((file) => file !== a)!;
    writeFileSync(b, readFileSync(a!));
    expect(await cache.get('b')).toEqual({ kind: 'damaged' });
    truncateSync(a!, 20);
    expect(await cache.get('a')).toEqual({ kind: 'damaged' });
    truncateSync(a!, 0);
    expect(await cache.get('a')).toEqual({ kind: 'damaged' });
    await cache.put('a', 1);
    expect(await cache.get('a')).toEqual({ kind: 'found', value: 1 });
  });

  test('may be deleted at any time', async () => {
    const folder = newFolder();
    const cache = openCache(folder);
    await cache.put('a', 1);
    rmSync(folder, { recursive: true });
    expect(await cache.get('a')).toEqual({ kind: 'missing' });
    await cache.trim();
    await cache.put('a', 2);
    expect(await cache.get('a')).toEqual({ kind: 'found', value: 2 });
  });

  test('that cannot be written is a problem, not an end', async () => {
    const folder = newFolder();
    writeFileSync(folder, 'a file is in the way');
    expect(await openCache(folder).put('a', 1)).toMatchObject({ code: 'write-failed' });
    expect(await openCache(folder).get('a')).toEqual({ kind: 'missing' });
  });

  test('many may write the same entry at once', async () => {
    const folder = newFolder();
    await Promise.all(Array.from({ length: 20 }, () => openCache(folder).put('k', 'v'.repeat(5000))));
    expect(filesOf(folder)).toHaveLength(1);
    expect(await openCache(folder).get('k')).toMatchObject({ kind: 'found' });
  });

  test('gives up first what was not used for longest', async () => {
    const folder = newFolder();
    const noise = (seed: number) => Array.from({ length: 3000 }, (_, i) => Math.sin(seed * 7919 + i)).join();
    for (let i = 0; i < 5; i++) await openCache(folder).put(`k${i}`, noise(i));
    for (const file of filesOf(folder)) utimesSync(file, 1000, 1000);
    expect(await openCache(folder).get('k3')).toMatchObject({ kind: 'found' });
    const largest = Math.max(...filesOf(folder).map((file) => statSync(file).size));
    await openCache(folder, { mostBytes: largest }).trim();
    const left = await Promise.all([0, 1, 2, 3, 4].map(async (i) => (await openCache(folder).get(`k${i}`)).kind));
    expect(left).toEqual(['missing', 'missing', 'missing', 'found', 'missing']);
  });
});

describe('the folder of the cache', () => {
  const places = { home: '/home/me', cwd: '/cases/here' };

  test.each([
    [{}, '/home/me/.cache/surety'],
    [{ XDG_CACHE_HOME: '/var/me' }, '/var/me/surety'],
    [{ XDG_CACHE_HOME: 'relative' }, '/home/me/.cache/surety'],
    [{ SURETY_CACHE: '/tmp/c', XDG_CACHE_HOME: '/var/me' }, '/tmp/c'],
    [{ SURETY_CACHE: '../c', XDG_CACHE_HOME: '' }, '/cases/c'],
  ])('%j', (env, folder) => {
    expect(cacheFolder(env, places)).toEqual({ ok: true, value: folder });
  });

  test('is not inside a case', () => {
    const inside = { ...places, caseRoot: '/cases/here' };
    expect(cacheFolder({ SURETY_CACHE: 'cache' }, inside)).toMatchObject({
      ok: false,
      problem: { code: 'cache-inside-case', file: '/cases/here/cache' },
    });
    expect(cacheFolder({}, inside)).toMatchObject({ ok: true });
  });
});
