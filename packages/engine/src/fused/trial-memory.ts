import { type MachineMemory, machineMemory } from '@surety/numerics/machine';
import { strideOf } from './fuse.js';

/** Trials handled at a time, so that the values in work stay in the processor's cache. */
export const BLOCK = 1024;
/** Blocks of results, and of what is kept on the way to them, that have a place beside the columns. */
export const MOST_BLOCKS = 64;

/** Columns of trials that are pushed through a model without being copied. They may be written again and again. */
export interface TrialMemory {
  readonly columns: readonly Float64Array[];
  /** `null` where the platform has none: then they are columns like any other. */
  readonly shared: MachineMemory | null;
  /** Where in it, in bytes, blocks of results have their place. */
  readonly resultsAt: number;
}

/** Room for `count` columns of so many trials, all 0. */
export function trialMemory(count: number, trials: number): TrialMemory {
  const stride = strideOf(trials);
  const resultsAt = count * stride;
  const shared = machineMemory(resultsAt + MOST_BLOCKS * strideOf(BLOCK));
  const column = (at: number) =>
    shared === null ? new Float64Array(trials) : new Float64Array(shared.buffer, at * stride, trials);
  return { columns: Array.from({ length: count }, (_, at) => column(at)), shared, resultsAt };
}
