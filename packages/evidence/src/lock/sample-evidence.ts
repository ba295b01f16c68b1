import { realpath } from 'node:fs/promises';
import type { Case, Evidence, EvidenceId, Measure, Measures } from '@surety/core/case';
import { findRoot } from '../files/index.js';
import { defaultLimits, type Limits } from '../limits.js';
import { outcomesOf } from '../measures/index.js';
import { hasTranscripts, type Log, readFile } from '../readers/index.js';
import { sampler, type TrialSample } from '../samples/index.js';
import { poolTrials, trialKey } from '../trials/index.js';
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

/** What a rate counts a trial as. */
export type CountedAs = 'event' | 'no event' | 'flawed';

/** Trials of one piece of evidence, with what its measure counts each of them as, where that is a rate over one source. */
export interface OneSampled extends EvidenceSamples {
  /** Trials to pick from. */
  readonly of: number;
  readonly counted?: readonly CountedAs[];
}

/** The same of one piece of evidence that can be sampled. */
export async function sampleOne(
  evidence: Evidence,
  folder: string,
  { count, seed, limits = defaultLimits }: SampleOptions,
): Promise<OneSampled> {
  const around = { folder: await realpath(folder), root: await findRoot(folder) };
  const picking = sampler(count, seed);
  let problem: string | undefined;
  let countedAs: ((sample: string, epoch: number) => CountedAs | undefined) | undefined;
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
    else if (sources.length === 1) countedAs = countedIn(evidence, read.log);
  }
  const of = picking.offered();
  if (problem !== undefined) return { trials: [], of, problem };
  const trials = picking.picked();
  const counted = trials.flatMap(({ sample, epoch }) => countedAs?.(sample, epoch) ?? []);
  return { trials, of, ...(counted.length === trials.length && counted.length > 0 ? { counted } : {}) };
}

/** What a rate makes of each row of its one source; undefined of another measure. */
function countedIn(
  { measure }: Evidence,
  log: Log,
): ((sample: string, epoch: number) => CountedAs | undefined) | undefined {
  if (measure?.kind !== 'rate') return undefined;
  const { trials } = log;
  const outcomes = outcomesOf(measure.success, poolTrials([log]), measure.scorer);
  if (!outcomes.ok) return undefined;
  const { flaws, events } = outcomes.value;
  const rows = new Map(
    Array.from({ length: trials.rows }, (_, row) => [trialKey(trials.sample[row]!, trials.epoch[row]!), row]),
  );
  return (sample, epoch) => {
    const row = rows.get(trialKey(sample, epoch));
    return row === undefined ? undefined : flaws[row] !== 0 ? 'flawed' : events[row] === 1 ? 'event' : 'no event';
  };
}
