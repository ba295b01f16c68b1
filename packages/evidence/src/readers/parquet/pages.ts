import { crc32 } from 'node:zlib';
import type { ColumnMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { type Limits, showBytes } from '../../limits.js';
import { shown } from '../../text/index.js';
import type { Cell } from '../../trials/index.js';
import type { Raw, ToCell } from './cells.js';
import { expandPage } from './codecs.js';
import { damaged, tooLarge, unsupported } from './refusal.js';
import { decodeRuns } from './runs.js';
import type { Leaf } from './schema.js';
import { checkDeltas, checkThrift } from './thrift-guard.js';

/** Values of a page's header, values of a dictionary, and values that are looked at together. */
const mostHeaderValues = 10_000;
const mostDictionary = 1_000_000;
const piece = 65_536;
/** Bytes of one page, expanded; usual ones have 1 MiB, writers without paging up to a row group. */
const mostPage = 256 * 1024 * 1024;

interface Reader {
  readonly view: DataView;
  offset: number;
}

/** Where values of a column come from. */
export interface Column {
  readonly leaf: Leaf;
  readonly meta: ColumnMetaData;
  readonly toCell: ToCell;
  readonly limits: Limits;
  /** What the pages of the whole file have expanded to so far. */
  readonly spent: { bytes: number };
}

/**
 * The cells of one column of a row group. Every size and count of a page header is checked before it is believed: against
 * the bytes that there are, the limits, and the rows of the group. Pages are expanded one at a time.
 */
export function readColumn(bytes: Uint8Array, rows: number, column: Column): Cell[] {
  const { leaf, meta, limits, spent } = column;
  const name = shown(leaf.name);
  const reader: Reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const cells: Cell[] = [];
  let dictionary: Cell[] | undefined;
  while (cells.length < rows) {
    if (reader.offset >= bytes.length) throw damaged(`column “${name}” ends after ${cells.length} of ${rows} rows`);
    checkThrift(bytes, reader.offset, mostHeaderValues);
    const header = parquetHeader(reader);
    const compressed = size(header.compressed_page_size, bytes.length - reader.offset);
    const length = size(header.uncompressed_page_size, Number.MAX_SAFE_INTEGER);
    spent.bytes += length;
    if (length > mostPage) throw tooLarge(`a page of column “${name}” has ${length} bytes`, `at most ${mostPage}`);
    if (length > limits.ratioFloor && length > compressed * limits.ratio)
      throw tooLarge(`a page of column “${name}” expands more than ${limits.ratio} times`, 'what a table needs');
    if (spent.bytes > limits.expandedBytes)
      throw tooLarge('the pages expand without end', `at most ${showBytes(limits.expandedBytes)} in all`);
    const page = bytes.subarray(reader.offset, reader.offset + compressed);
    reader.offset += compressed;
    if (header.crc !== undefined && crc32(page) !== header.crc >>> 0)
      throw damaged(`a page of column “${name}” does not match its checksum`);
    const left = rows - cells.length;
    if (header.type === 'DICTIONARY_PAGE') {
      const head = header.dictionary_page_header;
      if (head === undefined || dictionary !== undefined) throw damaged('a dictionary page is out of place');
      const whole = expandPage(meta.codec, page, length, limits);
      if (head.num_values > mostDictionary)
        throw tooLarge(`a dictionary of column “${name}” has ${head.num_values} values`, `at most ${mostDictionary}`);
      dictionary = plain(whole, 0, head.num_values, column);
    } else if (header.type === 'DATA_PAGE') {
      const head = header.data_page_header;
      if (head === undefined) throw damaged('a data page has no header');
      const count = size(head.num_values, left);
      const whole = expandPage(meta.codec, page, length, limits);
      const [levels, from] = firstLevels(whole, count, leaf, head.definition_level_encoding);
      append(cells, levels, count, leaf, (many) => valuesOf(whole, from, many, head.encoding, dictionary, column));
    } else if (header.type === 'DATA_PAGE_V2') {
      const head = header.data_page_header_v2;
      if (head === undefined) throw damaged('a data page has no header');
      const count = size(head.num_values, left);
      const before = size(head.definition_levels_byte_length, compressed);
      if (head.repetition_levels_byte_length !== 0 || head.num_rows !== count)
        throw damaged('a page of a plain column has lists');
      const body = page.subarray(before);
      const bodyLength = size(length - before, mostPage);
      const whole =
        head.is_compressed === false || bodyLength === 0 ? body : expandPage(meta.codec, body, bodyLength, limits);
      const levels =
        leaf.maxDefinition === 0 ? undefined : decodeRuns(page, 0, before, bits(leaf.maxDefinition), count);
      append(cells, levels, count, leaf, (many) => valuesOf(whole, 0, many, head.encoding, dictionary, column));
    } else if (header.type !== 'INDEX_PAGE') throw damaged('a page is of no known kind');
  }
  return cells;
}

function size(value: number | undefined, most: number): number {
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > most)
    throw damaged(`a page says that it has ${value} bytes or values, and that cannot be`);
  return value;
}

function bits(value: number): number {
  return 32 - Math.clz32(value);
}

/** Definition levels of a page of the first version stand in front of its values, with their length. */
function firstLevels(page: Uint8Array, count: number, { maxDefinition }: Leaf, encoding: string | undefined) {
  if (maxDefinition === 0) return [undefined, 0] as const;
  if (encoding !== 'RLE') throw unsupported(`levels are encoded as ${encoding}`, 'RLE');
  if (page.length < 4) throw damaged('a page ends too early');
  const length = new DataView(page.buffer, page.byteOffset).getUint32(0, true);
  const end = 4 + size(length, page.length - 4);
  return [decodeRuns(page, 4, end, bits(maxDefinition), count), end] as const;
}

function append(
  cells: Cell[],
  levels: Uint32Array | undefined,
  count: number,
  { maxDefinition }: Leaf,
  read: (many: number) => readonly Cell[],
): void {
  const defined =
    levels === undefined ? count : levels.reduce((sum, level) => sum + (level === maxDefinition ? 1 : 0), 0);
  const values = read(defined);
  if (values.length !== defined) throw damaged('a page holds more or fewer values than it says');
  for (let i = 0, next = 0; i < count; i++) {
    cells.push(levels === undefined || levels[i] === maxDefinition ? values[next++] : undefined);
  }
}

function valuesOf(
  page: Uint8Array,
  from: number,
  count: number,
  encoding: string,
  dictionary: readonly Cell[] | undefined,
  column: Column,
): readonly Cell[] {
  if (count === 0) return [];
  const { leaf, toCell } = column;
  const { type, type_length: width } = leaf.element;
  if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
    if (dictionary === undefined) throw damaged(`column “${shown(leaf.name)}” has no dictionary`);
    if (from >= page.length) throw damaged('a page ends too early');
    const indexes = decodeRuns(page, from + 1, page.length, page[from]!, count);
    return Array.from(indexes, (index) => {
      if (index >= dictionary.length) throw damaged('a value is not in the dictionary');
      return dictionary[index];
    });
  }
  const reader: Reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: from };
  const cells = (values: ArrayLike<Raw>) => Array.from(values, toCell);
  switch (encoding) {
    case 'PLAIN':
      return plain(page, from, count, column);
    case 'RLE': {
      if (type !== 'BOOLEAN' || page.length - from < 4) throw damaged('a page of truth values ends too early');
      const end = from + 4 + size(reader.view.getUint32(from, true), page.length - from - 4);
      return cells(decodeRuns(page, from + 4, end, 1, count));
    }
    case 'DELTA_BINARY_PACKED':
      return cells(deltas(reader, count, type === 'INT64'));
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return slices(page, reader, deltas(reader, count, false) as Int32Array, toCell);
    case 'DELTA_BYTE_ARRAY':
      return withPrefixes(page, reader, count, toCell);
    case 'BYTE_STREAM_SPLIT':
      if (count * byteWidth(type, width) > page.length - from) throw damaged('a page ends too early');
      return cells(byteStreamSplit(reader, count, type!, width) as ArrayLike<Raw>);
    default:
      throw unsupported(
        `column “${shown(leaf.name)}” is encoded as ${encoding}`,
        'plain, dictionary, RLE, delta or byte-stream-split',
      );
  }
}

function byteWidth(type: string | undefined, length: number | undefined): number {
  if (type === 'FIXED_LEN_BYTE_ARRAY') return size(length, mostPage);
  return { BOOLEAN: 1 / 8, INT32: 4, FLOAT: 4, INT64: 8, DOUBLE: 8, INT96: 12 }[type ?? ''] ?? 4;
}

function plain(page: Uint8Array, from: number, count: number, { leaf, toCell }: Column): Cell[] {
  const { type, type_length: width } = leaf.element;
  // Texts have at least their length in front.
  if (!(count >= 0 && count * byteWidth(type, width) <= page.length - from)) throw damaged('a page ends too early');
  const reader: Reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: from };
  const cells: Cell[] = [];
  while (cells.length < count) {
    const some = readPlain(reader, type!, Math.min(piece, count - cells.length), width) as ArrayLike<Raw>;
    for (let i = 0; i < some.length; i++) cells.push(toCell(some[i]!));
  }
  if (reader.offset > page.length) throw damaged('a page ends too early');
  return cells;
}

/** Delta-packed whole numbers; the sizes of blocks are checked, as the decoder reserves what they say. */
function deltas(reader: Reader, count: number, long: boolean): Int32Array | BigInt64Array {
  const values = long ? new BigInt64Array(count) : new Int32Array(count);
  if (count === 0) return values;
  const { buffer, byteOffset, byteLength } = reader.view;
  checkDeltas(new Uint8Array(buffer, byteOffset, byteLength), reader.offset, count, long ? 64 : 32);
  deltaBinaryUnpack(reader, count, values);
  return values;
}

function slices<T>(
  page: Uint8Array,
  reader: Reader,
  lengths: Int32Array,
  use: (slice: Uint8Array, at: number) => T,
): T[] {
  return Array.from(lengths, (length, at) => {
    const end = reader.offset + size(length, page.length - reader.offset);
    const slice = page.subarray(reader.offset, end);
    reader.offset = end;
    return use(slice, at);
  });
}

/** Texts that share beginnings with the one before; all together no larger than a page may be. */
function withPrefixes(page: Uint8Array, reader: Reader, count: number, toCell: ToCell): Cell[] {
  const prefixes = deltas(reader, count, false) as Int32Array;
  let before: Uint8Array = new Uint8Array(0);
  let total = 0;
  return slices(page, reader, deltas(reader, count, false) as Int32Array, (suffix, at) => {
    const prefix = size(prefixes[at], before.length);
    total += prefix + suffix.length;
    if (total > mostPage) throw tooLarge('texts of a page', `at most ${mostPage} bytes`);
    before = prefix === 0 ? suffix : Buffer.concat([before.subarray(0, prefix), suffix]);
    return toCell(before);
  });
}
