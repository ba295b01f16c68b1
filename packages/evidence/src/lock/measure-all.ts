import { realpath } from 'node:fs/promises';
import {
  attestationFiles,
  type Case,
  type EvidenceId,
  type Measure,
  type Measures,
  type NamedFile,
} from '@surety/core/case';
import { mostBytes } from '../attestation/index.js';
import { findRoot } from '../files/index.js';
import { defaultLimits, type Limits } from '../limits.js';
import { type LogJob, readLogs } from '../log-folder/index.js';
import type { Problem } from '../problem.js';
import type { Reader } from '../readers/index.js';
import type { Digest } from '../source/index.js';
import { locate } from './locate.js';
import { emptyLock, type Lock } from './lock.js';
import {
  type Locked,
  type LogsRead,
  type Measurement,
  measureEvidence,
  type Surroundings,
} from './measure-evidence.js';
import { withReplays } from './replays.js';
import { spreadFolders } from './spread-folders.js';

export interface MeasureOptions {
  /** What was locked; nothing where absent. */
  readonly lock?: Lock;
  readonly limits?: Limits;
  /** All readers; those that come with Surety where absent. */
  readonly readers?: readonly Reader[];
  /**
   * Folder of the cache for what is extracted from the logs of folders; absent: all are read. What is measured does not
   * depend on it, see `cacheFolder`.
   */
  readonly cache?: string;
  /** Threads that read many logs. Default: one for each processor, at most 4. What is measured does not depend on it. */
  readonly threads?: number;
  /** Called before each piece of evidence is read, and after each log of a folder. */
  readonly onProgress?: (progress: Progress) => void;
  /** Called when the logs of a folder were read. */
  readonly onRead?: (read: LogsRead) => void;
}

export interface Progress {
  readonly evidence: EvidenceId;
  /** Pieces of evidence that are done, and their number in all. */
  readonly done: number;
  readonly of: number;
  /** Logs of this piece of evidence that were read, and their number, where it names a folder. */
  readonly logs?: { readonly done: number; readonly of: number };
}

/**
 * Measures every piece of evidence of a case. States follow `semantics.md`, section 6: `fresh`, `altered`, `locked`,
 * `missing`; a source that is here but cannot be used is `missing` with what is wrong as its detail, and a problem;
 * its digests are given then, and its reader where it could be read and only the measure fails.
 * The measures are in the order of the text.
 */
export async function measureAll(
  of: Case,
  folder: string,
  options: MeasureOptions = {},
): Promise<{ readonly measures: Measures; readonly problems: readonly Problem[] }> {
  const found = await measurements(of, folder, options);
  const measures: Record<EvidenceId, Measure> = Object.create(null);
  for (const { evidence, measure } of found) measures[evidence.id] = measure;
  return { measures, problems: found.flatMap(({ problems }) => problems) };
}

/** The same, with what a lock file needs to know. */
export async function measurements(of: Case, folder: string, options: MeasureOptions): Promise<Measurement[]> {
  const around = await surroundings(of, folder, options);
  const lock = options.lock ?? emptyLock;
  const found: Measurement[] = [];
  for (const evidence of of.evidence) {
    const progress: Progress = { evidence: evidence.id, done: found.length, of: of.evidence.length };
    options.onProgress?.(progress);
    const onLogs: Surroundings['onLogs'] = (logs) => options.onProgress?.({ ...progress, logs });
    found.push(await measureEvidence(evidence, lockedOf(lock, evidence.id), { ...around, onLogs }));
  }
  return withReplays(found);
}

/** What a lock holds of one piece of evidence. */
export function lockedOf({ evidence, damaged, broken }: Lock, id: EvidenceId): Locked {
  const [entry, damage] = [evidence.get(id), damaged?.get(id)];
  return {
    ...(entry === undefined ? {} : { entry }),
    ...(damage === undefined ? {} : { damage }),
    ...(broken === undefined ? {} : { broken }),
  };
}

/**
 * Digests of the sources and of the attestation of evidence, where all sources are here and can be read; nothing is
 * parsed. None for sources of which a folder is here and cannot be used: measuring says what is wrong with it.
 */
export async function digestsHere(
  of: Case,
  folder: string,
  options: Omit<MeasureOptions, 'lock'>,
): Promise<ReadonlyMap<EvidenceId, { readonly sources: readonly Digest[]; readonly attestation: readonly Digest[] }>> {
  const around = await surroundings(of, folder, options);
  const found = new Map<EvidenceId, { readonly sources: readonly Digest[]; readonly attestation: readonly Digest[] }>();
  for (const evidence of of.evidence) {
    if (evidence.sources.length === 0) continue;
    const spread = await spreadFolders(evidence, undefined, around);
    const sources = spread.problems.length > 0 ? [] : await digestsOf(spread.sources, around, around.limits);
    const attestation = await digestsOf(attestationFiles(evidence), around, { ...around.limits, fileBytes: mostBytes });
    if (sources !== undefined) found.set(evidence.id, { sources, attestation: attestation ?? [] });
  }
  return found;
}

async function digestsOf(
  named: readonly NamedFile[],
  { folder, root, threads }: Surroundings,
  limits: Limits,
): Promise<readonly Digest[] | undefined> {
  const located = await Promise.all(named.map((one) => locate(one, folder, root)));
  const jobs = located.flatMap((each): LogJob[] =>
    each.kind === 'present' ? [{ path: each.path, location: each.location, known: true, want: 'digest' }] : [],
  );
  if (jobs.length < named.length) return undefined;
  const { answers } = await readLogs(jobs, { limits, ...(threads === undefined ? {} : { threads }) });
  const digests = answers.flatMap((answer) => ('digest' in answer ? [answer.digest] : []));
  return digests.length < named.length ? undefined : digests;
}

async function surroundings(
  of: Case,
  folder: string,
  { limits = defaultLimits, readers, cache, threads, onRead }: MeasureOptions,
): Promise<Surroundings> {
  return {
    case: of.id,
    folder: await realpath(folder),
    root: await findRoot(folder),
    limits,
    ...(readers === undefined ? {} : { readers }),
    ...(cache === undefined ? {} : { cache }),
    ...(threads === undefined ? {} : { threads }),
    ...(onRead === undefined ? {} : { onRead }),
  };
}
