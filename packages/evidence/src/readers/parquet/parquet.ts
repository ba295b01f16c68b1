import type { FileMetaData, RowGroup } from 'hyparquet';
import type { Limits } from '../../limits.js';
import type { Problem } from '../../problem.js';
import type { Source } from '../../source/index.js';
import { shown } from '../../text/index.js';
import { type Cell, type Trials, trialsBuilder } from '../../trials/index.js';
import { type Reader, readerLabel, readFailed } from '../reader.js';
import { tableDocs, tableLog, tableRow } from '../table.js';
import type { ToCell } from './cells.js';
import type { Column } from './pages.js';
import type { Leaf } from './schema.js';

/** Cells of one row group, which are in memory twice until they are rows. */
const mostGroupCells = 40_000_000;
/** Bytes of one column of one row group, as stored. */
const mostChunk = 512 * 1024 * 1024;

/** Parquet, row group by row group. Reserved columns: see `TableRow`. */
export const parquetReader: Reader = {
  name: 'parquet',
  version: 1,
  expects: 'a Parquet file',
  title: 'Parquet',
  reads:
    'flat columns and structs (`judge.harm`); no compression, snappy, gzip, brotli, lz4 or zstd; whole numbers beyond 2^53 and decimals of more than 15 digits are texts, dates and times are ISO 8601',
  docs: { ...tableDocs, skips: 'lists and maps; bytes that are no text' },
  sniff: (head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1',
  async read(source, { limits }) {
    try {
      return { ok: true, log: await readTable(source, limits) };
    } catch (error) {
      return readFailed(parquetReader, await problemOf(error, source.path));
    }
  },
};

/** What our own checks refuse says why. The decoders throw at what does not fit their format, and so does the runtime at
 * sizes that cannot be. */
async function problemOf(error: unknown, file: string): Promise<Problem> {
  const { Refusal } = await import('./refusal.js');
  if (error instanceof Refusal) return { file, ...error.problem };
  // What the runtime says of a value that is not there means nothing to a reader; what the decoders say does.
  const reason = error instanceof Error && error.constructor === Error ? shown(error.message) : '';
  return {
    code: 'parquet-damaged',
    message: `the file cannot be decoded${reason === '' ? '' : ` (${reason})`}`,
    file,
    expected: 'an undamaged Parquet file',
  };
}

async function readTable(source: Source, limits: Limits) {
  // Loaded when such a file is read, so that commands which read none do not pay for it.
  const [{ readFooter }, { readSchema }, { cellsOf }, { tooLarge }] = await Promise.all([
    import('./footer.js'),
    import('./schema.js'),
    import('./cells.js'),
    import('./refusal.js'),
  ]);
  const metadata = await readFooter(source, limits);
  const schema = readSchema(metadata, limits.columns);
  const bytesOnly: string[] = [];
  const columns = schema.leaves.flatMap((leaf): Planned[] => {
    const toCell = cellsOf(leaf.element, limits.jsonText);
    if (toCell === undefined) bytesOnly.push(leaf.name);
    return toCell === undefined ? [] : [{ leaf, toCell }];
  });
  const cells = Number(metadata.num_rows) * columns.length;
  if (cells > limits.cells) throw tooLarge(`the file has ${cells} cells`, `at most ${limits.cells}`);
  const trials = await readGroups(source, metadata, columns, schema.chunks, limits);
  const passed = (names: readonly string[]) =>
    `${names.slice(0, 20).map(shown).join(', ')}${names.length > 20 ? ', …' : ''}`;
  return tableLog(readerLabel(parquetReader), trials, [
    ...(schema.lists.length === 0 ? [] : [`columns of lists that were passed over: ${passed(schema.lists)}`]),
    ...(bytesOnly.length === 0 ? [] : [`columns of bytes that were passed over: ${passed(bytesOnly)}`]),
  ]);
}

interface Planned {
  readonly leaf: Leaf;
  readonly toCell: ToCell;
}

async function readGroups(
  source: Source,
  metadata: FileMetaData,
  columns: readonly Planned[],
  chunks: number,
  limits: Limits,
): Promise<Trials> {
  const [{ count }, { damaged, Refusal, tooLarge }] = await Promise.all([
    import('./footer.js'),
    import('./refusal.js'),
  ]);
  const builder = trialsBuilder(limits);
  const spent = { bytes: 0 };
  const file = source.path;
  for (const group of metadata.row_groups) {
    const rows = count(group.num_rows, 'rows');
    if (rows * columns.length > mostGroupCells)
      throw tooLarge(`a row group has ${rows * columns.length} cells`, `at most ${mostGroupCells}`);
    if (group.columns.length !== chunks)
      throw damaged(`a row group has ${group.columns.length} columns, the schema has ${chunks}`);
    const values: (readonly [string, readonly Cell[]])[] = [];
    for (const column of columns)
      values.push([column.leaf.name, await readChunk(source, group, rows, { ...column, limits, spent })]);
    for (let at = 0; at < rows; at++) {
      const number = builder.rows + 1;
      const row = tableRow({
        cells: values.map(([name, all]) => [name, all[at]] as const),
        file,
        line: number,
        number,
      });
      const problem = row.ok ? builder.add(row.value, { file }) : row.problem;
      if (problem === undefined) continue;
      const { line: _line, ...rest } = problem;
      throw new Refusal({ ...rest, message: `${problem.message} (row ${number})` });
    }
  }
  return builder.finish();
}

async function readChunk(
  source: Source,
  group: RowGroup,
  rows: number,
  column: Planned & Pick<Column, 'limits' | 'spent'>,
): Promise<readonly Cell[]> {
  const [{ count, readBytes }, { readColumn }, { damaged, tooLarge, unsupported }] = await Promise.all([
    import('./footer.js'),
    import('./pages.js'),
    import('./refusal.js'),
  ]);
  const { leaf } = column;
  const name = shown(leaf.name);
  const { meta_data: meta, file_path: elsewhere } = group.columns[leaf.index]!;
  if (elsewhere !== undefined) throw unsupported('a column stands in another file', 'one file');
  if (meta === undefined) throw unsupported(`column “${name}” is encrypted or not described`, 'a plain column');
  if (meta.path_in_schema.join('.') !== leaf.name || meta.type !== leaf.element.type)
    throw damaged(`column “${name}” is described as another one`);
  if (count(meta.num_values, 'values') !== rows)
    throw damaged(`column “${name}” has ${meta.num_values} values, its row group has ${rows} rows`);
  if (rows === 0) return [];
  const data = count(meta.data_page_offset, 'bytes');
  const dictionary = meta.dictionary_page_offset === undefined ? 0 : count(meta.dictionary_page_offset, 'bytes');
  const start = dictionary > 0 && dictionary < data ? dictionary : data;
  const length = count(meta.total_compressed_size, 'bytes');
  if (start < 4 || start + length > source.size - 8) throw damaged(`column “${name}” lies outside of the file`);
  if (length > mostChunk)
    throw tooLarge(`column “${name}” has ${length} bytes in one row group`, `at most ${mostChunk}`);
  return readColumn(await readBytes(source, start, start + length), rows, { ...column, meta });
}
