import type { CountedResult, SurvivalSpec } from '@surety/core/case';
import { ok, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { countRate } from './count-events.js';
import { readLifetimes } from './lifetimes.js';
import type { Measured } from './measured.js';
import { outcomesFrom } from './outcomes.js';

/**
 * The share of trials without the event before `at`. A trial that was watched up to then without it survives, also where
 * the event comes later. A trial whose watch ended before is unknown, and nothing is assumed about why it ended: it is
 * counted once as surviving and once as not, and the way that hurts the claim counts. A flawed trial counted as a success
 * had the event, as a failure it had none. Of a sample with epochs, an event in any is an event (also: only in all).
 */
export function measureSurvival(spec: SurvivalSpec, trials: PooledTrials): Result<Measured> {
  const read = readLifetimes(spec, trials);
  if (!read.ok) return read;
  const { values } = read.value;
  const isCensored = (value: (typeof values)[number]) => value !== undefined && !value.event && value.time < spec.at;
  const censored = values.filter(isCensored).length;
  const counted = (asEvent: boolean) =>
    countRate(
      spec,
      trials,
      outcomesFrom({
        ...read.value,
        values: values.map((value) => value && (isCensored(value) ? asEvent : value.event && value.time < spec.at)),
      }),
    );
  if (censored === 0) return ok(inSurvivors(counted(true)));
  const before = `trials not watched up to ${spec.at}`;
  const [dead, alive] = [counted(true), counted(false)];
  return ok({
    results: [
      ...inSurvivors(dead, `${before} counted with the event`).results,
      ...inSurvivors(alive, `${before} counted without it`).results,
    ],
    notes: [
      ...dead.notes,
      `${plural(censored, 'row')} not watched up to ${spec.at}, counted with and without the event; the way that hurts counts`,
    ],
  });
}

/** Events before `at` turned into survivors. */
function inSurvivors({ results, notes }: Measured, label?: string): Measured {
  return {
    notes,
    results: results.map(({ policy, counts }): CountedResult => {
      if (counts.kind !== 'binomial') throw new Error(`survivors are counted from events, not from ${counts.kind}`);
      const survivors = { ...counts, events: counts.trials - counts.events };
      return { policy: label === undefined ? policy : { ...policy, class: label }, counts: survivors };
    }),
  };
}
