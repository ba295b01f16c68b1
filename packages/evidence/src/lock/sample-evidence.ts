import { realpath } from 'node:fs/promises';
import type { Case, Evidence, EvidenceId, Measure, Measures } from '@surety/core/case';
import { findRoot } from '../files/index.js';
import { defaultLimits, type Limits } from '../limits.js';
import { hasTranscripts, readFile } from '../readers/index.js';
import { sampler, type TrialSample } from '../samples/index.js';
import { locate } from './locate.js';
import { spreadFolders } from './spread-folders.js';

export interface SampleOptions {
  /** Trials of each piece of evidence, and the seed that they are picked by. */
  readonly count: number;
  readonly seed: number;
  readonly limits?: Limits;
}

/** What was picked of one piece of evidence; a log whose texts could not be read says why, and gives no trial. */
export interface EvidenceSamples {
  readonly trials: readonly TrialSample[];
  readonly problem?: string;
}

/**
 * Trials of the evidence that was read just now from logs with transcripts, picked at random. Evidence in any other state is left
 * out: what its source says today is not what was assessed.
 */
export async function sampleEvidence(
  of: Case,
  folder: string,
  measures: Measures,
  options: SampleOptions,
): Promise<Readonly<Record<EvidenceId, EvidenceSamples>>> {
  const found: Record<EvidenceId, EvidenceSamples> = Object.create(null);
  for (const evidence of of.evidence) {
    if (!canBeSampled(measures[evidence.id])) continue;
    const { trials, problem } = await sampleOne(evidence, folder, options);
    found[evidence.id] = problem === undefined ? { trials } : { trials, problem };
  }
  return found;
}

/** Whether the evidence was read just now from logs that hold transcripts. */
export function canBeSampled(measure: Measure | undefined): boolean {
  return measure?.state.kind === 'fresh' && hasTranscripts(measure.reader);
}

/** The same of one piece of evidence that can be sampled, and how many trials there are to pick from. */
export async function sampleOne(
  evidence: Evidence,
  folder: string,
  { count, seed, limits = defaultLimits }: SampleOptions,
): Promise<EvidenceSamples & { readonly of: number }> {
  const around = { folder: await realpath(folder), root: await findRoot(folder) };
  const picking = sampler(count, seed);
  let problem: string | undefined;
  // It was read just now, so whatever is wrong with its folders was said then.
  const { sources } = await spreadFolders(evidence, undefined, { ...around, limits });
  for (const source of sources) {
    const place = await locate(source, around.folder, around.root);
    const reader = evidence.reader === undefined ? {} : { reader: evidence.reader };
    const read =
      place.kind === 'present'
        ? await readFile(place.location, { path: place.path, ...reader, limits, sampler: picking })
        : undefined;
    if (read?.ok !== true) problem = read?.problems[0]?.message ?? `${source.path} is not here`;
  }
  return problem === undefined
    ? { trials: picking.picked(), of: picking.offered() }
    : { trials: [], of: picking.offered(), problem };
}
