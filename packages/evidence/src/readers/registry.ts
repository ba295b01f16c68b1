import { failed, ok, type Result } from '../problem.js';
import { csvReader } from './csv.js';
import { inspectReader } from './inspect/index.js';
import { jsonlReader } from './jsonl.js';
import { type Reader, readerLabel } from './reader.js';

/** All readers; the first that recognises a source reads it. */
export const readers: readonly Reader[] = [inspectReader, jsonlReader, csvReader];

/** Bytes of a source that `sniff` is given. */
export const headBytes = 64 * 1024;

/** The reader that the case names, or else the one that recognises the content. */
export function chooseReader(name: string | undefined, head: Uint8Array, path: string): Result<Reader> {
  const names = readers.map((reader) => reader.name).join(', ');
  if (name !== undefined) {
    const named = readers.find((reader) => reader.name === name);
    if (named !== undefined) return ok(named);
    return failed({
      code: 'unknown-reader',
      message: `there is no reader “${name}”`,
      file: path,
      expected: `one of ${names}`,
    });
  }
  const found = readers.find((reader) => reader.sniff(head, path));
  if (found !== undefined) return ok(found);
  const expected = readers.map((reader) => reader.expects).join(', or ');
  return failed({ code: 'unknown-format', message: 'the content is of no known format', file: path, expected });
}

/** Whether these readers (`inspect 1`, or several with commas between) are today's, in name and version. */
export function isCurrentReader(labels: string): boolean {
  return labels.split(', ').every((label) => readers.some((reader) => readerLabel(reader) === label));
}
