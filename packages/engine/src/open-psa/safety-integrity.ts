/** A number at a time. */
export interface CurvePoint {
  readonly time: number;
  readonly value: number;
}

/** In which share of the time a curve is from the lower end up to the upper end of a band. */
export interface Band {
  readonly lower: number;
  readonly upper: number;
  readonly share: number;
}

/** What the safety integrity levels of IEC 61508 are read from. */
export interface SafetyIntegrity {
  /** Mean probability of failure on demand, and the share of the time in each band of it. */
  readonly pfd: number;
  readonly pfdBands: readonly Band[];
  /** Mean probability of failure per hour, and the share of the time in each band of it. */
  readonly pfh: number;
  readonly pfhBands: readonly Band[];
}

const demandBands = [0, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1];
const hourBands = [0, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1];

/**
 * The mean of a probability over the time (on demand) and of the probability over the time passed (per hour), with the curve
 * straight between its points, as in SCRAM. At time 0 the failures per hour are taken to be those of the next point, where SCRAM
 * takes 0, which would count the first step half.
 *
 * @param curve at least two points, time ascending from 0.
 */
export function safetyIntegrity(curve: readonly CurvePoint[]): SafetyIntegrity {
  const perHour = curve.map(({ time, value }, i) => {
    const from = i === 0 ? curve[1]! : { time, value };
    return { time, value: from.value / from.time };
  });
  return {
    pfd: meanOf(curve),
    pfdBands: bandsOf(curve, demandBands),
    pfh: meanOf(perHour),
    pfhBands: bandsOf(perHour, hourBands),
  };
}

function pairs(curve: readonly CurvePoint[]): readonly (readonly [CurvePoint, CurvePoint])[] {
  return curve.slice(1).map((to, i) => [curve[i]!, to]);
}

function span(curve: readonly CurvePoint[]): number {
  return curve.at(-1)!.time - curve[0]!.time;
}

function meanOf(curve: readonly CurvePoint[]): number {
  const area = pairs(curve).reduce((sum, [a, b]) => sum + 0.5 * (a.value + b.value) * (b.time - a.time), 0);
  return area / span(curve);
}

function bandsOf(curve: readonly CurvePoint[], ends: readonly number[]): readonly Band[] {
  return ends.slice(1).map((upper, i) => {
    const lower = ends[i]!;
    const last = i === ends.length - 2;
    let within = 0;
    for (const [a, b] of pairs(curve)) within += shareWithin(a.value, b.value, lower, upper, last) * (b.time - a.time);
    return { lower, upper, share: within / span(curve) };
  });
}

/** The share of a straight line from one value to another that lies in [lower, upper), or of the last band above its lower end. */
function shareWithin(from: number, to: number, lower: number, upper: number, last: boolean): number {
  const end = last ? Infinity : upper;
  if (from === to) return from >= lower && from < end ? 1 : 0;
  const low = Math.max(Math.min(from, to), lower);
  const high = Math.min(Math.max(from, to), end);
  return high > low ? (high - low) / Math.abs(to - from) : 0;
}
