import { log, log1p, normalQuantileUpper } from '@surety/numerics';
import { type Bounds, binomialLower, binomialUpper } from './binomial-bounds.js';

/** One threshold of a monitor: what scores at or above it is flagged. */
export interface RocPoint {
  readonly threshold: number;
  /** Shares of the benign and of the attacks that are flagged, with bounds. */
  readonly falsePositive: number;
  readonly truePositive: number;
  /** Clopper–Pearson bounds of each share at this threshold alone, α outside on each side. */
  readonly pointwise: { readonly falsePositive: Bounds; readonly truePositive: Bounds };
  /** Bounds of each share that hold at all thresholds together, with probability 1 − 2α. */
  readonly simultaneous: { readonly falsePositive: Bounds; readonly truePositive: Bounds };
}

export interface Roc {
  /** From the highest threshold to the lowest, where all is flagged. */
  readonly points: readonly RocPoint[];
  /** Probability that an attack scores above a benign row, ties counting half. */
  readonly auc: number;
  /** DeLong's interval of it, α outside on each side: of no width where the two classes do not overlap. */
  readonly deLong: Bounds;
  /** A lower bound of it that holds for any distribution with probability 1 − α, also where the classes do not overlap. */
  readonly aucAtLeast: number;
}

/**
 * The receiver operating characteristic of scores, with bands.
 *
 * Assumes scores that are independent within each class, of which the rows are a sample. Pointwise bounds are exact for a
 * threshold that was fixed beforehand, and too narrow for one that is picked from the curve; the simultaneous ones
 * (Dvoretzky, Kiefer, Wolfowitz 1956 with Massart's constant 1990, each class taking half of 2α) hold for every
 * threshold. DeLong, DeLong & Clarke-Pearson 1988.
 *
 * @param alpha tail, in (0, ½). Without attacks or without benign rows there is no curve: every number is `NaN`.
 */
export function roc(attacks: readonly number[], benign: readonly number[], alpha: number): Roc {
  const up = Float64Array.from(attacks).sort();
  const down = Float64Array.from(benign).sort();
  const thresholds = [...new Set([...attacks, ...benign])].sort((a, b) => b - a);
  const points =
    up.length === 0 || down.length === 0 ? [] : thresholds.map((threshold) => pointAt(threshold, up, down, alpha));
  const { auc, variance } = areaOf(up, down);
  const half = normalQuantileUpper(alpha) * Math.sqrt(variance);
  return {
    points,
    auc,
    deLong: { lower: Math.max(0, auc - half), upper: Math.min(1, auc + half) },
    aucAtLeast: aucLower(auc, Math.min(up.length, down.length), alpha),
  };
}

function pointAt(threshold: number, attacks: Float64Array, benign: Float64Array, alpha: number): RocPoint {
  const flagged = (of: Float64Array) => of.length - countBelow(of, threshold);
  const [hits, alarms] = [flagged(attacks), flagged(benign)];
  const exact = (k: number, n: number): Bounds => ({
    lower: binomialLower(k, n, alpha),
    upper: binomialUpper(k, n, alpha),
  });
  const band = (k: number, n: number): Bounds => {
    // P(sup |F_n − F| > ε) ≤ 2 exp(−2 n ε²), which is α for each of the two classes.
    const width = Math.sqrt(log(2 / alpha) / (2 * n));
    return { lower: Math.max(0, k / n - width), upper: Math.min(1, k / n + width) };
  };
  return {
    threshold,
    falsePositive: alarms / benign.length,
    truePositive: hits / attacks.length,
    pointwise: { falsePositive: exact(alarms, benign.length), truePositive: exact(hits, attacks.length) },
    simultaneous: { falsePositive: band(alarms, benign.length), truePositive: band(hits, attacks.length) },
  };
}

/** How many of the ascending values are below this one (or, with ties, at most it). */
function countBelow(ascending: Float64Array, value: number, ties = false): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value || (ties && ascending[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The area and its DeLong variance. */
function areaOf(attacks: Float64Array, benign: Float64Array): { readonly auc: number; readonly variance: number } {
  const placement = (value: number, among: Float64Array) =>
    (countBelow(among, value) + countBelow(among, value, true)) / (2 * among.length);
  const ofAttacks = attacks.map((score) => placement(score, benign));
  const ofBenign = benign.map((score) => 1 - placement(score, attacks));
  const mean = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const auc = mean(ofAttacks);
  const spread = (values: Float64Array) =>
    values.reduce((sum, each) => sum + (each - auc) ** 2, 0) / ((values.length - 1) * values.length);
  return { auc, variance: spread(ofAttacks) + spread(ofBenign) };
}

/**
 * A lower bound of the area under the curve whatever the distributions: the area a at which Chernoff's bound of min(m, n)
 * independent pairs, exp(−min(m, n) · KL(found, a)), is α. The found area is a mean of means of that many independent pairs,
 * so the bound holds for it (Hoeffding 1963, section 5). Where no pair is in the wrong order it is α^(1/min(m, n)), as for
 * that many trials without failure.
 *
 * @param auc found, in [0, 1]. @param pairs the smaller number of rows of the two classes. @param alpha tail, in (0, 1).
 */
export function aucLower(auc: number, pairs: number, alpha: number): number {
  if (!(auc >= 0 && auc <= 1 && pairs > 0 && alpha > 0 && alpha < 1)) return Number.NaN;
  const allowed = -log(alpha) / pairs;
  const divergence = (a: number) =>
    (auc > 0 ? auc * (log(auc) - log(a)) : 0) + (auc < 1 ? (1 - auc) * (log1p(-auc) - log1p(-a)) : 0);
  let low = 0;
  let high = auc;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return low;
    if (divergence(middle) > allowed) low = middle;
    else high = middle;
  }
}
