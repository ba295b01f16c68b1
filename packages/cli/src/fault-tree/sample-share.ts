import type { Compiled } from '@surety/engine';
import { type SampledModel, type SamplingPlan, sampleModel, type UncertainLeaves } from '@surety/engine/uncertainty';

/** What threads draw trials of, and where all of them write these: in memory that they share. */
export interface Sampling extends UncertainLeaves {
  readonly root: number;
  readonly plan: SamplingPlan;
  readonly place: Float64Array<SharedArrayBuffer>;
}

/** Replicates `from` up to before `to`. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/** What there is to say of a share beside the trials in the place; `lower` only where it differs. */
export interface SampledShare extends Pick<SampledModel, 'exact' | 'tally' | 'clipped' | 'without'> {
  readonly lower?: Float64Array;
}

export function sampleShare(compiled: Compiled, sampling: Sampling, { from, to }: Share): SampledShare {
  const { root, plan, place } = sampling;
  const { lower, exact, tally, clipped, without } = sampleModel(compiled, root, sampling, plan, from, to, place);
  return { exact, tally, clipped, ...(without === undefined ? {} : { without }), ...(exact ? {} : { lower }) };
}
