import { meanOf, sumCompensated } from '@surety/numerics';
import { binomialLower, binomialUpper } from './binomial-bounds.js';
import { brierLoss } from './proper-scores.js';

/** A forecast probability of an event, and whether it came. */
export interface Forecast {
  readonly probability: number;
  readonly event: boolean;
}

/** The forecasts in one bin: a point of the reliability diagram. */
export interface ReliabilityBin {
  /** The bin holds low ≤ probability < high; the last one also 1. */
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly events: number;
  readonly meanForecast: number;
  /** Share of the events, and its Clopper–Pearson bounds with α outside on each side. */
  readonly frequency: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The reliability diagram: bins of equal width that hold a forecast. The bounds hold for each bin by itself, for
 * independent events, and for the mean of the bin's probabilities rather than for each of them.
 *
 * @param alpha tail on each side, in (0, 1).
 */
export function reliabilityTable(forecasts: readonly Forecast[], bins: number, alpha: number): ReliabilityBin[] {
  return binned(forecasts, bins).map(({ index, held }) => {
    const events = held.filter(({ event }) => event).length;
    return {
      low: index / bins,
      high: (index + 1) / bins,
      count: held.length,
      events,
      meanForecast: meanOf(held.map(({ probability }) => probability)),
      frequency: events / held.length,
      lower: binomialLower(events, held.length, alpha),
      upper: binomialUpper(events, held.length, alpha),
    };
  });
}

/** What the Brier score is made of: brier = reliability − resolution + uncertainty + within. */
export interface BrierParts {
  readonly brier: number;
  /** Distance of forecasts from frequencies: 0 is calibrated. */
  readonly reliability: number;
  /** Spread of the frequencies: the more, the more was told apart. */
  readonly resolution: number;
  /** Variance of the event itself. */
  readonly uncertainty: number;
  /** What joining unequal forecasts in a bin adds (Stephenson, Coelho & Jolliffe 2008); 0 where a bin's are equal. */
  readonly within: number;
}

/**
 * Murphy's decomposition (1973, A new vector partition of the probability score) over bins of equal width. Biased in small
 * samples: reliability and resolution are both too large where bins hold few forecasts.
 */
export function murphyDecomposition(forecasts: readonly Forecast[], bins: number): BrierParts {
  const n = forecasts.length;
  const base = forecasts.filter(({ event }) => event).length / n;
  const parts = binned(forecasts, bins).map(({ held }) => {
    const forecast = meanOf(held.map(({ probability }) => probability));
    const frequency = held.filter(({ event }) => event).length / held.length;
    const deviations = held.map(({ probability, event }) => {
      const own = probability - forecast;
      return own * own - 2 * ((event ? 1 : 0) - frequency) * own;
    });
    return { weight: held.length / n, forecast, frequency, within: sumCompensated(deviations) / n };
  });
  const sum = (of: (part: (typeof parts)[number]) => number) => sumCompensated(parts.map(of));
  return {
    brier: meanOf(forecasts.map(({ probability, event }) => brierLoss(probability, event))),
    reliability: sum(({ weight, forecast, frequency }) => weight * (forecast - frequency) * (forecast - frequency)),
    resolution: sum(({ weight, frequency }) => weight * (frequency - base) * (frequency - base)),
    uncertainty: base * (1 - base),
    within: sum(({ within }) => within),
  };
}

/**
 * Expected calibration error: the mean distance of a bin's forecast from its frequency, weighted by its count (Naeini,
 * Cooper & Hauskrecht 2015; Guo et al. 2017). It depends on the bins, and above 0 even for a calibrated forecaster.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins: number): number {
  const gaps = reliabilityTable(forecasts, bins, 0.025).map(
    ({ count, meanForecast, frequency }) => count * Math.abs(meanForecast - frequency),
  );
  return sumCompensated(gaps) / forecasts.length;
}

function binned(forecasts: readonly Forecast[], bins: number) {
  const held = new Map<number, Forecast[]>();
  for (const forecast of forecasts) {
    // The product may round up to the next bin's edge, or a hair below its own: the edges decide.
    let index = Math.min(bins - 1, Math.floor(forecast.probability * bins));
    if (index > 0 && forecast.probability < index / bins) index -= 1;
    if (index < bins - 1 && forecast.probability >= (index + 1) / bins) index += 1;
    const bin = held.get(index);
    if (bin === undefined) held.set(index, [forecast]);
    else bin.push(forecast);
  }
  return [...held].sort(([a], [b]) => a - b).map(([index, all]) => ({ index, held: all }));
}
