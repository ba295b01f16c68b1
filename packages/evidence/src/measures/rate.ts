import type { AppliedPolicy, CountedResult, Counts, EventCount, FlawPolicy, RateSpec } from '@surety/core/case';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { appliedPolicies, countTally, extremePolicies, flawNotes, maskOf, occurringIn } from './flaw.js';
import { groupNotes, groupRows, type TalliedParts, tallyParts } from './groups.js';
import { cellOf } from './names.js';
import { outcomesOf } from './outcomes.js';

export interface Measured {
  readonly results: readonly CountedResult[];
  readonly notes: readonly string[];
}

/**
 * The rate of an event over trials; the event is that the success expression is true.
 *
 * With `groupBy: sample` the epochs of a sample are one trial, which is an event if any good epoch is one; where samples
 * have epochs of both kinds it is also counted the other way, an event only if all are. A flawed epoch
 * follows its policy inside the sample: excluded, it says nothing (a sample of which nothing is left is no trial);
 * counted as success, it makes the sample an event; counted as failure, it makes the sample a trial but no event. The
 * truth about the flawed epochs lies between the last two whatever it is, so that the worst of all results is a bound.
 *
 * A sample whose epochs belong to several strategies or clusters is a trial of each.
 */
export function measureRate(spec: RateSpec, trials: PooledTrials): Result<Measured> {
  const clash = clashOf(spec);
  if (clash !== undefined) return failed(clash);
  const outcomes = outcomesOf(spec.success, trials, spec.scorer);
  if (!outcomes.ok) return outcomes;
  const { flaws, events, unscored } = outcomes.value;
  const field = spec.strategy ?? spec.clusterBy;
  const cell = field === undefined ? undefined : cellOf(trials, field, spec.scorer);
  if (cell?.ok === false) return cell;
  const part = (row: number) => (cell === undefined ? 'all' : String(cell.value(row) ?? '(none stated)'));
  const groups = groupRows(trials, spec.groupBy, cell === undefined ? undefined : part);
  const occurring = occurringIn(flaws);
  // The bounds over clusters that use their spread need not rise with every event more.
  const spread = spec.clusters === 'robust' || spec.clusters === 'beta-binomial';
  const policies = spread ? appliedPolicies(spec, occurring) : extremePolicies(spec, occurring);
  const inAny = tallyParts(groups, flaws, events, part);
  const results = policies.map((policy): CountedResult => {
    const counts = inAny.parts.map(({ name, tally }) => ({
      name,
      ...countTally(tally, maskOf(policy, 'count as success'), maskOf(policy, 'count as failure')),
    }));
    return { policy, counts: countsOf(spec, counts) };
  });
  const inAll = () =>
    countedInAll(
      spec,
      policies,
      tallyParts(
        groups,
        flaws,
        events.map((event, row) => (flaws[row] === 0 ? 1 - event : 0)),
        part,
      ),
    );
  return ok({
    results: inAny.mixed === 0 ? results : [...results, ...inAll()],
    notes: [
      ...flawNotes(flaws, unscored),
      ...groupNotes(groups.count, trials.rows, inAny.mixed),
      ...(spec.clusterBy === undefined ? [] : clusterNotes(spec.clusterBy, inAny.parts.length, groups.count)),
    ],
  });
}

/**
 * An event in all epochs of a sample: no epoch without one, so the complement is counted as "any". Beside "any" it lets
 * the requirement take the way that hurts.
 */
function countedInAll(
  spec: RateSpec,
  policies: readonly FlawPolicy[],
  { parts }: TalliedParts,
): readonly CountedResult[] {
  return policies.map((policy) => {
    const counts = parts.map(({ name, tally }) => {
      const without = countTally(tally, maskOf(policy, 'count as failure'), maskOf(policy, 'count as success'));
      return { name, events: without.trials - without.events, trials: without.trials };
    });
    const applied: AppliedPolicy = { ...policy, epochs: 'all' };
    return { policy: applied, counts: countsOf(spec, counts) };
  });
}

function countsOf(spec: RateSpec, parts: readonly ({ readonly name: string } & EventCount)[]): Counts {
  if (spec.strategy !== undefined) return { kind: 'strata', strata: parts };
  if (spec.clusterBy !== undefined) {
    const kind = { worst: 'clusters', robust: 'robust-clusters', 'beta-binomial': 'beta-binomial' } as const;
    const clusters = parts.map(({ events, trials }) => ({ events, trials }));
    return { kind: kind[spec.clusters ?? 'worst'], clusters };
  }
  const { events, trials } = parts[0]!;
  if (spec.prior !== undefined) {
    const { confidence, below } = spec.prior;
    return { kind: 'conservative', events, trials, confidence, below };
  }
  return { kind: spec.sequential === true ? 'sequential' : 'binomial', events, trials };
}

/** Options that no one estimator takes together. */
function clashOf({ strategy, clusterBy, clusters, prior, sequential }: RateSpec): Problem | undefined {
  const stated = [
    ...(strategy === undefined ? [] : ['strategy']),
    ...(clusterBy === undefined ? [] : ['clusterBy']),
    ...(prior === undefined ? [] : ['prior']),
    ...(sequential === true ? ['sequential'] : []),
  ];
  if (stated.length > 1) {
    const message = `the measure states ${stated.join(' and ')}, and no estimate takes them together`;
    return { code: 'measure-options', message, expected: 'one of strategy, clusterBy, prior, sequential' };
  }
  if (clusters === undefined || clusterBy !== undefined) return undefined;
  const message = `the measure states \`clusters: ${clusters}\` and not what the clusters are`;
  return { code: 'measure-options', message, expected: 'clusterBy: a field of the trials' };
}

function clusterNotes(field: string, clusters: number, samples: number): string[] {
  const said = `${plural(samples, 'trial')} in ${plural(clusters, 'cluster')} by ${field}`;
  return [clusters < fewClusters ? `${said}: too few clusters to know how much they differ` : said];
}

/** Below this the spread between clusters is a guess (Cameron, Gelbach, Miller 2008). */
const fewClusters = 10;
