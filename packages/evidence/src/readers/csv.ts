import { Readable } from 'node:stream';
import type { Problem } from '../problem.js';
import { chunksOf, type Source, systemCode } from '../source/index.js';
import { plural, shown, utf8Gate } from '../text/index.js';
import { type Cell, trialsBuilder } from '../trials/index.js';
import { type Reader, readerLabel, readFailed } from './reader.js';
import { firstAt } from './starts.js';
import { tableDocs, tableLog, tableRow } from './table.js';

/**
 * Comma-separated values as RFC 4180 has them, with a header row, UTF-8 with or without a byte order mark. A cell is a
 * number, `true` or `false` where it reads as one, nothing where it is empty, else text; sample ids stay text. Reserved
 * columns: see `TableRow`.
 */
export const csvReader: Reader = {
  name: 'csv',
  version: 1,
  expects: 'CSV with a header row',
  title: 'CSV',
  reads: 'comma-separated values (RFC 4180) with a header row',
  docs: tableDocs,
  general: true,
  sniff(head, path) {
    if (head.includes(0) || '{[<'.includes(String.fromCharCode(head[firstAt(head)] ?? 0))) return false;
    const text = Buffer.from(head).toString('utf8');
    if (text.includes('\uFFFD') || /^\uFEFF?\s*[{[<]/.test(text)) return false;
    return /\.csv$/i.test(path) || /^[^\n]*,/.test(text);
  },
  async read(source, { limits }) {
    // Loaded when a table is read, so that commands which read none do not pay for it.
    const { parse } = await import('csv-parse');
    const file = source.path;
    const builder = trialsBuilder(limits);
    let problem: Problem | undefined;
    let names: readonly string[] | undefined;
    const text = Readable.from(
      textOf(source, (found) => {
        problem ??= found;
      }),
    );
    const parser = parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: limits.lineBytes,
    });
    text.on('error', (error) => parser.destroy(error)).pipe(parser);
    let nextLine = 1;
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
        const line = nextLine;
        nextLine = info.lines + 1;
        if (names === undefined) {
          names = record;
          problem ??= headerProblem(names, file, limits.columns);
        } else {
          problem ??= addRow(names, record, line);
        }
        if (problem !== undefined) break;
      }
    } catch (error) {
      problem ??= csvProblem(error, file);
    } finally {
      text.destroy();
      parser.destroy();
    }
    problem ??=
      names === undefined
        ? { code: 'csv-syntax', message: 'the file is empty', file, expected: 'a header row' }
        : undefined;
    if (problem !== undefined) return readFailed(csvReader, problem);
    return { ok: true, log: tableLog(readerLabel(csvReader), builder.finish(), []) };

    function addRow(columns: readonly string[], record: readonly string[], line: number): Problem | undefined {
      if (record.length !== columns.length) {
        const message = `the row has ${plural(record.length, 'field')}, the header has ${columns.length}`;
        return { code: 'csv-syntax', message, file, line, expected: `${columns.length} fields` };
      }
      const cells = columns.map(
        (name, at) =>
          [name, name === 'sample' || name === 'id' ? textCell(record[at]!) : csvCell(record[at]!)] as const,
      );
      const row = tableRow({ cells, file, line, number: builder.rows + 1 });
      return row.ok ? builder.add(row.value, { file, line }) : row.problem;
    }
  },
};

async function* textOf(source: Source, onProblem: (problem: Problem) => void): AsyncGenerator<Buffer> {
  const gate = utf8Gate(source.path);
  for await (const chunk of chunksOf(source, 0, source.size, onProblem)) {
    const problem = gate.write(chunk);
    if (problem !== undefined) {
      onProblem(problem);
      return;
    }
    yield chunk;
  }
  const problem = gate.end();
  if (problem !== undefined) onProblem(problem);
}

const numberText = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const infinityText = /^([+-]?)inf(?:inity)?$/i;

/** The value of a cell. `nan` in any case is no value, as for the tools that write it. */
export function csvCell(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (numberText.test(trimmed)) return Number(trimmed);
  const infinity = infinityText.exec(trimmed);
  if (infinity !== null) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  switch (trimmed.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'nan':
      return undefined;
    default:
      return text;
  }
}

function textCell(text: string): Cell {
  return text.trim() === '' ? undefined : text;
}

function headerProblem(names: readonly string[], file: string, most: number): Problem | undefined {
  // Some columns are no fields.
  if (names.length > most + 20) {
    const message = `the header has ${names.length} columns`;
    return { code: 'too-many-columns', message, file, line: 1, expected: `at most ${most}` };
  }
  const empty = names.findIndex((name) => name.trim() === '');
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (empty < 0 && twice === undefined) return undefined;
  const message = empty >= 0 ? `column ${empty + 1} has no name` : `two columns have the name “${shown(twice ?? '')}”`;
  return { code: 'csv-syntax', message, file, line: 1, expected: 'a header row with a name for each column' };
}

function csvProblem(error: unknown, file: string): Problem {
  const line =
    error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? { line: error.lines } : {};
  switch (systemCode(error)) {
    case 'CSV_MAX_RECORD_SIZE':
      return {
        code: 'text-too-long',
        message: 'a row does not end',
        file,
        ...line,
        expected: 'shorter rows, and quotes that close',
      };
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        code: 'csv-syntax',
        message: 'a quote is opened and never closed',
        file,
        ...line,
        expected: 'a closing quote',
      };
    case 'INVALID_OPENING_QUOTE':
      return {
        code: 'csv-syntax',
        message: 'a quote stands inside a field that does not begin with one',
        file,
        ...line,
        expected: 'quotes doubled inside a quoted field',
      };
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return {
        code: 'csv-syntax',
        message: 'text follows a closing quote',
        file,
        ...line,
        expected: 'a comma or the end of the row',
      };
    default:
      return {
        code: 'csv-syntax',
        message: 'this is not CSV',
        file,
        ...line,
        expected: 'comma-separated values (RFC 4180)',
      };
  }
}
