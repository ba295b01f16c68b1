/*
 * Uplift of misuse (Clymer et al. 2025, arXiv 2505.18003): risk of an access A is R(A) = a·D·∫ p_A(t) f_T(t) dt, with a
 * attempts a year, damage D of a success, f_T the density of the time that an actor invests, and p_A the probability of
 * success given that time. Uplift is the difference that the system makes.
 */

/** Attempts and damage that both sides of an uplift share. */
export interface Misuse {
  /** Attempts per year, at least 0. */
  readonly attempts: number;
  /** Damage of one success, in any one unit, at least 0. */
  readonly damage: number;
}

/**
 * Risk where success comes at a constant rate, p(t) = 1 − e^(−λt), and actors give up at a constant rate, f(t) = μe^(−μt):
 * a·D·λ/(λ+μ).
 *
 * @param lambda successes per unit of time, at least 0. @param mu above 0, per the same unit.
 */
export function exponentialMisuseRisk({ attempts, damage }: Misuse, lambda: number, mu: number): number {
  return lambda >= 0 && mu > 0 ? (attempts * damage * lambda) / (lambda + mu) : Number.NaN;
}

/** A point of a curve that was measured: after so much time, this share. */
export interface CurvePoint {
  readonly time: number;
  readonly share: number;
}

/**
 * The same from measured curves: the probability of success after a time (straight between points, level after the last
 * one, 0 at time 0), over the shares of actors who stop by then (straight between points). Exact for such curves. Shares
 * must not fall and time must rise, else `NaN`; actors who never stop within the curve count with the last success share,
 * which is too low where success would still rise: measure until nobody is left.
 */
export function measuredMisuseRisk(
  { attempts, damage }: Misuse,
  success: readonly CurvePoint[],
  stopped: readonly CurvePoint[],
): number {
  if (!rises(success) || !rises(stopped) || stopped.length === 0) return Number.NaN;
  const times = [...new Set([0, ...success.map(({ time }) => time), ...stopped.map(({ time }) => time)])].sort(
    (a, b) => a - b,
  );
  let mean = 0;
  for (let i = 1; i < times.length; i++) {
    const [from, to] = [times[i - 1]!, times[i]!];
    // Both are straight here, so the mean of success over those who stop here is that of its ends.
    mean += (at(stopped, to) - at(stopped, from)) * ((at(success, from) + at(success, to)) / 2);
  }
  const end = times.at(-1)!;
  mean += (1 - at(stopped, end)) * at(success, end);
  return attempts * damage * mean;
}

function rises(curve: readonly CurvePoint[]): boolean {
  return curve.every(
    ({ time, share }, i) =>
      time >= 0 && share >= 0 && share <= 1 && (i === 0 || (time > curve[i - 1]!.time && share >= curve[i - 1]!.share)),
  );
}

function at(curve: readonly CurvePoint[], time: number): number {
  let [before, share] = [0, 0];
  for (const point of curve) {
    if (point.time >= time) {
      if (point.time === time) return point.share;
      return share + ((point.share - share) * (time - before)) / (point.time - before);
    }
    [before, share] = [point.time, point.share];
  }
  return share;
}
