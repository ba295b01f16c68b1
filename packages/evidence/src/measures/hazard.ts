import type { CountedResult, HazardSpec } from '@surety/core/case';
import { failed, ok, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { flawNotes, maskOf, unmixedPolicies } from './flaw.js';
import { type Groups, groupRows } from './groups.js';
import { readLifetimes } from './lifetimes.js';
import type { Measured } from './measured.js';

/**
 * Events per unit of exposure. A flawed trial counted as a success had the event, as a failure it had none; in both cases
 * over the time that it states, and over none where it states none.
 *
 * With `groupBy: sample` a sample is one trial. Which of its epochs stands for it is not known to the claim, so it is
 * counted both ways: an event where any epoch has one, over the shortest of their times, and an event where all have one,
 * over the longest. Whichever epoch is taken lies between the two, so that the way that hurts is a bound.
 */
export function measureHazard(spec: HazardSpec, trials: PooledTrials): Result<Measured> {
  const read = readLifetimes(spec, trials);
  if (!read.ok) return read;
  const { flaws, values, occurring, unscored, times } = read.value;
  const groups = groupRows(trials, spec.groupBy);
  const ways = groups.count === trials.rows ? ([undefined] as const) : (['any', 'all'] as const);
  const policies = unmixedPolicies(spec, occurring);
  const results = ways.flatMap((epochs) =>
    policies.map((policy): CountedResult => {
      const [asEvent, asNone] = [maskOf(policy, 'count as success'), maskOf(policy, 'count as failure')];
      const counted = condensed(groups, epochs === 'all', (row) => {
        const flaw = flaws[row]!;
        if (flaw !== 0 && (flaw & (asEvent | asNone)) === 0) return undefined;
        return { event: flaw === 0 ? values[row]!.event : (flaw & asEvent) !== 0, time: times[row]! };
      });
      return {
        policy: epochs === undefined ? policy : { ...policy, epochs },
        counts: { kind: 'exposure', ...counted, unit: spec.unit },
      };
    }),
  );
  const good = values.reduce((sum, value) => sum + (value?.time ?? 0), 0);
  if (good === 0)
    return failed({
      code: 'no-exposure',
      message: 'no good row was watched for any time',
      expected: 'a time above 0',
    });
  const grouped =
    groups.count === trials.rows
      ? []
      : [
          `${plural(trials.rows, 'row')} are epochs of ${plural(groups.count, 'sample')}: a sample is one trial, counted with an event in any epoch over its shortest time, and with one in all epochs over its longest; the way that hurts counts`,
        ];
  return ok({ results, notes: [...flawNotes(flaws, unscored), ...grouped] });
}

/** Events and exposure of groups of rows: any event over the shortest time, or all events over the longest. */
function condensed(
  { of, count }: Groups,
  all: boolean,
  trial: (row: number) => { readonly event: boolean; readonly time: number } | undefined,
): { readonly events: number; readonly exposure: number } {
  const states = new Array<{ event: boolean; time: number } | undefined>(count).fill(undefined);
  of.forEach((group, row) => {
    const found = trial(row);
    if (found === undefined) return;
    const held = states[group];
    if (held === undefined) states[group] = { ...found };
    else {
      held.event = all ? held.event && found.event : held.event || found.event;
      held.time = all ? Math.max(held.time, found.time) : Math.min(held.time, found.time);
    }
  });
  return {
    events: states.filter((state) => state?.event === true).length,
    exposure: states.reduce((sum, state) => sum + (state?.time ?? 0), 0),
  };
}
