import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { attestationFiles, type Measures } from '@surety/core/case';
import { lockFileName, type Reader } from '@surety/evidence';
import {
  type CalledCase,
  type CaseText,
  type Loading,
  measureText,
  parseCase,
  previousLinks,
  watchedFiles,
} from '@surety/evidence/loading';
import { readTexts } from '../text/read-texts.js';
import type { Job, JobProgress, Measured } from './jobs.js';

export type Around = Pick<Job, 'location' | 'env' | 'asOf'> & {
  readonly readers?: readonly Reader[];
  readonly called?: CalledCase;
};

/** What was measured last, and of what: most edits change nothing of it. */
export interface LastMeasures {
  key?: string;
  measures?: Measures;
}

/** Reads a case from disk and measures it, as far as it can be read; with what it is that was read. */
export async function measureCase(
  around: Around,
  last: LastMeasures,
  progress: (progress: JobProgress) => void,
): Promise<Measured> {
  const { location, env, readers, asOf, called } = around;
  const { texts, source, read } = await readTexts(location);
  const { version } = texts;
  const notes: string[] = [];
  const loading: Loading = {
    cwd: texts.root,
    env,
    ...(readers === undefined ? {} : { readers }),
    measuring: ({ evidence, done, of }) => progress({ evidence, done, of }),
    note: (words) => notes.push(words),
  };
  const text = await parseCase(loading, source, read, texts.prefix || basename(texts.folder), called);
  const empty = { measures: {}, signatures: [] };
  if (!text.ok)
    return { version, evidence: { ...empty, problems: text.problems }, watch: watchedFiles(location, undefined) };
  const { value } = text;
  const key = measureKey(value);
  const measured =
    key === last.key && last.measures !== undefined
      ? { ok: true as const, measures: last.measures }
      : await measureText(loading, value, texts.prefix, called === undefined ? {} : { called });
  if (measured.ok) Object.assign(last, { key, measures: measured.measures } satisfies LastMeasures);
  const of = value.case;
  const previous =
    of === null || called !== undefined ? undefined : await previousLinks(loading, { ...value, case: of }, asOf);
  return {
    version,
    evidence: {
      measures: measured.ok ? measured.measures : {},
      signatures: (of?.review.signoffs ?? []).map(({ check }) => check ?? null),
      ...(previous?.ok === true ? { previous: previous.value } : {}),
      problems: [
        ...(measured.ok ? [] : [measured.problem]),
        ...(previous?.ok === false ? previous.problems : []),
        ...notes,
      ],
    },
    watch: watchedFiles(location, { ...value, case: of ?? value.readable?.case ?? null }),
  };
}

const mostListed = 20_000;

/** Changes whenever what is measured may have another result: what the case says of it, the lock file, and its sources. */
function measureKey({ case: of, readable, folder, root }: CaseText): string {
  const stated = of ?? readable?.case;
  const evidence = stated?.evidence ?? [];
  const files = evidence.flatMap((one) => [...one.sources, ...attestationFiles(one)]);
  const places = files.map(({ path, origin }) => listing(resolve(root, dirname(origin.file), path)));
  const gaps = of === null ? [...(readable?.gaps.names ?? [])] : [];
  return JSON.stringify([stated?.id, evidence, gaps, listing(join(folder, lockFileName)), places]);
}

/** Sizes and times of a file, or of all below a folder. */
function listing(path: string): readonly string[] {
  const found: string[] = [];
  const waiting = [path];
  for (let at = waiting.pop(); at !== undefined && found.length < mostListed; at = waiting.pop()) {
    const stats = statsOf(at);
    found.push(`${at} ${stats === undefined ? '' : stamp(stats)}`);
    const isFolder = stats?.isDirectory() === true && (at === path || !lstatSync(at).isSymbolicLink());
    if (isFolder) for (const name of names(at)) waiting.push(join(at, name));
  }
  return found;
}

/** None where nothing is: measuring says so. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function stamp({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
