import type { CredibilitySpec } from '@surety/core/case';
import {
  bootstrapMean,
  brierLoss,
  expectedCalibrationError,
  type Forecast,
  logLoss,
  logLossRange,
} from '@surety/core/statistics';
import { failed, ok, type Result } from '../problem.js';
import { plural } from '../text/index.js';
import type { PooledTrials } from '../trials/index.js';
import { fieldNumber, forecastRange } from './field-number.js';
import type { Measured } from './measured.js';
import { type RowValues, rowValues } from './row-values.js';
import { eventOf } from './success.js';
import { countValues } from './values.js';

/** A forecast of each, and whether the event came. */
interface Pair {
  readonly own: number;
  readonly other: number;
  readonly event: boolean;
}

/**
 * The mean paired difference of losses, the advisor's less the other's: below 0 the advisor is the better forecaster. A
 * Brier difference lies in [−1, 1]. A logarithmic one has no range unless forecasts are held away from 0 and 1 by a
 * floor, and is refused without one. A flawed trial counted as a success has the best difference, as a failure the worst.
 */
export function measureCredibility(spec: CredibilitySpec, trials: PooledTrials): Result<Measured> {
  const { rule, floor } = spec;
  if (rule === 'log' && floor === undefined) {
    return failed({
      code: 'no-floor',
      message: 'the logarithmic loss has no largest value, so its mean has no bound',
      expected: 'a `floor` such as 0.01, from which forecasts are held up, or `rule: brier`',
    });
  }
  const loss = (forecast: number, event: boolean) =>
    rule === 'log' ? logLoss(forecast, event, floor!) : brierLoss(forecast, event);
  const pairs = readPairs(spec, trials);
  if (!pairs.ok) return pairs;
  const { values, ...read } = pairs.value;
  const high = rule === 'log' ? logLossRange(floor!) : 1;
  const within = (difference: number) => Math.min(high, Math.max(-high, difference));
  const differences = values.map((pair) => pair && within(loss(pair.own, pair.event) - loss(pair.other, pair.event)));
  const counted = countValues(
    spec,
    trials,
    { ...read, values: differences },
    { low: -high, high, asSuccess: -high, asFailure: high },
  );
  const good = values.filter((pair) => pair !== undefined);
  return ok({ ...counted, notes: [...counted.notes, ...forecastNotes(spec, good, loss)] });
}

function readPairs(spec: CredibilitySpec, trials: PooledTrials): Result<RowValues<Pair>> {
  const own = fieldNumber(trials, spec.forecast, spec.scorer, forecastRange);
  if (!own.ok) return own;
  const other = fieldNumber(trials, spec.against, spec.scorer, forecastRange);
  if (!other.ok) return other;
  const outcome = eventOf(spec.outcome, trials, spec.scorer);
  if (!outcome.ok) return outcome;
  return rowValues<Pair>(trials, (row) => {
    const [mine, theirs, event] = [own.value(row), other.value(row), outcome.value(row)];
    if (!mine.ok || typeof mine.value !== 'number') return mine as Result<never>;
    if (!theirs.ok || typeof theirs.value !== 'number') return theirs as Result<never>;
    if (!event.ok || typeof event.value !== 'boolean') return event as Result<never>;
    return ok({ own: mine.value, other: theirs.value, event: event.value });
  });
}

/** Numbers beside the bound, of good rows only: they say what the difference is made of, and no doubt rests on them. */
function forecastNotes(
  { rule, floor }: CredibilitySpec,
  pairs: readonly Pair[],
  loss: (forecast: number, event: boolean) => number,
): string[] {
  const mean = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const own = mean((pair) => loss(pair.own, pair.event));
  const other = mean((pair) => loss(pair.other, pair.event));
  const differences = pairs.map((pair) => loss(pair.own, pair.event) - loss(pair.other, pair.event));
  const { lower, upper } = bootstrapMean(differences.slice(0, bootstrapped), 0.025, 1000, 'credibility');
  const error = (of: (pair: Pair) => number) =>
    expectedCalibrationError(
      pairs.map((pair): Forecast => ({ probability: of(pair), event: pair.event })),
      10,
    );
  const held = pairs.filter(({ own: a, other: b }) => [a, b].some((p) => p < (floor ?? 0) || p > 1 - (floor ?? 0)));
  const clipped =
    rule === 'log' && held.length > 0
      ? [`forecasts that were held between ${floor} and ${1 - floor!}: in ${plural(held.length, 'row')}`]
      : [];
  const sampled = pairs.length > bootstrapped ? `, of the first ${bootstrapped} rows` : '';
  return [
    `mean loss ${figure(own)} against ${figure(other)} in ${plural(pairs.length, 'good row')}; 95 % bootstrap interval of the difference [${figure(lower)}, ${figure(upper)}]${sampled}, for comparison: it has no width where all rows are alike, and no doubt rests on it`,
    `expected calibration error in ten bins: ${figure(error(({ own: p }) => p))} against ${figure(error(({ other: p }) => p))}`,
    ...clipped,
  ];
}

/** Rows that are resampled at most, so that a long table costs no more. */
const bootstrapped = 5000;

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
