import { type FileMetaData, parquetMetadata } from 'hyparquet';
import { type Limits, showBytes } from '../../limits.js';
import { readRange, type Source } from '../../source/index.js';
import { damaged, Refusal, tooLarge, unsupported } from './refusal.js';
import { checkThrift } from './thrift-guard.js';

const mostFooter = 64 * 1024 * 1024;
/** Values in the footer: some 20 for each column of each row group. */
const mostValues = 5_000_000;
const magic = 'PAR1';

/** The bytes from `start` to `end`, which lie inside the file. */
export async function readBytes(source: Source, start: number, end: number): Promise<Uint8Array> {
  // A buffer of its own: decoders look at the memory behind an array.
  const bytes = new Uint8Array(end - start);
  let at = 0;
  const problem = await readRange(source, start, end, (chunk) => {
    bytes.set(chunk, at);
    at += chunk.length;
    return undefined;
  });
  if (problem !== undefined) throw new Refusal(problem);
  return bytes;
}

/** Reads what the end of the file says of the rest, and checks what can be checked of it. */
export async function readFooter(source: Source, limits: Limits): Promise<FileMetaData> {
  const { size } = source;
  if (size < 12) throw damaged('the file is too short to be Parquet');
  const tail = Buffer.from(await readBytes(source, size - 8, size));
  const ending = tail.toString('latin1', 4);
  if (ending === 'PARE') throw unsupported('the file is encrypted', 'a file without encryption');
  if (ending !== magic) throw damaged('the file does not end like a Parquet file: it may be cut off');
  const length = tail.readUInt32LE(0);
  if (length > size - 12) throw damaged('the footer is longer than the file');
  if (length > mostFooter) throw tooLarge(`the footer has ${showBytes(length)}`, `at most ${showBytes(mostFooter)}`);
  const footer = await readBytes(source, size - 8 - length, size);
  checkThrift(footer.subarray(0, length), 0, mostValues);
  const metadata = parquetMetadata(footer, { geoparquet: false });
  const rows = count(metadata.num_rows, 'rows');
  if (rows > limits.rows) {
    throw new Refusal({
      code: 'too-many-rows',
      message: `the file says that it has ${rows} rows`,
      expected: `at most ${limits.rows}`,
    });
  }
  const inGroups = metadata.row_groups.reduce((sum, group) => sum + count(group.num_rows, 'rows'), 0);
  if (inGroups !== rows) throw damaged(`the file says that it has ${rows} rows, its row groups have ${inGroups}`);
  return metadata;
}

/** A number that the file states as 64 bits. */
export function count(value: unknown, what: string): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
    throw damaged(`the file states ${String(value)} ${what}`);
  return number;
}
