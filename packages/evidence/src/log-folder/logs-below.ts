import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { type Reader, readerOf } from '../readers/index.js';
import { openSource } from '../source/index.js';
import { isStranger } from './is-stranger.js';
import { type FolderFile, listFolder } from './list-folder.js';

export interface LogsBelow {
  /** By path. */
  readonly logs: readonly FolderFile[];
  /** Files that no reader recognises. */
  readonly ignored: number;
  /** Files and folders that could not be looked at, and those called `.eval` that no reader recognises. */
  readonly problems: readonly Problem[];
}

/** Which files below a folder are logs, by their first bytes. Nothing else of them is read. */
export async function logsBelow(
  folder: string,
  { limits, readers }: { readonly limits: Limits; readonly readers?: readonly Reader[] },
): Promise<LogsBelow> {
  const { files, problems } = await listFolder(folder);
  const logs: FolderFile[] = [];
  const troubles: Problem[] = [...problems];
  let ignored = 0;
  for (let from = 0; from < files.length; from += openAtOnce) {
    const some = files.slice(from, from + openAtOnce);
    const found = await Promise.all(some.map((file) => problemOf(file, limits, readers)));
    for (const [at, file] of some.entries()) {
      const problem = found[at];
      if (problem === undefined) logs.push(file);
      else if (isStranger(problem, file.path)) ignored += 1;
      else troubles.push(problem);
    }
  }
  return { logs, ignored, problems: troubles };
}

const openAtOnce = 16;

/** What keeps a file from being taken for a log. One that may be of several formats is a log. */
async function problemOf(
  { location, path }: FolderFile,
  limits: Limits,
  readers: readonly Reader[] | undefined,
): Promise<Problem | undefined> {
  const opened = await openSource(location, path, limits);
  if (!opened.ok) return opened.problem;
  try {
    const reader = await readerOf(opened.value, undefined, readers);
    return reader.ok || reader.problem.code === 'ambiguous-format' ? undefined : reader.problem;
  } finally {
    await opened.value.handle.close();
  }
}
