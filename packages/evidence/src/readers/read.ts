import { defaultLimits, type Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import type { Sampler } from '../samples/index.js';
import { changed, openSource, readHead, type Source } from '../source/index.js';
import type { ReadResult } from './reader.js';
import { chooseReader, headBytes } from './registry.js';

/** Reads an open source with the reader that is named, or else with the one that recognises the content. */
export async function readSource(
  source: Source,
  reader: string | undefined,
  limits: Limits,
  sampler?: Sampler,
): Promise<ReadResult> {
  const refused = (problem: Problem): ReadResult => ({ ok: false, reader: reader ?? 'none', problems: [problem] });
  const head = await readHead(source, headBytes);
  if (!head.ok) return refused(head.problem);
  const chosen = chooseReader(reader, head.value, source.path);
  if (!chosen.ok) return refused(chosen.problem);
  const result = await chosen.value.read(source, { limits, ...(sampler === undefined ? {} : { sampler }) });
  const change = result.ok ? await changed(source) : undefined;
  return change === undefined ? result : refused(change);
}

/** Opens, reads and closes the file at `location`; messages call it `path`. */
export async function readFile(
  location: string,
  options: {
    readonly path?: string;
    readonly reader?: string;
    readonly limits?: Limits;
    readonly sampler?: Sampler;
  } = {},
): Promise<ReadResult> {
  const limits = options.limits ?? defaultLimits;
  const opened = await openSource(location, options.path ?? location, limits);
  if (!opened.ok) return { ok: false, reader: options.reader ?? 'none', problems: [opened.problem] };
  try {
    return await readSource(opened.value, options.reader, limits, options.sampler);
  } finally {
    await opened.value.handle.close();
  }
}
