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
import type { Problem } from '../problem.js';
import type { Reader } from '../readers/index.js';
import { type Digest, digestOf, openSource } from '../source/index.js';
import { locate } from './locate.js';
import { emptyLock, type Lock } from './lock.js';
import { type Locked, type Measurement, measureEvidence, type Surroundings } from './measure-evidence.js';
import { withReplays } from './replays.js';

export interface MeasureOptions {
  /** What was locked; nothing where absent. */
  readonly lock?: Lock;
  readonly limits?: Limits;
  /** All readers; those that come with Surety where absent. */
  readonly readers?: readonly Reader[];
  /** Called before each piece of evidence is read. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly evidence: EvidenceId;
  /** Pieces of evidence that are done, and their number in all. */
  readonly done: number;
  readonly of: number;
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
  const around = await surroundings(of, folder, options.limits, options.readers);
  const lock = options.lock ?? emptyLock;
  const found: Measurement[] = [];
  for (const evidence of of.evidence) {
    options.onProgress?.({ evidence: evidence.id, done: found.length, of: of.evidence.length });
    found.push(await measureEvidence(evidence, lockedOf(lock, evidence.id), around));
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

/** Digests of the sources and of the attestation of evidence, where all sources are here and can be read; nothing is parsed. */
export async function digestsHere(
  of: Case,
  folder: string,
  options: Pick<MeasureOptions, 'limits'>,
): Promise<ReadonlyMap<EvidenceId, { readonly sources: readonly Digest[]; readonly attestation: readonly Digest[] }>> {
  const around = await surroundings(of, folder, options.limits);
  const found = new Map<EvidenceId, { readonly sources: readonly Digest[]; readonly attestation: readonly Digest[] }>();
  for (const evidence of of.evidence) {
    const sources = await digestsOf(evidence.sources, around, around.limits);
    const attestation = await digestsOf(attestationFiles(evidence), around, { ...around.limits, fileBytes: mostBytes });
    if (sources !== undefined && sources.length > 0)
      found.set(evidence.id, { sources, attestation: attestation ?? [] });
  }
  return found;
}

async function digestsOf(
  named: readonly NamedFile[],
  { folder, root }: Surroundings,
  limits: Limits,
): Promise<readonly Digest[] | undefined> {
  const digests: Digest[] = [];
  for (const one of named) {
    const located = await locate(one, folder, root);
    const source = located.kind === 'present' ? await openSource(located.location, one.path, limits) : undefined;
    if (source?.ok !== true) return undefined;
    try {
      const digest = await digestOf(source.value);
      if (!digest.ok) return undefined;
      digests.push(digest.value);
    } finally {
      await source.value.handle.close();
    }
  }
  return digests;
}

async function surroundings(
  of: Case,
  folder: string,
  limits: Limits = defaultLimits,
  readers?: readonly Reader[],
): Promise<Surroundings> {
  const own = readers === undefined ? {} : { readers };
  return { case: of.id, folder: await realpath(folder), root: await findRoot(folder), limits, ...own };
}
