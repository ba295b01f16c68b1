import type { PooledTrials } from '../trials/index.js';

/** Whether trials are matched sample by sample (any event in its epochs is an event), or epoch by epoch. */
export type Unit = 'sample' | 'epoch';

/** Rows of both runs that are the same trial. */
export interface Matched {
  /** How the trial is called: the sample, and with `epoch` its number. */
  readonly sample: string;
  readonly epoch?: number;
  /** Rows of the first and of the second run; never both empty. */
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Trials of both runs by name, in the order of the first run, then what only the second one has. */
export function matchTrials(a: PooledTrials, b: PooledTrials, unit: Unit): readonly Matched[] {
  const found = new Map<string, { sample: string; epoch?: number; a: number[]; b: number[] }>();
  const add = (trials: PooledTrials, side: 'a' | 'b') => {
    for (let row = 0; row < trials.rows; row++) {
      const sample = trials.sample[row]!;
      const epoch = trials.epoch[row]!;
      const key = unit === 'sample' ? sample : `${epoch} ${sample}`;
      let one = found.get(key);
      if (one === undefined) {
        one = { sample, ...(unit === 'epoch' ? { epoch } : {}), a: [], b: [] };
        found.set(key, one);
      }
      one[side].push(row);
    }
  };
  add(a, 'a');
  add(b, 'b');
  return [...found.values()];
}
