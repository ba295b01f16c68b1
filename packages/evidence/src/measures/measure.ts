import { distinctResults, type MeasureKind, type MeasureSpec } from '@surety/core/case';
import { failed, ok, type Result } from '../problem.js';
import type { Log } from '../readers/index.js';
import { type PooledTrials, poolTrials } from '../trials/index.js';
import { measureAgreement } from './agreement.js';
import { measureCredibility } from './credibility.js';
import { measureDetection } from './detection.js';
import { measureDifference } from './difference.js';
import { measureFaultTree } from './fault-tree.js';
import { measureHazard } from './hazard.js';
import { measureMean } from './mean.js';
import type { Measured } from './measured.js';
import { measureRate } from './rate.js';
import { measureRepeats } from './repeats.js';
import { misfit } from './row-values.js';
import { measureSurvival } from './survival.js';
import { measureTail } from './tail.js';

type Measurer<K extends MeasureKind> = (
  spec: MeasureSpec & { readonly kind: K },
  trials: PooledTrials,
) => Result<Measured>;

/** Kinds that count trials. */
type Counted = Exclude<MeasureKind, 'fault tree'>;
/** A measure that counts trials. */
export type CountedSpec = MeasureSpec & { readonly kind: Counted };

/** One for every kind of measure that counts trials; a kind without one does not compile. */
const measurers: { readonly [K in Counted]: Measurer<K> } = {
  rate: measureRate,
  detection: measureDetection,
  difference: measureDifference,
  mean: measureMean,
  credibility: measureCredibility,
  repeats: measureRepeats,
  hazard: measureHazard,
  survival: measureSurvival,
  tail: measureTail,
  agreement: measureAgreement,
};

/** Condenses the trials of one or more sources into counts, one result for every way of counting that makes a difference. */
export function measureLogs(spec: MeasureSpec, logs: readonly Log[]): Result<Measured> {
  if (spec.kind === 'fault tree') return measureFaultTree(spec, logs);
  const trials = poolTrials(logs);
  if (trials.rows === 0)
    return failed({ code: 'no-rows', message: 'the source holds no rows', expected: 'at least one sample' });
  const measured = measureTrials(spec, trials);
  if (!measured.ok) return measured;
  const shared =
    trials.shared === 0 ? [] : [`samples that stand in several sources, counted as epochs of one: ${trials.shared}`];
  const repeated =
    trials.repeated === 0 ? [] : [`rows of trials that stand in several sources, counted once: ${trials.repeated}`];
  return ok({
    results: distinctResults(measured.value.results),
    notes: [...shared, ...repeated, ...measured.value.notes],
  });
}

/** The same of trials that are one table already. */
export function measureTrials(spec: CountedSpec, trials: PooledTrials): Result<Measured> {
  if (trials.clash !== undefined)
    return failed({
      ...misfit(trials, trials.clash, 'the same trial stands in two sources, and not alike', 'each trial once'),
      code: 'pooled-twice',
    });
  return (measurers[spec.kind] as Measurer<Counted>)(spec, trials);
}
