import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../limits.js';
import type { ProblemCode } from '../problem.js';
import { fixtures } from '../shared-data.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { asZip64, emptyMembers, inspectMembers, type MadeMember, makeZip, zstdFrame } from '../zip/make-zip.testing.js';
import { onlyProblem, resultFaults } from './problem.testing.js';
import { readFile } from './read.js';
import { readingProcess } from './reading-process.testing.js';

const folder = temporaryFolder();
const location = join(folder, 'log.eval');

async function read(content: Buffer, limits: Partial<Limits> = {}) {
  writeFileSync(location, content);
  return readFile(location, { path: 'log.eval', reader: 'inspect', limits: { ...defaultLimits, ...limits } });
}

async function refuses(content: Buffer, code: ProblemCode, limits: Partial<Limits> = {}) {
  return onlyProblem(await read(content, limits), 'log.eval', code);
}

const good = inspectMembers();
const withSample = (member: Partial<MadeMember>): MadeMember[] => [{ ...good[0]!, ...member }, ...good.slice(1)];

describe('every archive of the fixtures, cut off at each 1 % of its length', () => {
  const archives = readdirSync(join(fixtures, 'inspect')).filter((name) => name.endsWith('.eval'));
  test.each(archives)('%s', async (name) => {
    const whole = readFileSync(join(fixtures, 'inspect', name));
    for (let percent = 1; percent < 100; percent++) {
      const cut = whole.subarray(0, Math.floor((whole.length * percent) / 100));
      onlyProblem(await read(cut), 'log.eval', 'zip-damaged');
    }
    expect((await read(whole.subarray(0, whole.length - 1))).ok).toBe(false);
    expect((await read(whole)).ok).toBe(true);
  });
});

describe('a directory that lies', () => {
  const whole = makeZip(good);
  const end = whole.length - 22;

  test.each([0, 1, 2, 3])('with %i of 4 members by its count', async (count) => {
    // The header first, so that a reading of the first members alone would find a log.
    const headed = makeZip([good[3]!, ...good.slice(0, 3)]);
    headed.writeUInt16LE(count, headed.length - 14);
    headed.writeUInt16LE(count, headed.length - 12);
    expect((await refuses(headed, 'zip-damaged')).message).toMatch(/fewer members/);
  });

  test('with more members than there are', async () => {
    for (const count of [5, 100, 65_534]) {
      const more = Buffer.from(whole);
      more.writeUInt16LE(count, end + 10);
      await refuses(more, 'zip-damaged');
    }
  });

  test('in a place where it is not', async () => {
    for (const start of [0, 1, 30, end, whole.length, 0x7fffffff, 0xfffffffe]) {
      const moved = Buffer.from(whole);
      moved.writeUInt32LE(start, end + 16);
      await refuses(moved, 'zip-damaged');
    }
  });

  test('in the form of 64 bits is read, and refused where its fields lie', async () => {
    expect((await read(asZip64(whole))).ok).toBe(true);
    for (const entries of [1n, 5n]) await refuses(asZip64(whole, { entries }), 'zip-damaged');
    for (const entries of [1_000_001n, 2n ** 53n - 1n]) await refuses(asZip64(whole, { entries }), 'zip-too-large');
    for (const entries of [2n ** 63n, 2n ** 64n - 1n])
      expect(resultFaults(await read(asZip64(whole, { entries })), 'log.eval')).toEqual([]);
    for (const start of [0n, 2n ** 40n, 2n ** 53n + 1n, 2n ** 64n - 1n])
      await refuses(asZip64(whole, { start }), 'zip-damaged');
  });

  test('with sizes of 4 GiB, in the directory or in the member', async () => {
    await refuses(makeZip(withSample({ size: 0xfffffffe })), 'zip-damaged');
    await refuses(makeZip(withSample({ compressedSize: 0xfffffffe })), 'zip-damaged');
    // The field of 64 bits that these announce is not there.
    for (const field of ['size', 'compressedSize', 'offset'] as const)
      await refuses(makeZip(withSample({ [field]: 0xffffffff })), 'zip-damaged');
  });

  test('whose sizes the member itself contradicts is believed, as Python does, or refused', async () => {
    for (const at of [14, 18, 22]) {
      const changed = Buffer.from(whole);
      changed.writeUInt32LE(0x7fffffff, at);
      expect(resultFaults(await read(changed), 'log.eval')).toEqual([]);
    }
    for (const at of [26, 28]) {
      const changed = Buffer.from(whole);
      changed.writeUInt16LE(0xffff, at);
      await refuses(changed, 'zip-damaged');
    }
  });
});

describe('names', () => {
  test.each([
    ['..', /leaves/],
    ['a/../../b', /leaves/],
    ['..\\..\\b', /leaves/],
    ['\\windows', /leaves/],
    ['c:\\b', /leaves/],
    ['/samples/1_epoch_1.json', /leaves/],
    ['samples/../../1_epoch_1.json', /leaves/],
  ])('%j', async (name, message) => {
    expect((await refuses(makeZip(withSample({ name })), 'zip-unsafe-member')).message).toMatch(message);
  });

  test.each([
    ['a line break and a colour', 'samples/a\n\u001b[31mred', 'log-shape'],
    ['a text that runs backwards', 'samples/\u202egpj.json', 'log-shape'],
    ['a NUL', 'samples/a\u0000b', 'log-shape'],
    ['60,000 characters', `samples/${'n'.repeat(60_000)}`, 'log-shape'],
  ] as const)('%s are quoted in one short line', async (_what, name, code) => {
    await refuses(makeZip(withSample({ name })), code);
  });

  test('that follow each other where others lie are quoted too', async () => {
    const members = [
      good[0]!,
      { ...good[1]!, name: 'samples/\u001b]0;x\u0007_epoch_1.json', offset: 0 },
      ...good.slice(2),
    ];
    await refuses(makeZip(members), 'zip-damaged');
  });

  test('made to be looked at again and again take no longer than others', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `samples/${'a_epoch_1/messages/'.repeat(3000)}${i}`);
    const log = makeZip([...names.map((name) => ({ name, data: '' })), ...good]);
    await refuses(log, 'log-shape');
  });
});

describe('bombs', () => {
  const zeros = Buffer.alloc(40_000_000);
  const packed = deflateRawSync(zeros);
  const bomb = { data: '', raw: packed, size: zeros.length, crc: crc32(zeros) };
  const nested = makeZip([{ name: 'samples/1_epoch_1.json', ...bomb }]);

  test('by ratio', async () => {
    expect(zeros.length / packed.length).toBeGreaterThan(1000);
    expect((await refuses(makeZip(withSample(bomb)), 'text-encoding')).message).toMatch(/NUL/);
    const spaces = Buffer.alloc(40_000_000, 32);
    const blank = { data: '', raw: deflateRawSync(spaces), size: spaces.length, crc: crc32(spaces) };
    expect((await refuses(makeZip(withSample(blank)), 'zip-too-large')).message).toMatch(/1000 times/);
  });

  test('an archive in an archive is not opened', async () => {
    await refuses(makeZip(withSample({ data: nested })), 'text-encoding');
    // Beside the samples it is a member that nobody knows, and stays closed.
    const result = await read(makeZip([...good, { name: 'inner.eval', data: nested }]));
    expect(result.ok && result.log.notes).toEqual(['members that this reader does not know: inner.eval']);
  });

  test('members that quote those behind them', async () => {
    // David Fifield's construction: each member is a stored block that holds the next member's header, and goes on in it.
    const names = ['samples/1_epoch_1.json', 'samples/2_epoch_1.json', 'samples/3_epoch_1.json'];
    const plain = makeZip(names.map((name) => ({ name, data: JSON.stringify({ id: name, epoch: 1 }) })));
    const directory = plain.readUInt32LE(plain.length - 6);
    const quoting = Buffer.from(plain);
    let entry = directory;
    for (const name of names) {
      const offset = quoting.readUInt32LE(entry + 42);
      quoting.writeUInt32LE(directory - offset - 30 - name.length, entry + 20);
      entry += 46 + name.length;
    }
    expect((await refuses(quoting, 'zip-damaged')).message).toMatch(/inside another/);
  });

  test('many members that are all within bounds, and together are not', async () => {
    const members = Array.from({ length: 50 }, (_, i) => ({
      name: `samples/${i}_epoch_1.json`,
      data: JSON.stringify({ id: i, epoch: 1, messages: 'x'.repeat(100_000) }),
    }));
    const header = inspectMembers(0)[0]!;
    await refuses(makeZip([...members, header]), 'zip-too-large', { expandedBytes: 1_000_000 });
  });
});

describe('zstd', () => {
  const single = (size: bigint) => {
    const head = Buffer.alloc(13);
    head.writeUInt32LE(0xfd2fb528);
    head[4] = 0xe0;
    head.writeBigUInt64LE(size, 5);
    return Buffer.concat([head, Buffer.from([1, 0, 0])]);
  };

  test.each([2n ** 28n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n])('a frame that says it holds %i bytes', async (size) => {
    await refuses(makeZip(withSample({ method: 93, raw: single(size) })), 'zip-too-large');
    await refuses(makeZip(withSample({ method: 93, raw: single(size), size: 0xfffffffe })), 'zip-too-large');
  });

  test('frame after frame that asks for the largest window', async () => {
    const frame = zstdFrame([Buffer.alloc(0)], 17 << 3);
    const raw = Buffer.alloc(frame.length * 20_000, frame);
    expect((await refuses(makeZip(withSample({ method: 93, raw })), 'zip-too-large')).message).toMatch(/again/);
    const small = zstdFrame([Buffer.alloc(0)], 0);
    const many = Buffer.alloc(small.length * 20_000, small);
    await refuses(makeZip(withSample({ method: 93, raw: many })), 'zip-damaged');
  });

  test('a skippable frame of 4 GiB, and frames of no known kind', async () => {
    const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 255, 255, 255, 255]);
    await refuses(makeZip(withSample({ method: 93, raw: skippable })), 'zip-damaged');
    await refuses(
      makeZip(withSample({ method: 93, raw: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x08, 0, 1, 0, 0]) })),
      'zip-damaged',
    );
  });
});

describe('10^6 members', () => {
  const process_ = readingProcess({ heap: 400, patience: 100_000 });
  afterAll(() => process_.close());

  test.each([
    ['as its directory says', 1_000_000, 1_000_000, 'zip-too-large'],
    ['and the end says 3', 1_000_000, 3, 'zip-damaged'],
    ['and the end says as many as there may be', 1_000_000, 500_000, 'zip-damaged'],
  ] as const)('%s', async (_what, count, claimed, code) => {
    writeFileSync(location, emptyMembers(count, claimed));
    const outcome = await process_.read(location, { path: 'log.eval', reader: 'inspect' });
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${outcome.said}`);
    onlyProblem(outcome.result, 'log.eval', code);
    expect(outcome.peak).toBeLessThan(600);
  });
});
