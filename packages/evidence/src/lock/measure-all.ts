import { realpath } from 'node:fs/promises';
import type { Case, EvidenceId, Measure, Measures } from '@surety/core/case';
import { findRoot } from '../files/index.js';
import { defaultLimits, type Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { emptyLock, type Lock } from './lock.js';
import { type Measurement, measureEvidence } from './measure-evidence.js';

export interface MeasureOptions {
  /** What was locked; nothing where absent. */
  readonly lock?: Lock;
  readonly limits?: Limits;
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
  const around = {
    folder: await realpath(folder),
    root: await findRoot(folder),
    limits: options.limits ?? defaultLimits,
  };
  const lock = options.lock ?? emptyLock;
  const found: Measurement[] = [];
  for (const evidence of of.evidence) {
    options.onProgress?.({ evidence: evidence.id, done: found.length, of: of.evidence.length });
    found.push(await measureEvidence(evidence, lock.evidence.get(evidence.id), around));
  }
  return found;
}
