import { type Distribution, fillQuantiles } from '@surety/numerics';
import type { DoubtValue, StatedDoubt } from '../case/index.js';
import { clipToUnit } from './clip.js';
import { distributionOf } from './distribution-of.js';
import type { DoubtColumn, NoColumn, QuantityDependencies, SampledQuantities } from './sample-quantities.js';

/** A drawn doubt. */
export interface StatedDoubtColumn extends DoubtColumn {
  /** Smallest and largest mean of the experts, where there are several. */
  readonly spread?: { readonly min: number; readonly max: number };
}

/**
 * How many uniform numbers a trial of this doubt takes: none for one number or one quantity, one for one distribution, two
 * for several experts (who is asked, and what the answer is).
 */
export function uniformsOf({ opinions }: StatedDoubt): 0 | 1 | 2 {
  if (opinions.length > 1) return 2;
  return opinions[0]?.value.kind === 'distribution' ? 1 : 0;
}

/**
 * Draws a stated doubt. A number is the same in every trial; a distribution gives its quantile at the uniform; several
 * experts are pooled linearly with equal weights: in each trial the first uniform picks who is asked and the second what
 * the answer is, a quantity answering with its own column. Every answer is clipped to [0, 1], and what was cut off is
 * reported.
 *
 * @param uniforms as many columns as `uniformsOf` says, in the open interval (0, 1), `sampled.trials` long.
 */
export function drawStatedDoubt(
  stated: StatedDoubt,
  sampled: SampledQuantities,
  uniforms: readonly Float64Array[],
): StatedDoubtColumn | NoColumn {
  const pooled = stated.opinions.length > 1;
  const answers: DoubtColumn[] = [];
  const blocked: (NoColumn & { kind: 'blocked' })[] = [];
  for (const { value } of stated.opinions) {
    const answer = drawValue(value, sampled, uniforms[pooled ? 1 : 0]);
    if (answer.kind === 'problem') return answer;
    if (answer.kind === 'blocked') blocked.push(answer);
    else answers.push(answer);
  }
  if (blocked.length > 0) {
    const blockedBy = [...new Set(blocked.flatMap((each) => each.blockedBy))];
    return { kind: 'blocked', blockedBy, dependsOn: joined([...blocked, ...answers].map((each) => each.dependsOn)) };
  }
  return pooled ? pool(answers, uniforms[0]!) : answers[0]!;
}

/**
 * The pooled distribution of a stated doubt, before clipping; none where a quantity is among the opinions. For its exact
 * mean and for drawing it.
 */
export function opinionDistribution({ opinions }: StatedDoubt): Distribution | undefined {
  const components = opinions.map(({ value }) => componentOf(value));
  if (components.includes(undefined)) return undefined;
  if (components.length === 1) return components[0];
  return { kind: 'mixture', components: components as Distribution[], weights: components.map(() => 1) };
}

function componentOf(value: DoubtValue): Distribution | undefined {
  if (value.kind === 'quantity') return undefined;
  return value.kind === 'number' ? { kind: 'point', value: value.value } : distributionOf(value.distribution);
}

function drawValue(
  value: DoubtValue,
  sampled: SampledQuantities,
  uniform: Float64Array | undefined,
): DoubtColumn | NoColumn {
  if (value.kind === 'quantity') return sampled.doubtColumn(value.name);
  const common = { kind: 'column', dependsOn: nothing, policies: [], notes: [] } as const;
  if (value.kind === 'number') return { ...common, ...clipToUnit(value.value) };
  const column = new Float64Array(sampled.trials);
  fillQuantiles(distributionOf(value.distribution), uniform!, column);
  return { ...common, ...clipToUnit(column) };
}

function pool(answers: readonly DoubtColumn[], who: Float64Array): StatedDoubtColumn {
  const column = new Float64Array(who.length);
  for (let i = 0; i < column.length; i++) {
    const { column: answer } = answers[Math.min(answers.length - 1, Math.floor(who[i]! * answers.length))]!;
    column[i] = typeof answer === 'number' ? answer : answer[i]!;
  }
  const means = answers.map((answer) => answer.mean);
  const average = (of: (answer: DoubtColumn) => number) =>
    answers.reduce((sum, answer) => sum + of(answer), 0) / answers.length;
  return {
    kind: 'column',
    column,
    mean: clipToUnit(column).mean,
    // Of the pool: each expert is asked equally often.
    clippedMass: {
      fraction: average((answer) => answer.clippedMass.fraction),
      meanExcess: average((answer) => answer.clippedMass.meanExcess),
    },
    spread: { min: means.reduce((a, b) => Math.min(a, b)), max: means.reduce((a, b) => Math.max(a, b)) },
    dependsOn: joined(answers.map((answer) => answer.dependsOn)),
    policies: answers.flatMap((answer) => answer.policies),
    notes: [...new Set(answers.flatMap((answer) => answer.notes))],
  };
}

const nothing: QuantityDependencies = { quantities: [], evidence: [], builtIns: [] };

function joined(all: readonly QuantityDependencies[]): QuantityDependencies {
  const union = (of: (each: QuantityDependencies) => readonly string[]) => [...new Set(all.flatMap(of))];
  return {
    quantities: union((each) => each.quantities),
    evidence: union((each) => each.evidence),
    builtIns: union((each) => each.builtIns),
  };
}
