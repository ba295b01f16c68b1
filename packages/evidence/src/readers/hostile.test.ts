import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../limits.js';
import type { ProblemCode } from '../problem.js';
import { temporaryFolder } from '../temporary.testing.js';
import { inspectMembers, type MadeMember, makeZip, zstdFrame } from '../zip/make-zip.testing.js';
import { readFile } from './read.js';

const folder = temporaryFolder();

async function read(
  content: Buffer | string,
  options: { readonly reader?: string; readonly limits?: Partial<Limits> } = {},
) {
  const location = join(folder, 'log.eval');
  writeFileSync(location, content);
  return readFile(location, {
    path: 'log.eval',
    reader: options.reader,
    limits: { ...defaultLimits, ...options.limits },
  });
}

/** One clear problem: a code, a sentence in one line, the file. Never a stack trace. */
async function refuses(content: Buffer | string, code: ProblemCode, options: Parameters<typeof read>[1] = {}) {
  const result = await read(content, options);
  if (result.ok) throw new Error(`read ${result.log.trials.rows} rows`);
  expect(result.problems).toHaveLength(1);
  const problem = result.problems[0]!;
  expect(problem.code, problem.message).toBe(code);
  expect(problem.file).toMatch(/^log\.eval/);
  expect(problem.message).not.toMatch(/\n|\bat .*:\d+:\d+|node_modules|Error:/);
  expect(problem.message.length).toBeLessThan(300);
  return problem;
}

const good = inspectMembers();
const withSample = (member: Partial<MadeMember>): MadeMember[] => [{ ...good[0]!, ...member }, ...good.slice(1)];
const large = JSON.stringify({ id: 1, epoch: 1, messages: 'x'.repeat(3_000_000) });

describe('archives', () => {
  test.each([0, 8, 93])('members of method %i are read', async (method) => {
    const result = await read(makeZip(good.map((member) => ({ ...member, method }))));
    expect(result.ok && [...result.log.trials.scores]).toEqual([['match', ['C', 'I', 'C']]]);
  });

  test('several zstd frames, an empty block and a skippable frame are one member', async () => {
    const data = Buffer.from(good[0]!.data as string);
    const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    const raw = Buffer.concat([
      zstdFrame([data.subarray(0, 9), Buffer.alloc(0), data.subarray(9, 20)]),
      skippable,
      zstdFrame([data.subarray(20)]),
    ]);
    const result = await read(makeZip(withSample({ method: 93, raw })));
    expect(result.ok && result.log.trials.rows).toBe(3);
  });

  test('a large deflated member is streamed', async () => {
    const data = JSON.stringify({
      id: 9,
      epoch: 1,
      messages: Array.from({ length: 400_000 }, (_, i) => `${Math.sin(i)}`),
      scores: { match: { value: 'I' } },
    });
    const result = await read(makeZip([{ name: 'samples/9_epoch_1.json', data }, ...good]));
    expect(result.ok && result.log.trials.scores.get('match')).toEqual(['I', 'C', 'I', 'C']);
  });

  test('cut off at any length they are refused', async () => {
    const whole = makeZip(good);
    for (let length = 4; length < whole.length; length += 7)
      await refuses(whole.subarray(0, length), 'zip-damaged', { reader: 'inspect' });
  });

  test('with any one byte changed they are refused or read the same', async () => {
    for (const method of [8, 93]) {
      const whole = makeZip(inspectMembers(1).map((member) => ({ ...member, method })));
      const reference = await read(whole);
      for (let at = 0; at < whole.length; at += 3) {
        const changed = Buffer.from(whole);
        changed[at] = changed[at]! ^ 0x5a;
        const result = await read(changed, { reader: 'inspect' });
        if (result.ok) expect({ at, log: result.log }).toEqual({ at, log: reference.ok && reference.log });
      }
    }
  });

  test.each<[string, readonly MadeMember[], ProblemCode, RegExp]>([
    ['a wrong checksum', withSample({ crc: 12345 }), 'zip-damaged', /CRC-32/],
    ['a wrong checksum of a stored member', withSample({ method: 0, crc: 12345 }), 'zip-damaged', /CRC-32/],
    ['a wrong checksum of a zstd member', withSample({ method: 93, crc: 12345 }), 'zip-damaged', /CRC-32/],
    ['a size too small', withSample({ size: 10 }), 'zip-damaged', /more bytes/],
    ['a size too small, zstd', withSample({ size: 10, method: 93 }), 'zip-damaged', /more bytes/],
    ['a size too large', withSample({ size: 100_000 }), 'zip-damaged', /fewer bytes/],
    ['a compressed size too small', withSample({ compressedSize: 20 }), 'zip-damaged', /deflate/],
    ['a compressed size past the end', withSample({ compressedSize: 1e6 }), 'zip-damaged', /inside another/],
    [
      'the last member past the end',
      [...good.slice(0, 3), { ...good[3]!, compressedSize: 1e6 }],
      'zip-damaged',
      /past the end/,
    ],
    [
      'two members on the same bytes',
      [good[0]!, { ...good[1]!, offset: 0 }, ...good.slice(2)],
      'zip-damaged',
      /inside another/,
    ],
    ['a name with ..', withSample({ name: '../../etc/passwd' }), 'zip-unsafe-member', /leaves/],
    ['an absolute name', withSample({ name: '/etc/passwd' }), 'zip-unsafe-member', /leaves/],
    ['a drive', withSample({ name: 'C:/x' }), 'zip-unsafe-member', /leaves/],
    ['an encrypted member', withSample({ flags: 1 }), 'zip-unsupported', /encrypted/],
    ['an unknown method', withSample({ method: 12, raw: Buffer.from('x') }), 'zip-unsupported', /method 12/],
    ['noise in place of deflate', withSample({ raw: Buffer.from('\xff\xff\xff noise') }), 'zip-damaged', /deflate/],
    [
      'noise in place of zstd',
      withSample({ method: 93, raw: Buffer.from('noise noise noise noise') }),
      'zip-damaged',
      /zstd/,
    ],
    [
      'a cut zstd frame',
      withSample({ method: 93, raw: zstdFrame([Buffer.from('{"id": 1')]).subarray(0, 12) }),
      'zip-damaged',
      /cut off/,
    ],
    [
      'a zstd window of 4 TiB',
      withSample({ method: 93, raw: zstdFrame([Buffer.from('{}')], 31 << 3) }),
      'zip-too-large',
      /memory/,
    ],
    [
      'a late zstd frame with a window of 1 GiB',
      withSample({
        method: 93,
        raw: Buffer.concat([zstdFrame([Buffer.from('{}')]), zstdFrame([Buffer.from(' ')], 20 << 3)]),
        size: 3,
      }),
      'zip-too-large',
      /memory/,
    ],
    [
      'a member that is none of a log',
      withSample({ name: 'samples/readme.txt' }),
      'log-shape',
      /not named like a sample/,
    ],
    ['no header', good.slice(0, 2), 'log-shape', /neither header/],
    ['no member', [], 'log-shape', /neither header/],
  ])('%s', async (_name, members, code, message) => {
    const problem = await refuses(makeZip(members), code, { reader: 'inspect' });
    expect(problem.message).toMatch(message);
  });

  test.each([8, 93])('that expand too far are refused (method %i)', async (method) => {
    const bomb = withSample({ data: large, method });
    await refuses(makeZip(bomb), 'zip-too-large', { limits: { expandedBytes: 1e6 } });
    if (method === 8) await refuses(makeZip(bomb), 'zip-too-large', { limits: { ratio: 100, ratioFloor: 1e6 } });
    expect((await read(makeZip(bomb))).ok).toBe(true);
  });

  test('with too many members are refused before one is read', async () => {
    await refuses(makeZip(good), 'zip-too-large', { limits: { members: 3 } });
    await refuses(makeZip(good, 60_000), 'zip-damaged');
  });

  test('replace a member by a later one of its name, and say so', async () => {
    const again = { ...good[1]!, name: good[0]!.name, data: (good[0]!.data as string).replace('"C"', '"P"') };
    const result = await read(makeZip([...good, again]));
    expect(result.ok && [result.log.trials.scores.get('match'), result.log.notes]).toEqual([
      ['P', 'I', 'C'],
      ['members of the archive replaced by a later one of the same name: 1'],
    ]);
  });
});

describe('content', () => {
  const json = (rest: string) => `{"version": 2, "status": "success", "eval": {"task": "t", "model": "m"}, ${rest}}`;

  test.each<[string, Buffer | string, ProblemCode]>([
    ['10^5 deep', json(`"samples": [{"id": 1, "epoch": 1, "messages": ${'['.repeat(1e5)}`), 'json-too-deep'],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from(json('"x": "')), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      'text-encoding',
    ],
    ['a NUL byte', json('"x": "\u0000"'), 'text-encoding'],
    ['two rows of one epoch', json('"samples": [{"id": 1, "epoch": 1}, {"id": "1", "epoch": 1}]'), 'duplicate-row'],
    ['a sample without an id', json('"samples": [{"epoch": 1}]'), 'log-shape'],
    ['a sample without an epoch', json('"samples": [{"id": 1}]'), 'log-shape'],
    ['scores twice', json('"samples": [{"id": 1, "epoch": 1, "scores": {}, "scores": {}}]'), 'json-duplicate-key'],
    ['a later version', '{"version": 5, "status": "success", "eval": {}}', 'log-version'],
    ['an unknown status', '{"version": 2, "status": "fine", "eval": {}}', 'log-shape'],
    ['no eval', '{"version": 2, "status": "success"}', 'log-shape'],
    ['a list', '[1, 2]', 'log-shape'],
    ['nothing', '', 'json-syntax'],
  ])('%s', async (_name, content, code) => {
    await refuses(content, code, { reader: 'inspect' });
  });

  test('that no reader knows names what is read', async () => {
    const problem = await refuses('hello', 'unknown-format');
    expect(problem.expected).toContain('an Inspect log (.eval or .json)');
    await refuses('hello', 'unknown-reader', { reader: 'excel' });
    await refuses(Buffer.alloc(1000), 'unknown-format');
  });

  test('larger than allowed is refused by its size', async () => {
    expect(await refuses(json('"x": 1'), 'source-too-large', { limits: { fileBytes: 10 } })).toMatchObject({
      expected: 'at most 10 bytes',
    });
  });

  test('too many rows', async () => {
    await refuses(makeZip(inspectMembers(5)), 'too-many-rows', { limits: { rows: 4 } });
  });

  test('a folder, a missing file', async () => {
    expect(await readFile(folder, { path: 'x' })).toMatchObject({
      ok: false,
      problems: [{ code: 'source-not-a-file', file: 'x' }],
    });
    expect(await readFile(join(folder, 'no'), { path: 'no' })).toMatchObject({
      ok: false,
      problems: [{ code: 'source-missing', file: 'no' }],
    });
  });
});
