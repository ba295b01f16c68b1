import type {
  AgreementSpec,
  Counting,
  CredibilitySpec,
  HazardSpec,
  MeanSpec,
  MeasureSpec,
  RepeatsSpec,
  SurvivalSpec,
  TailSpec,
} from '@surety/core/case';
import { measureLogs } from './measure.js';
import { rate } from './specs.testing.js';

/** What every measure says, from the one that is there already. */
const { kind: _, success: __, ...counting } = rate('score >= 1');

type More<T extends Counting> = Partial<T>;

export const mean = (more: More<MeanSpec> = {}): MeanSpec => ({
  ...counting,
  kind: 'mean',
  value: 'credit',
  range: [0, 1],
  ...more,
});

export const credibility = (more: More<CredibilitySpec> = {}): CredibilitySpec => ({
  ...counting,
  kind: 'credibility',
  forecast: 'advisor',
  against: 'human',
  outcome: 'came',
  rule: 'brier',
  ...more,
});

export const repeats = (more: More<RepeatsSpec> = {}): RepeatsSpec => ({
  ...counting,
  kind: 'repeats',
  success: 'passed == true',
  k: 2,
  ...more,
});

export const hazard = (more: More<HazardSpec> = {}): HazardSpec => ({
  ...counting,
  kind: 'hazard',
  event: 'failed',
  time: 'hours',
  unit: 'hour',
  ...more,
});

export const survival = (more: More<SurvivalSpec> = {}): SurvivalSpec => ({
  ...counting,
  kind: 'survival',
  event: 'failed',
  time: 'hours',
  at: 10,
  ...more,
});

export const tail = (more: More<TailSpec> = {}): TailSpec => ({
  ...counting,
  kind: 'tail',
  elicitation: 'p',
  uses: 10_000,
  ...more,
});

export const agreement = (more: More<AgreementSpec> = {}): AgreementSpec => ({
  ...counting,
  kind: 'agreement',
  graders: ['ann', 'bob'],
  ...more,
});

/** Results and notes; a problem throws its code and message. */
export function measured(spec: MeasureSpec, ...logs: Parameters<typeof measureLogs>[1]) {
  const found = measureLogs(spec, logs);
  if (!found.ok) throw new Error(`${found.problem.code}: ${found.problem.message}`);
  return found.value;
}

/** The counts of every way of counting that makes a difference. */
export const countsOf = (spec: MeasureSpec, ...logs: Parameters<typeof measureLogs>[1]) =>
  measured(spec, ...logs)
    .results.map(({ counts }) => counts)
    .filter((counts, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(counts)) === at);
