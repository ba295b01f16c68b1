import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type Limits } from '../../limits.js';
import { fixtures } from '../../shared-data.testing.js';
import { temporaryFolder } from '../../temporary.testing.js';
import { type Cell, flag } from '../../trials/index.js';
import { readFile } from '../read.js';

/** What pyarrow read back from the files that it wrote; see scripts/readers/make-parquet.py. */
interface Expected {
  readonly madeBy: { readonly pyarrow: string };
  readonly files: Readonly<
    Record<
      string,
      { readonly rows: number; readonly groups: number; readonly columns: Readonly<Record<string, readonly unknown[]>> }
    >
  >;
}

const folder = join(fixtures, 'parquet');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
const temporary = temporaryFolder();

/** A value of pyarrow's as a cell: exact where a number can be, a text otherwise. */
function cellOf(value: unknown): Cell {
  if (value === null || value === 'nan') return undefined;
  if (value === 'inf' || value === '-inf') return value === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (typeof value !== 'object') return value as Cell;
  const [[kind, text]] = Object.entries(value as Record<string, string>) as [[string, string]];
  switch (kind) {
    case 'int':
      return text;
    case 'decimal':
      return text.replace(/\D/g, '').replace(/^0+/, '').length <= 15 ? Number(text) : text;
    case 'iso': {
      const plain = text.replace('+00:00', '');
      const moment = plain.includes('T') ? `${plain}Z` : plain;
      return moment;
    }
    case 'ns': {
      const nanos = BigInt(text);
      const second = new Date(Number(nanos / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
      return `${second}.${String(nanos % 1_000_000_000n).padStart(9, '0')}Z`;
    }
    case 'hex': {
      const bytes = Buffer.from(text, 'hex');
      return /^[ -~]*$/.test(bytes.toString('latin1')) ? bytes.toString('latin1') : undefined;
    }
    default:
      throw new Error(`a value of the kind ${kind}`);
  }
}

/** Columns of structs become one for each field, those of lists none. */
function flat(name: string, values: readonly unknown[]): [string, Cell[]][] {
  const first = values.find((value) => value !== null);
  if (Array.isArray(first)) return [];
  const isStruct =
    typeof first === 'object' && first !== null && !/^(?:int|decimal|iso|ns|hex)$/.test(Object.keys(first)[0]!);
  if (!isStruct) return [[name, values.map(cellOf)]];
  return Object.keys(first).flatMap((key) =>
    flat(
      `${name}.${key}`,
      values.map((value) => (value === null ? null : (value as Record<string, unknown>)[key])),
    ),
  );
}

/** Fractions of a second without zeros behind them: how many digits are written is a matter of taste. */
const sameTime = (cell: Cell): Cell =>
  typeof cell === 'string' && /\d\d:\d\d:\d\d\.\d+Z?$/.test(cell) ? cell.replace(/\.?0*(Z?)$/, '$1') : cell;

const reserved = new Set(['sample', 'epoch', 'error']);

describe(`files of pyarrow ${expected.madeBy.pyarrow} read as it reads them`, () => {
  test.each(Object.entries(expected.files))('%s', async (file, { rows, columns }) => {
    const result = await readFile(join(folder, file), { path: file });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { trials, notes } = result.log;
    expect(trials.rows).toBe(rows);
    const wanted = Object.entries(columns).flatMap(([name, values]) => (reserved.has(name) ? [] : flat(name, values)));
    const uuid = wanted.filter(([name]) => name !== 'uuid_bytes');
    if (rows > 0)
      expect(Object.fromEntries([...trials.fields].map(([name, cells]) => [name, cells.map(sameTime)]))).toEqual(
        Object.fromEntries(uuid.map(([name, cells]) => [name, cells.map(sameTime)])),
      );
    if (columns.sample !== undefined) {
      expect(trials.sample).toEqual(columns.sample);
      expect(trials.epoch).toEqual(columns.epoch);
      expect([...trials.flags]).toEqual(columns.error!.map((error) => (error === null ? 0 : flag.error)));
      expect(trials.group ?? []).toEqual(columns.group);
      expect(notes).toContain('columns of lists that were passed over: tags');
    }
    if (columns.uuid_bytes !== undefined) expect(notes).toContain('columns of bytes that were passed over: uuid_bytes');
  });
});

async function read(bytes: Buffer, limits: Partial<Limits> = {}) {
  const location = join(temporary, 'table.parquet');
  writeFileSync(location, bytes);
  return readFile(location, { path: 'table.parquet', reader: 'parquet', limits: { ...defaultLimits, ...limits } });
}

async function refusal(bytes: Buffer, limits: Partial<Limits> = {}) {
  const result = await read(bytes, limits);
  if (result.ok) return undefined;
  expect(result.problems).toHaveLength(1);
  const [problem] = result.problems;
  expect(problem!.file).toBe('table.parquet');
  expect(problem!.message).not.toMatch(/\n|node_modules/);
  expect(problem!.message.length).toBeLessThan(300);
  return problem;
}

describe('what lies or is broken is refused', () => {
  const small = readFileSync(join(folder, 'trials-zstd.parquet'));

  test('cut off anywhere', async () => {
    for (let length = 4; length < small.length; length += 61) {
      expect((await refusal(small.subarray(0, length)))?.code).toBe('parquet-damaged');
    }
  });

  test.each([
    'trials-snappy',
    'trials-gzip',
    'trials-lz4',
    'trials-brotli',
    'trials-zstd',
    'types-plain',
    'encodings-delta',
    'trials-v2-pages',
  ])('%s with any one byte changed is refused with one sentence, or read', async (name) => {
    const whole = readFileSync(join(folder, `${name}.parquet`));
    let refused = 0;
    for (let at = 4; at < whole.length - 8; at += 53) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0xff;
      if ((await refusal(changed)) !== undefined) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });

  test('a page that does not match its checksum', async () => {
    const whole = readFileSync(join(folder, 'trials-pages.parquet'));
    let noticed = 0;
    for (let at = 4; at < 700; at += 13) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 0x55;
      if (/checksum/.test((await refusal(changed))?.message ?? '')) noticed += 1;
    }
    expect(noticed).toBeGreaterThan(10);
  });

  test('limits', async () => {
    expect(await refusal(small, { rows: 11 })).toMatchObject({ code: 'too-many-rows' });
    expect(await refusal(small, { columns: 5 })).toMatchObject({ code: 'too-many-columns' });
    expect(await refusal(small, { jsonText: 3 })).toMatchObject({ code: 'text-too-long' });
    expect(await refusal(small, { expandedBytes: 20 })).toMatchObject({ code: 'parquet-too-large' });
  });

  test('a footer that is longer than the file, or of another kind', async () => {
    const lying = Buffer.from(small);
    lying.writeUInt32LE(0x7fffffff, small.length - 8);
    expect(await refusal(lying)).toMatchObject({ message: 'the footer is longer than the file' });
    const encrypted = Buffer.from(small);
    encrypted.write('PARE', small.length - 4, 'latin1');
    expect(await refusal(encrypted)).toMatchObject({ code: 'parquet-unsupported' });
    expect(await refusal(Buffer.from('PAR1'))).toMatchObject({ message: 'the file is too short to be Parquet' });
  });
});
