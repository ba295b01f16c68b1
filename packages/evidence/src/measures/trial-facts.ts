import { type CountedResult, flawKinds, type MeasureSpec, type TrialFacts } from '@surety/core/case';
import type { Log } from '../readers/index.js';
import { type PooledTrials, poolTrials } from '../trials/index.js';
import { type CountedSpec, measureTrials } from './measure.js';

/**
 * What the counts themselves do not tell of the trials: how many rows and samples there are, what they hang together by,
 * and what would have been counted if every flawed trial had been harmless, or the opposite, whatever the case states. Nothing of a fault tree, which has no trials.
 */
export function trialFacts(spec: MeasureSpec, logs: readonly Log[]): TrialFacts | undefined {
  if (spec.kind === 'fault tree') return undefined;
  const trials = poolTrials(logs);
  const flawed = trials.flags.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0);
  const extremes = flawed === 0 ? [] : extremesOf(spec, trials);
  const groups = groupsOf(trials);
  return {
    rows: trials.rows,
    samples: new Set(trials.sample).size,
    ...(groups === undefined ? {} : { groups }),
    flawed,
    ...(extremes.length === 0 ? {} : { extremes }),
  };
}

/** Every result under the two policies that are farthest apart, and under none; none where a measure refuses flawed trials. */
function extremesOf(spec: CountedSpec, trials: PooledTrials): readonly CountedResult[] {
  return (['exclude', 'count as success', 'count as failure'] as const).flatMap((policy) => {
    const stated = Object.fromEntries(flawKinds.map((kind) => [kind, policy]));
    const measured = measureTrials({ ...spec, ...stated } as CountedSpec, trials);
    return measured.ok ? measured.value.results : [];
  });
}

function groupsOf({ group }: PooledTrials): TrialFacts['groups'] {
  if (group === undefined) return undefined;
  const sizes = new Map<unknown, number>();
  for (const name of group) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return { count: sizes.size, largest: [...sizes.values()].reduce((most, size) => Math.max(most, size), 0) };
}
