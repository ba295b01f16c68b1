import { exp, expm1, pow } from '@surety/numerics';

/**
 * Failure over a mission time: the built-ins of the Open-PSA Model Exchange Format 2.0d, chapter V. All are written as sums
 * of positive terms, so that tiny probabilities keep their digits. Outside of its domain each is `NaN`.
 */

/** 1 − e^(−λt): a component that is not repaired; rate λ ≥ 0, time t ≥ 0. */
export function exponential(rate: number, time: number): number {
  return rate >= 0 && time >= 0 ? -expm1(-rate * time) : Number.NaN;
}

/** Failure on demand γ in [0, 1], then failing at rate λ and repaired at rate μ, λ + μ > 0: unavailability at time t. */
export function glm(demand: number, failing: number, repair: number, time: number): number {
  const both = failing + repair;
  if (!(demand >= 0 && demand <= 1 && failing >= 0 && repair >= 0 && both > 0 && time >= 0)) return Number.NaN;
  return (failing / both) * -expm1(-both * time) + demand * exp(-both * time);
}

/** 1 − e^−((t − t₀)/α)^β after t₀, 0 before; scale α > 0, shape β > 0. */
export function weibull(scale: number, shape: number, from: number, time: number): number {
  if (!(scale > 0 && shape > 0 && from >= 0 && time >= 0)) return Number.NaN;
  return time <= from ? 0 : -expm1(-pow((time - from) / scale, shape));
}

/** What a periodically tested component is like; times in one unit, rates in its inverse. */
export interface PeriodicTest {
  /** λ, and λ* while it is tested. */
  readonly failing: number;
  readonly failingInTest: number;
  /** μ */
  readonly repair: number;
  /** τ, between the beginnings of two tests, and θ, until the first. */
  readonly period: number;
  readonly first: number;
  /** γ: a test itself makes it fail. */
  readonly failsByTest: number;
  /** π: how long a test takes, at most the period. */
  readonly duration: number;
  /** Whether it does its work while it is tested. */
  readonly availableInTest: boolean;
  /** σ: a test finds a failure. */
  readonly finds: number;
  /** ω: it fails when it is put back after a repair. */
  readonly failsAtRestart: number;
}

/** λ, τ, θ, t: a test takes no time, finds everything, and what it finds is repaired at once. */
export function periodicTestInstantRepair(failing: number, period: number, first: number, time: number): number {
  if (!(failing >= 0 && period > 0 && first >= 0 && time >= 0)) return Number.NaN;
  if (time <= first) return exponential(failing, time);
  const since = (time - first) % period;
  // At the moment of a test what has gathered before it counts.
  return exponential(failing, since === 0 ? period : since);
}

/**
 * Unavailability at a time: a Markov chain of three states (available, failed and not found, in repair), a matrix for what
 * a test does and one for the time between, whole periods taken as a power.
 */
export function periodicTest(of: PeriodicTest, time: number): number {
  const { failing, failingInTest, repair, period, first, failsByTest, duration, finds, failsAtRestart } = of;
  const rates = failing >= 0 && failingInTest >= 0 && repair >= 0;
  const times = period > 0 && first >= 0 && time >= 0 && duration >= 0 && duration <= period;
  const share = (p: number) => p >= 0 && p <= 1;
  if (!(rates && times && share(failsByTest) && share(finds) && share(failsAtRestart))) return Number.NaN;
  if (time <= first) return exponential(failing, time);
  const since = time - first;
  const periods = Math.floor(since / period);
  const left = Math.max(0, since - periods * period);
  const cycle = times3(test(of, duration), between(of, period - duration));
  const failed = exponential(failing, first);
  let state = through([exp(-failing * first), failed, 0], power(cycle, periods));
  if (left <= duration) {
    const lost = of.availableInTest ? 0 : state[0] * stays(of, left);
    state = through(state, test(of, left));
    return Math.min(1, state[1] + state[2] + lost);
  }
  state = through(through(state, test(of, duration)), between(of, left - duration));
  return Math.min(1, state[1] + state[2]);
}

type State = readonly [available: number, failed: number, inRepair: number];
/** Row: from; column: to. Rows add up to 1. */
type Matrix = readonly [State, State, State];

/** Share of what is available that a test of some length leaves available. */
function stays({ failsByTest, failingInTest }: PeriodicTest, duration: number): number {
  return (1 - failsByTest) * exp(-failingInTest * duration);
}

function test(of: PeriodicTest, duration: number): Matrix {
  const { failsByTest, failingInTest, finds } = of;
  const fails = failsByTest + (1 - failsByTest) * -expm1(-failingInTest * duration);
  return [[stays(of, duration), (1 - finds) * fails, finds * fails], [0, 1 - finds, finds], repaired(of, duration)];
}

function between(of: PeriodicTest, time: number): Matrix {
  return [[exp(-of.failing * time), -expm1(-of.failing * time), 0], [0, 1, 0], repaired(of, time)];
}

/** Where what is in repair has come to after a time. */
function repaired({ failing, repair, failsAtRestart }: PeriodicTest, time: number): State {
  const back = -expm1(-repair * time);
  const again = repairedAndFailed(failing * time, repair * time);
  const failed = failsAtRestart * back + (1 - failsAtRestart) * again;
  return [Math.max(0, back - failed), failed, exp(-repair * time)];
}

/**
 * ∫₀¹ y·e^(−ys)·(1 − e^(−x(1−s))) ds: in unit time something of rate y has happened, and then something of rate x. By its
 * series where both are small, since the closed form cancels there.
 */
export function repairedAndFailed(x: number, y: number): number {
  const most = Math.max(x, y);
  if (most < 0.5) {
    // Σ (−1)^n / n! · x·y·h_(n−2)(x, y), h the complete homogeneous symmetric polynomial.
    let h = 1;
    let xPower = 1;
    let factor = 0.5;
    let sum = factor;
    for (let n = 3; n < 30; n++) {
      xPower *= x;
      h = y * h + xPower;
      factor /= -n;
      sum += factor * h;
    }
    return x * y * sum;
  }
  if (Math.abs(x - y) > 0.25 * most) return Math.max(0, (x * expm1(-y) - y * expm1(-x)) / (y - x));
  const least = Math.min(x, y);
  const apart = Math.abs(x - y);
  return Math.max(0, -expm1(-y) - y * exp(-least) * (apart === 0 ? 1 : -expm1(-apart) / apart));
}

function through(state: State, m: Matrix): State {
  const to = (column: 0 | 1 | 2) => state[0] * m[0][column] + state[1] * m[1][column] + state[2] * m[2][column];
  return [to(0), to(1), to(2)];
}

function times3(a: Matrix, b: Matrix): Matrix {
  return [through(a[0], b), through(a[1], b), through(a[2], b)];
}

function power(m: Matrix, exponent: number): Matrix {
  let result: Matrix = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  let square = m;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = times3(result, square);
    square = times3(square, square);
  }
  return result;
}
