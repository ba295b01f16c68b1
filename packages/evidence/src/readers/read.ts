import { defaultLimits, type Limits } from '../limits.js';
import type { Problem, Result } from '../problem.js';
import { changed, openSource, readHead, type Source } from '../source/index.js';
import { oneLine } from '../text/index.js';
import type { HeadResult, Log, Reader, ReadOptions, ReadResult } from './reader.js';
import { binaryHeadBytes, chooseReader, headBytes, readers } from './registry.js';

/** How a source is read, and by whom. */
type Reading = Omit<ReadOptions, 'limits'> & {
  /** All readers to choose from; those that come with Surety where absent. */
  readonly readers?: readonly Reader[];
};

/** Reads an open source with the reader that is named, or else with the one that recognises the content. */
export async function readSource(
  source: Source,
  reader: string | undefined,
  limits: Limits,
  { readers: all, ...more }: Reading = {},
): Promise<ReadResult> {
  const chosen = await readerOf(source, reader, all);
  if (!chosen.ok) return refused(reader, chosen.problem);
  const result = tidy(await chosen.value.read(source, { limits, ...more }));
  const change = result.ok ? await changed(source) : undefined;
  return change === undefined ? result : refused(reader, change);
}

interface FileOptions {
  /** How messages call the file; else its location. */
  readonly path?: string;
  readonly reader?: string;
  readonly limits?: Limits;
}

/** Opens, reads and closes the file at `location`. */
export async function readFile(location: string, options: FileOptions & Reading = {}): Promise<ReadResult> {
  const { path, reader, limits = defaultLimits, ...more } = options;
  return whileOpen(location, path ?? location, reader, limits, (source) => readSource(source, reader, limits, more));
}

/**
 * What the file at `location` says of its run, without its trials: the cost is that of the header, and what follows it
 * is not looked at. A format without a header is read in full.
 */
export async function readLogHeader(
  location: string,
  options: FileOptions & Pick<Reading, 'readers'> = {},
): Promise<HeadResult> {
  const { path, reader, limits = defaultLimits, ...more } = options;
  return whileOpen(location, path ?? location, reader, limits, async (source): Promise<HeadResult> => {
    const chosen = await readerOf(source, reader, more.readers);
    if (!chosen.ok) return refused(reader, chosen.problem);
    if (chosen.value.head !== undefined) {
      const result = tidy(await chosen.value.head(source, { limits }));
      const change = result.ok ? await changed(source) : undefined;
      return change === undefined ? result : refused(reader, change);
    }
    const read = await readSource(source, reader, limits, more);
    return read.ok ? { ok: true, head: withoutTrials(read.log) } : read;
  });
}

/** Names that messages quote come from the source: none of them may break a line, or steer a terminal. */
function tidy<T extends ReadResult | HeadResult>(result: T): T {
  if (result.ok) return result;
  const problems = result.problems.map((problem) => ({
    ...problem,
    message: oneLine(problem.message),
    ...(problem.file === undefined ? {} : { file: oneLine(problem.file) }),
    ...(problem.expected === undefined ? {} : { expected: oneLine(problem.expected) }),
  }));
  return { ...result, problems };
}

function withoutTrials({ trials: _, ...head }: Log): Omit<Log, 'trials'> {
  return head;
}

type Refusal = Extract<ReadResult, { readonly ok: false }>;

function refused(reader: string | undefined, problem: Problem): Refusal {
  return { ok: false, reader: reader ?? 'none', problems: [problem] };
}

/** The reader that is named, or else the one that recognises the content. */
export async function readerOf(
  source: Source,
  reader: string | undefined,
  all: readonly Reader[] = readers,
): Promise<Result<Reader>> {
  const head = await headFor(source);
  return head.ok ? chooseReader(reader, head.value, source.path, all) : head;
}

/** The first bytes of a source, as `sniff` is given them. */
async function headFor(source: Source): Promise<Result<Buffer>> {
  const start = await readHead(source, binaryHeadBytes);
  return start.ok && !start.value.includes(0) ? readHead(source, headBytes) : start;
}

async function whileOpen<T>(
  location: string,
  path: string,
  reader: string | undefined,
  limits: Limits,
  use: (source: Source) => Promise<T>,
): Promise<T | Refusal> {
  const opened = await openSource(location, path, limits);
  if (!opened.ok) return refused(reader, opened.problem);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.handle.close();
  }
}
