import type { Verdict } from '../doubt/index.js';
import { isWorse } from './apart.js';
import type { Sample } from './sweep.js';

export interface Refining {
  /** The sample at a value; nothing where the allowance of assessments is used up. */
  readonly at: (value: number) => Sample | undefined;
  readonly verdict: (sample: Sample) => Verdict;
  /** What the threshold is held against: the larger, the worse. Nothing where there is no number. */
  readonly height: (sample: Sample) => number | undefined;
  readonly between: (low: number, high: number) => number | undefined;
}

/** A turn of the curve is followed for so many values at most: each takes a third of what is left away. */
const TURN_STEPS = 40;

/**
 * The samples with so many more that every two neighbours of different verdicts are as close as the axis allows. Where
 * the curve has a turn towards the other verdict, the turn is looked for too, so that a dip between two samples of the
 * same verdict is not missed.
 */
export function refine(samples: readonly Sample[], refining: Refining): readonly Sample[] {
  const withTurns = samples.flatMap((sample, i): readonly Sample[] => {
    const turn = turnNear(samples[i - 1], sample, samples[i + 1], refining);
    return turn === undefined ? [sample] : [sample, turn].sort((a, b) => a.value - b.value);
  });
  const ordered = [...withTurns].sort((a, b) => a.value - b.value);
  return ordered.flatMap((sample, i) => [sample, ...bisect(sample, ordered[i + 1], refining)]);
}

/** Samples strictly between two of different verdicts, down to where they are next to each other. */
function bisect(low: Sample, high: Sample | undefined, refining: Refining): readonly Sample[] {
  if (high === undefined || refining.verdict(low) === refining.verdict(high)) return [];
  const middle = refining.between(low.value, high.value);
  const sample = middle === undefined ? undefined : refining.at(middle);
  if (sample === undefined) return [];
  return [...bisect(low, sample, refining), sample, ...bisect(sample, high, refining)];
}

/** A sample of another verdict near a turn of the curve in the middle of three samples of the same verdict. */
function turnNear(
  before: Sample | undefined,
  at: Sample,
  after: Sample | undefined,
  refining: Refining,
): Sample | undefined {
  if (before === undefined || after === undefined) return undefined;
  const verdict = refining.verdict(at);
  const height = (sample: Sample) => refining.height(sample) ?? Number.NaN;
  // Where it is supported a peak may reach the threshold, elsewhere a hollow.
  const sign = isWorse('not supported', verdict) ? 1 : -1;
  const level = (sample: Sample) => sign * height(sample);
  if (!(level(at) >= level(before) && level(at) >= level(after))) return undefined;
  if (!(level(at) > level(before) || level(at) > level(after))) return undefined;
  let [low, middle, high] = [before, at, after];
  for (let step = 0; step < TURN_STEPS; step++) {
    const left = refining.between(low.value, middle.value);
    const right = refining.between(middle.value, high.value);
    // The wider side first, as in a search by the golden section.
    const tryLeft = left !== undefined && (right === undefined || middle.value - low.value > high.value - middle.value);
    const next = tryLeft ? left : right;
    const sample = next === undefined ? undefined : refining.at(next);
    if (sample === undefined) return undefined;
    if (refining.verdict(sample) !== verdict) return sample;
    const better = level(sample) > level(middle);
    if (tryLeft) [low, middle, high] = better ? [low, sample, middle] : [sample, middle, high];
    else [low, middle, high] = better ? [middle, sample, high] : [low, middle, sample];
  }
  return undefined;
}
