import type { Counts, EventCount, RateSpec } from '@surety/core/case';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { countEvents } from './count-events.js';
import { appliedPolicies, extremePolicies, occurringIn } from './flaw.js';
import type { Measured } from './measured.js';
import { cellOf } from './names.js';
import { outcomesOf } from './outcomes.js';

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
  const field = spec.strategy ?? spec.clusterBy;
  const cell = field === undefined ? undefined : cellOf(trials, field, spec.scorer);
  if (cell?.ok === false) return cell;
  const part = cell && ((row: number) => String(cell.value(row) ?? '(none stated)'));
  // The bounds over clusters that use their spread need not rise with every event more.
  const spread = spec.clusters === 'robust' || spec.clusters === 'beta-binomial';
  const policies = (spread ? appliedPolicies : extremePolicies)(spec, occurringIn(outcomes.value.flaws));
  const counted = countEvents(spec, trials, outcomes.value, policies, (parts) => countsOf(spec, parts), part);
  const clusters = spec.clusterBy === undefined ? [] : clusterNotes(spec.clusterBy, counted.parts, counted.trials);
  return ok({ results: counted.results, notes: [...counted.notes, ...clusters] });
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
