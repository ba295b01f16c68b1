import { failed, ok, type Result } from '../problem.js';
import { csvReader } from './csv.js';
import { garakReader } from './garak/index.js';
import { inspectReader } from './inspect/index.js';
import { jsonlReader } from './jsonl.js';
import { junitReader } from './junit.js';
import { lmEvalReader } from './lm-eval/index.js';
import { openPsaReader } from './open-psa.js';
import { parquetReader } from './parquet/index.js';
import { promptfooReader } from './promptfoo/index.js';
import { type Reader, readerLabel } from './reader.js';
import { runsReader } from './runs.js';

/** All readers that come with Surety, in the order of the documentation. */
export const readers: readonly Reader[] = [
  inspectReader,
  lmEvalReader,
  promptfooReader,
  garakReader,
  runsReader,
  junitReader,
  openPsaReader,
  jsonlReader,
  csvReader,
  parquetReader,
];

/** Bytes of a source that `sniff` is given. */
export const headBytes = 64 * 1024;
/** The same where there is a NUL among these, so that it is no text: such formats are known by their first few bytes. */
export const binaryHeadBytes = 4 * 1024;

/**
 * Readers that take a source for one of their own, by its first bytes. One that knows a tool goes before those of forms
 * that many tools share.
 */
export function recognise(all: readonly Reader[], head: Uint8Array, path: string): readonly Reader[] {
  const sure = all.filter((reader) => reader.unmistakable === true && reader.sniff(head, path));
  // The readers that come with Surety know of each other; one of the user's own is asked in any case.
  const asked = all.filter(
    (reader) => reader.unmistakable !== true && (sure.length === 0 || !readers.includes(reader)),
  );
  const found = [...sure, ...asked.filter((reader) => reader.sniff(head, path))];
  const special = found.filter((reader) => reader.general !== true);
  return special.length > 0 ? special : found;
}

/** The reader that the case names, or else the only one that recognises the content. */
export function chooseReader(
  name: string | undefined,
  head: Uint8Array,
  path: string,
  all: readonly Reader[] = readers,
): Result<Reader> {
  if (name !== undefined) {
    const named = all.find((reader) => reader.name === name);
    if (named !== undefined) return ok(named);
    return failed({
      code: 'unknown-reader',
      message: `there is no reader “${name}”`,
      file: path,
      expected: `one of ${all.map((reader) => reader.name).join(', ')}`,
    });
  }
  const found = recognise(all, head, path);
  const [only] = found;
  if (only === undefined) {
    const expected = all.map((reader) => reader.expects).join(', or ');
    return failed({ code: 'unknown-format', message: 'the content is of no known format', file: path, expected });
  }
  if (found.length === 1) return ok(only);
  const names = found.map((reader) => reader.name).join(', ');
  const message = `the content may be of several formats: ${names}`;
  return failed({ code: 'ambiguous-format', message, file: path, expected: 'the reader to be named' });
}

/** Whether sources that were read by these (`inspect 1`) hold what was asked and answered. */
export function hasTranscripts(labels: string): boolean {
  return labels
    .split(', ')
    .some((label) => readers.some(({ name, transcripts }) => transcripts === true && label.startsWith(`${name} `)));
}

/** Whether these readers (`inspect 1`, or several with commas between) are today's, in name and version. */
export function isCurrentReader(labels: string): boolean {
  return labels.split(', ').every((label) => readers.some((reader) => readerLabel(reader) === label));
}
