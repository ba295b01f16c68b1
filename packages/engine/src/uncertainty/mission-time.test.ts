import { describe, expect, test } from 'vitest';
import {
  exponential,
  glm,
  periodicTest,
  periodicTestInstantRepair,
  repairedAndFailed,
  weibull,
} from './mission-time.js';

/** Runge–Kutta over the three states, as an independent way to the same chain. */
function integrate(of: Parameters<typeof periodicTest>[0], time: number): number {
  const {
    failing,
    failingInTest,
    repair,
    period,
    first,
    failsByTest,
    duration,
    availableInTest,
    finds,
    failsAtRestart,
  } = of;
  type S = [available: number, failed: number, inRepair: number, tested: number, testedFailed: number];
  const slope = ([a, , r, t]: S): S => [
    -failing * a + (1 - failsAtRestart) * repair * r,
    failing * a + failsAtRestart * repair * r,
    -repair * r,
    -failingInTest * t,
    failingInTest * t,
  ];
  const run = (state: S, span: number): S => {
    const steps = Math.max(1, Math.ceil(span * 40));
    const h = span / steps;
    let s = state;
    const plus = (x: S, k: S, by: number): S => x.map((v, i) => v + by * k[i]!) as S;
    for (let i = 0; i < steps; i++) {
      const k1 = slope(s);
      const k2 = slope(plus(s, k1, h / 2));
      const k3 = slope(plus(s, k2, h / 2));
      const k4 = slope(plus(s, k3, h));
      s = s.map((v, j) => v + (h / 6) * (k1[j]! + 2 * k2[j]! + 2 * k3[j]! + k4[j]!)) as S;
    }
    return s;
  };
  let state = run([1, 0, 0, 0, 0], Math.min(time, first));
  for (let at = first; at < time; at += period) {
    // A test begins: what works is under test, or the test breaks it; what had failed waits for its end.
    const [a, f, r] = state;
    state = run([0, 0, r, (1 - failsByTest) * a, f + failsByTest * a], Math.min(duration, time - at));
    const [back, again, still, t, b] = state;
    if (time - at <= duration) return again + still + b + (availableInTest ? 0 : t);
    state = run(
      [back + t, again + (1 - finds) * b, still + finds * b, 0, 0],
      Math.min(period - duration, time - at - duration),
    );
  }
  return state[1] + state[2];
}

const plain = {
  failing: 3e-2,
  failingInTest: 5e-2,
  repair: 0.1,
  period: 10,
  first: 4,
  failsByTest: 0.02,
  duration: 2,
  availableInTest: true,
  finds: 0.9,
  failsAtRestart: 0.1,
};

describe('periodic tests', () => {
  test.each([
    [plain, 3],
    [plain, 14.5],
    [plain, 47],
    [plain, 45],
    [{ ...plain, availableInTest: false }, 45],
    [{ ...plain, failing: 0.1, repair: 0.1 }, 60],
    [{ ...plain, finds: 1, failsAtRestart: 0, failsByTest: 0 }, 33],
    [{ ...plain, repair: 0 }, 50],
  ])('agree with the equations integrated %#', (of, time) => {
    expect(periodicTest(of, time)).toBeCloseTo(integrate(of, time), 8);
  });

  test('repaired at once: the time since the last test', () => {
    expect(periodicTestInstantRepair(1e-3, 100, 10, 5)).toBe(exponential(1e-3, 5));
    expect(periodicTestInstantRepair(1e-3, 100, 10, 270)).toBeCloseTo(exponential(1e-3, 60), 15);
    expect(periodicTestInstantRepair(1e-3, 100, 10, 210)).toBe(exponential(1e-3, 100));
  });

  test('a billion tests take no time', () => {
    const p = periodicTest({ ...plain, period: 1e-3, duration: 1e-4 }, 1e6);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1);
  });
});

test('a repair and then a failure: small rates keep their digits, and the three ways meet', () => {
  // Leading terms of the series.
  expect(repairedAndFailed(1e-9, 1e-6) / (0.5e-15 * (1 - 1.001e-6 / 3))).toBeCloseTo(1, 12);
  expect(repairedAndFailed(1e-12, 5) / ((1e-12 * (5 - 1 + Math.exp(-5))) / 5)).toBeCloseTo(1, 10);
  for (const [x, y] of [
    [0.4999999, 0.3],
    [0.4, 0.4999999],
    [2, 2.6],
    [3, 3],
  ] as const) {
    const simpson = (n: number) => {
      const f = (s: number) => y * Math.exp(-y * s) * -Math.expm1(-x * (1 - s));
      let sum = f(0) + f(1);
      for (let i = 1; i < n; i++) sum += (i % 2 === 0 ? 2 : 4) * f(i / n);
      return sum / (3 * n);
    };
    expect(repairedAndFailed(x, y)).toBeCloseTo(simpson(2000), 12);
  }
});

test('closed forms and domains', () => {
  expect(exponential(1e-20, 1)).toBe(1e-20);
  expect(glm(0.2, 0, 1, 0)).toBeCloseTo(0.2, 15);
  expect(glm(0, 1e-3, 9e-3, 1e9)).toBeCloseTo(0.1, 15);
  expect(weibull(10, 1, 3, 5)).toBeCloseTo(exponential(0.1, 2), 15);
  expect(weibull(10, 2, 3, 2)).toBe(0);
  for (const bad of [
    exponential(-1, 1),
    glm(2, 1, 1, 1),
    glm(0, 0, 0, 1),
    weibull(0, 1, 0, 1),
    periodicTest({ ...plain, duration: 11 }, 1),
    periodicTestInstantRepair(1, 0, 0, 1),
  ])
    expect(bad).toBeNaN();
});
