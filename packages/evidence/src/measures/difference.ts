import type { AppliedCounting, AppliedPolicy, CountedResult, DifferenceSpec } from '@surety/core/case';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { countAll, countAny, emptyTally, flawNotes, policyWith } from './flaw.js';
import { groupNotes, groupRows, tallyParts } from './groups.js';
import type { Measured } from './measured.js';
import { cellOf } from './names.js';
import { type Outcomes, outcomesOf } from './outcomes.js';
import { type Arms, countPairs } from './pairs.js';
import { misfit } from './row-values.js';

/**
 * By how much the rate of an event differs between two arms. A sample is one trial of each arm that it was run in, an
 * event if any of its epochs there is; where epochs of one arm differ it is also counted as an event only if all are.
 *
 * Flawed trials are counted in three ways, of which one is the worst whatever is required: excluded; successes of the
 * treated and failures of the controls; the other way round. With `paired`, only samples that were run in both arms
 * count, see `countPairs`.
 */
export function measureDifference(spec: DifferenceSpec, trials: PooledTrials): Result<Measured> {
  if (String(spec.treated) === String(spec.control)) {
    const message = `the treated and the controls have the same value “${spec.treated}”`;
    return failed({ code: 'measure-options', message, expected: 'two values of the arm' });
  }
  const arm = cellOf(trials, spec.arm, spec.scorer);
  if (!arm.ok) return arm;
  const outcomes = outcomesOf(spec.success, trials, spec.scorer);
  if (!outcomes.ok) return outcomes;
  for (let row = 0; row < trials.rows; row++) {
    if (arm.value(row) !== undefined) continue;
    // It may be a trial of either arm, flawed ones above all; left out, it would be excluded whatever its policy.
    return failed(misfit(trials, row, `“${spec.arm}” has no value`, 'the arm of every row'));
  }
  const arms: Arms = Array.from({ length: trials.rows }, (_, row) => {
    const value = String(arm.value(row));
    return value === String(spec.treated) ? 'treated' : value === String(spec.control) ? 'control' : undefined;
  });
  const { flaws, unscored } = outcomes.value;
  for (const name of ['treated', 'control'] as const) {
    if (!arms.some((each, row) => each === name && flaws[row] === 0)) return failed(noRows(name, spec));
  }
  const neither = arms.filter((each) => each === undefined).length;
  const counted = spec.paired ? pairedResults : unpairedResults;
  const { results, notes } = counted(spec, trials, arms, outcomes.value);
  return ok({
    results,
    notes: [
      ...(neither === 0 ? [] : [`rows of neither arm, left out: ${neither} of ${trials.rows}`]),
      ...flawNotes(flaws, unscored),
      ...notes,
    ],
  });
}

/** How the flawed trials of the two arms are counted where their policy is `worst`. */
const openWays: readonly (readonly [treated: AppliedCounting, control: AppliedCounting])[] = [
  ['exclude', 'exclude'],
  ['count as success', 'count as failure'],
  ['count as failure', 'count as success'],
];

function unpairedResults(spec: DifferenceSpec, trials: PooledTrials, arms: Arms, outcomes: Outcomes): Measured {
  const { flaws, events } = outcomes;
  const groups = groupRows(trials, spec.groupBy, (row) => arms[row] ?? '');
  const occurring = occurringByArm(arms, flaws);
  const counted = (all: boolean): CountedResult[] => {
    const marked = all ? events.map((event, row) => (flaws[row] === 0 ? 1 - event : 0)) : events;
    const { parts } = tallyParts(groups, flaws, marked, (row) => arms[row]);
    const tallyOf = (name: string) => parts.find((part) => part.name === name)?.tally ?? emptyTally();
    return openWays.map(([forTreated, forControl]) => {
      const treated = policyWith(spec, occurring.treated, forTreated);
      const control = policyWith(spec, occurring.control, forControl);
      const policy: AppliedPolicy = {
        ...treated,
        ...(all ? { epochs: 'all' as const } : {}),
        class: 'treated',
        other: { ...control, class: 'control' },
      };
      const count = all ? countAll : countAny;
      const counts = {
        kind: 'difference',
        treated: count(tallyOf('treated'), treated),
        control: count(tallyOf('control'), control),
      } as const;
      return { policy, counts };
    });
  };
  const { mixed, mayMix } = tallyParts(groups, flaws, events, (row) => arms[row]);
  const rows = arms.filter((arm) => arm !== undefined).length;
  const trialsOf = new Set(arms.flatMap((arm, row) => (arm === undefined ? [] : [groups.of[row]!]))).size;
  return {
    results: mayMix ? [...counted(false), ...counted(true)] : counted(false),
    notes: groupNotes(trialsOf, rows, mixed),
  };
}

function pairedResults(spec: DifferenceSpec, trials: PooledTrials, arms: Arms, outcomes: Outcomes): Measured {
  const occurring = occurringByArm(arms, outcomes.flaws);
  const keys = (row: number) => (spec.groupBy === 'none' ? `${trials.epoch[row]!} ` : '') + trials.sample[row]!;
  const counted = (all: boolean) => {
    const found = countPairs({ spec, arms, outcomes, keyOf: keys, all });
    return {
      ...found,
      results: found.ways.map((counts, at): CountedResult => {
        const [forTreated, forControl] = openWays[at]!;
        const policy: AppliedPolicy = {
          ...policyWith(spec, occurring.treated, forTreated),
          ...(all ? { epochs: 'all' as const } : {}),
          class: 'treated',
          other: { ...policyWith(spec, occurring.control, forControl), class: 'control' },
        };
        return { policy, counts };
      }),
    };
  };
  const inAny = counted(false);
  const single = inAny.single === 0 ? [] : [`samples that were run in one arm only, left out: ${inAny.single}`];
  return {
    results: inAny.mayMix ? [...inAny.results, ...counted(true).results] : inAny.results,
    notes: [`${plural(inAny.samples, 'sample')} were run in both arms`, ...single],
  };
}

function occurringByArm(arms: Arms, flaws: Uint8Array): { readonly treated: number; readonly control: number } {
  const of = (name: string) => flaws.reduce((mask, flaw, row) => (arms[row] === name ? mask | flaw : mask), 0);
  return { treated: of('treated'), control: of('control') };
}

function noRows(name: 'treated' | 'control', spec: DifferenceSpec): Problem {
  const message = `there is no good row with ${spec.arm} “${spec[name]}”`;
  return { code: 'no-arm-rows', message, expected: 'scored rows of both arms' };
}
