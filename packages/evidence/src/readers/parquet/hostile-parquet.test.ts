import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../limits.js';
import type { ProblemCode } from '../../problem.js';
import { fixtures } from '../../shared-data.testing.js';
import { temporaryFolder } from '../../temporary.testing.js';
import { zstdFrame } from '../../zip/make-zip.testing.js';
import { onlyProblem, resultFaults } from '../problem.testing.js';
import { readFile } from '../read.js';
import { readingProcess } from '../reading-process.testing.js';
import {
  codec,
  encoding,
  int,
  list,
  long,
  pageOf,
  parquetFile,
  struct,
  type Table,
  tableOf,
  text,
  thrift,
  type,
  varint,
} from './make-parquet.testing.js';

const location = join(temporaryFolder(), 'table.parquet');
const path = 'table.parquet';

function read(content: Buffer, limits: Partial<Limits> = {}) {
  writeFileSync(location, content);
  return readFile(location, { path, reader: 'parquet', limits: { ...defaultLimits, ...limits } });
}

async function refuses(content: Buffer, code: ProblemCode = 'parquet-damaged', limits: Partial<Limits> = {}) {
  return onlyProblem(await read(content, limits), path, code);
}

const numbers = Buffer.from(new Float64Array([1, 2, 3]).buffer);
const table: Table = { type: type.double, rows: 3, pages: [{ data: numbers, values: 3 }] };
const ints = Buffer.from(new Int32Array([1, 2, 3]).buffer);

test('the table that the rest is made of is read', async () => {
  const result = await read(tableOf(table));
  expect(result.ok && [...result.log.trials.fields]).toEqual([['a', [1, 2, 3]]]);
});

describe('every file of the fixtures, cut off at each 1 % of its length', () => {
  const files = readdirSync(join(fixtures, 'parquet')).filter((name) => name.endsWith('.parquet'));
  test.each(files)('%s', async (name) => {
    const whole = readFileSync(join(fixtures, 'parquet', name));
    for (let percent = 0; percent < 100; percent++)
      await refuses(whole.subarray(0, Math.floor((whole.length * percent) / 100)));
  });
});

describe('what the footer says and is not so', () => {
  const lies: readonly (readonly [string, Table['lies'], ProblemCode])[] = [
    ['more rows', { rows: 4, groupRows: 4 }, 'parquet-damaged'],
    ['more rows than its groups', { rows: 4 }, 'parquet-damaged'],
    ['fewer rows than its groups', { rows: 2 }, 'parquet-damaged'],
    ['no rows', { rows: 0 }, 'parquet-damaged'],
    ['less than no rows', { rows: -1, groupRows: -1 }, 'parquet-damaged'],
    ['2^40 rows', { rows: 2 ** 40, groupRows: 2 ** 40 }, 'too-many-rows'],
    ['2^63 - 1 rows', { rows: 2n ** 63n - 1n, groupRows: 2n ** 63n - 1n }, 'parquet-damaged'],
    ['other values than rows', { values: 2 }, 'parquet-damaged'],
    ['a column that starts before the file', { start: -5 }, 'parquet-damaged'],
    ['a column that starts in the magic bytes', { start: 0 }, 'parquet-damaged'],
    ['a column that starts behind the file', { start: 2 ** 40 }, 'parquet-damaged'],
    ['a column that starts in a page', { start: 9 }, 'parquet-damaged'],
    ['a column as long as a disk', { size: 2n ** 62n }, 'parquet-damaged'],
    ['a column of no bytes', { size: 0 }, 'parquet-damaged'],
    ['a column of less than no bytes', { size: -1 }, 'parquet-damaged'],
    ['a schema of two columns', { children: 2 }, 'parquet-damaged'],
    ['a schema of 2^31 - 1 columns', { children: 2 ** 31 - 1 }, 'parquet-damaged'],
    ['a schema of less than no columns', { children: -1 }, 'parquet-damaged'],
    ['another type than the schema', { type: type.int64 }, 'parquet-damaged'],
    ['a type that there is not', { type: 99 }, 'parquet-damaged'],
  ];
  test.each(lies)('%s', async (_what, lie, code) => {
    await refuses(tableOf({ ...table, lies: lie! }), code);
  });

  test('10^5 row groups without rows are one table, and 10^6 are too many', async () => {
    const empty = (groups: number) => tableOf({ ...table, rows: 0, pages: [], lies: { groups, size: 0 } });
    expect((await read(empty(10_000))).ok).toBe(true);
    await refuses(empty(400_000), 'parquet-too-large');
  });
});

describe('what pages say and is not so', () => {
  const pages: readonly (readonly [string, Table['pages'][number]])[] = [
    ['more values than rows', { data: numbers, values: 4 }],
    ['more values than bytes', { data: numbers.subarray(0, 16), values: 3 }],
    ['less than no values', { data: numbers, values: -1 }],
    ['2^31 - 1 values', { data: numbers, values: 2 ** 31 - 1 }],
    ['more bytes than there are', { data: numbers, values: 3, stored: 1000 }],
    ['2 GiB expanded', { data: numbers, values: 3, expanded: 2 ** 31 - 1 }],
    ['less than no bytes', { data: numbers, values: 3, stored: -1 }],
    ['fewer bytes expanded than stored', { data: numbers, values: 3, expanded: 8 }],
  ];
  test.each(pages)('%s', async (_what, page) => {
    const result = await read(tableOf({ ...table, pages: [page] }));
    expect(result.ok).toBe(false);
    expect(resultFaults(result, path)).toEqual([]);
  });

  test('numbers that are not in the dictionary', async () => {
    const dictionary = { data: numbers, values: 3, dictionary: true };
    // Three bits each would reach 7; runs of four bytes 2^32 - 1.
    const indexes = (...bytes: number[]) => ({ data: Buffer.from(bytes), values: 3, encoding: encoding.dictionary });
    const of = (page: Table['pages'][number]) => tableOf({ ...table, pages: [dictionary, page] });
    expect((await read(of(indexes(2, 6, 2)))).ok).toBe(true);
    for (const bytes of [
      [2, 6, 3],
      [8, 6, 255],
      [32, 6, 255, 255, 255, 255],
      [33, 6, 0],
      [255, 6],
      [0],
      [],
      [2, 0, 0],
      [2, 255, 255, 255, 255, 255, 1],
      [2, 1],
    ])
      if (bytes.length !== 1) await refuses(of(indexes(...bytes)));
    await refuses(tableOf({ ...table, pages: [indexes(2, 6, 2)] }));
    await refuses(tableOf({ ...table, pages: [dictionary, dictionary, indexes(2, 6, 2)] }));
  });

  test('differences that go on for ever, or are wider than the numbers', async () => {
    const endless = Buffer.alloc(300_000, 0xff);
    for (const kind of [type.int32, type.int64]) {
      const page = (data: Buffer) =>
        tableOf({ type: kind, rows: 3, pages: [{ data, values: 3, encoding: encoding.delta }] });
      const head = (block: number, parts: number) =>
        Buffer.concat([block, parts, 3, 2].map((one) => varint(BigInt(one))));
      await refuses(page(endless));
      for (const [block, parts] of [
        [0, 4],
        [128, 0],
        [128, 3],
        [2 ** 31, 4],
        [128, 2 ** 31],
        [100, 4],
      ] as const)
        await refuses(page(Buffer.concat([head(block, parts), Buffer.alloc(200)])));
      await refuses(page(Buffer.concat([head(128, 4), endless])));
      await refuses(page(Buffer.concat([head(128, 4), varint(2n), Buffer.from([255, 0, 0, 0]), Buffer.alloc(5000)])));
      await refuses(page(Buffer.concat([head(128, 4), varint(2n), Buffer.from([32])])));
      expect((await read(page(Buffer.concat([head(128, 4), varint(2n), Buffer.alloc(4)])))).ok).toBe(true);
    }
  });

  test('texts whose lengths lead outside', async () => {
    const texts = (...parts: readonly (number | string)[]) => {
      const data = Buffer.concat(
        parts.map((part) => {
          if (typeof part === 'string') return Buffer.from(part);
          const length = Buffer.alloc(4);
          length.writeUInt32LE(part);
          return length;
        }),
      );
      return tableOf({ type: type.bytes, rows: 1, pages: [{ data, values: 1 }] });
    };
    expect((await read(texts(2, 'ab'))).ok).toBe(true);
    for (const [length, rest] of [
      [3, 'ab'],
      [0x7fffffff, 'ab'],
      [0xffffffff, 'ab'],
      [0x80000000, ''],
    ] as const)
      await refuses(texts(length, rest));
  });
});

describe('what the footer is made of', () => {
  const footers: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['a struct without end', Buffer.alloc(1000, 0x15)],
    ['structs 10^5 deep', Buffer.alloc(100_000, 0x1c)],
    ['lists 10^5 deep', Buffer.concat([Buffer.from([0x29]), Buffer.alloc(100_000, 0x19)])],
    ['a list of 2^31 - 1 structs', thrift(struct([2, list([], 2 ** 31 - 1)]))],
    [
      'a list of 2^63 structs',
      thrift(struct([2, { raw: Buffer.concat([Buffer.from([0xfc]), varint(2n ** 63n)]), type: 9 }])),
    ],
    ['a text of 2^31 bytes', thrift(struct([2, { raw: varint(2n ** 31n), type: 8 }]))],
    ['a text of less than no bytes', thrift(struct([2, { raw: varint(2n ** 32n - 1n), type: 8 }]))],
    [
      'a number of a megabyte',
      Buffer.concat([Buffer.from([0x36]), Buffer.alloc(1_000_000, 0x80), Buffer.from([1, 0])]),
    ],
    ['a map, which Parquet has not', thrift(struct([2, { raw: Buffer.from([1, 0x88]), type: 11 }]))],
    ['no schema', thrift(struct([1, int(2)], [3, long(0)], [4, list([])]))],
    ['an empty schema', thrift(struct([1, int(2)], [2, list([])], [3, long(0)], [4, list([])]))],
    ['numbers in the place of the schema', thrift(struct([2, list([int(1), int(2)])], [3, long(0)], [4, list([])]))],
    [
      'a text in the place of the rows',
      thrift(struct([2, list([struct([4, text('r')])])], [3, text('many')], [4, list([])])),
    ],
    [
      'a schema that nests 10^4 deep',
      thrift(
        struct(
          [2, list(Array.from({ length: 10_000 }, () => struct([4, text('s')], [5, int(1)])))],
          [3, long(0)],
          [4, list([])],
        ),
      ),
    ],
  ];
  test.each(footers)('%s', async (_what, footer) => {
    await refuses(parquetFile(Buffer.alloc(0), footer));
  });

  test('a header of a page that is made of the same', async () => {
    for (const header of [
      Buffer.alloc(100_000, 0x1c),
      Buffer.alloc(1000, 0xff),
      Buffer.concat([Buffer.from([0x19, 0xfc]), varint(2n ** 31n - 1n)]),
    ]) {
      const whole = tableOf({ ...table, pages: [], lies: { size: header.length } });
      const body = Buffer.concat([whole.subarray(0, 4), header, whole.subarray(4)]);
      await refuses(body);
    }
  });
});

describe('pages that expand', () => {
  const large = Buffer.alloc(60_000_000);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 } };
  const packed: readonly (readonly [string, number, Buffer])[] = [
    ['gzip', codec.gzip, gzipSync(large)],
    ['brotli', codec.brotli, brotliCompressSync(large, best)],
  ];
  const of = (by: number, data: Buffer, expanded: number, count = 1) =>
    tableOf({
      type: type.double,
      codec: by,
      rows: 3,
      pages: Array.from({ length: count }, () => ({ data, values: 0, expanded })),
    });

  test.each(packed)('%s: to another size than the header says', async (_name, by, data) => {
    for (const expanded of [0, 8, 1_000_000]) await refuses(of(by, data, expanded));
  });

  test.each(packed)('%s: by more than 1000 times, or without end in all', async (_name, by, data) => {
    expect((await refuses(of(by, data.subarray(0, 50_000), large.length), 'parquet-too-large')).message).toMatch(
      /1000 times/,
    );
    const some =
      by === codec.gzip ? gzipSync(Buffer.alloc(2_000_000)) : brotliCompressSync(Buffer.alloc(2_000_000), best);
    const many = of(by, some, 2_000_000, 20);
    expect((await refuses(many, 'parquet-too-large', { expandedBytes: 20_000_000 })).message).toMatch(/without end/);
  });

  test('snappy and zstd: of a length that is not so, and of a window that is too large', async () => {
    const snappy = Buffer.concat([varint(2n ** 28n), Buffer.from([0, 97])]);
    await refuses(of(codec.snappy, snappy, 2 ** 28), 'parquet-too-large');
    await refuses(of(codec.snappy, snappy, 24));
    for (const window of [17 << 3, 18 << 3, 31 << 3]) {
      const frame = zstdFrame([Buffer.alloc(24)], window);
      await refuses(of(codec.zstd, Buffer.alloc(frame.length * 200, frame), 24 * 200));
    }
    expect(
      (
        await read(
          tableOf({ ...table, codec: codec.zstd, pages: [{ data: zstdFrame([numbers]), values: 3, expanded: 24 }] }),
        )
      ).ok,
    ).toBe(true);
  });
});

describe('little bytes that ask for much', () => {
  const small = readingProcess({ heap: 512 });
  afterAll(() => small.close());
  const brotli = (data: Buffer) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  const zeros = Buffer.alloc(16 * 1024 * 1024);
  const index = { data: Buffer.from([0]), values: 3, encoding: encoding.dictionary, expanded: 1 };

  const asks: readonly (readonly [string, () => Buffer])[] = [
    [
      'a dictionary of 134 million truth values',
      () =>
        tableOf({
          type: type.boolean,
          codec: codec.brotli,
          rows: 3,
          pages: [{ data: brotli(zeros), values: zeros.length * 8, dictionary: true, expanded: zeros.length }, index],
        }),
    ],
    [
      'a dictionary of 4 million texts of no letters',
      () =>
        tableOf({
          type: type.bytes,
          codec: codec.brotli,
          rows: 3,
          pages: [{ data: brotli(zeros), values: zeros.length / 4, dictionary: true, expanded: zeros.length }, index],
        }),
    ],
    [
      'a footer of 30 million structs',
      () =>
        parquetFile(
          Buffer.alloc(0),
          thrift(
            struct([
              9,
              { raw: Buffer.concat([Buffer.from([0xfc]), varint(30_000_000n), Buffer.alloc(30_000_000)]), type: 9 },
            ]),
          ),
        ),
    ],
    [
      'lists in lists, each of which reserves 32 million places',
      () => {
        const nested = Array.from({ length: 14 }, () => Buffer.concat([Buffer.from([0xf9]), varint(33_000_000n)]));
        return parquetFile(Buffer.alloc(0), Buffer.concat([Buffer.from([0x29]), ...nested, Buffer.alloc(34_000_000)]));
      },
    ],
  ];
  test.each(asks)('%s', async (_what, content) => {
    writeFileSync(location, content());
    const outcome = await small.read(location, { path, reader: 'parquet' });
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${outcome.said}`);
    expect(outcome.result.ok).toBe(false);
    expect(resultFaults(outcome.result, path)).toEqual([]);
    expect(outcome.peak).toBeLessThan(700);
  });
});

test('pages of no values in front of the others are passed over', async () => {
  const nothing = { data: Buffer.alloc(0), values: 0 };
  const pages = [...Array.from({ length: 1000 }, () => nothing), { data: ints, values: 3 }];
  expect((await read(tableOf({ type: type.int32, rows: 3, pages }))).ok).toBe(true);
  expect(pageOf(nothing).length).toBeGreaterThan(5);
});
