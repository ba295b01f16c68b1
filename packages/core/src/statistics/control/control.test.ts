import { stream } from '@surety/numerics';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prints } from '../prints.testing.js';
import {
  attackerWins,
  bestAttackRate,
  bestAttackRateApproximately,
  binormalArea,
  binormalDetection,
  binormalSeparation,
  monitoringRates,
  type ProtocolPoint,
  paretoFront,
  simulateDeployment,
  successBeforeDetection,
  undetected,
} from './index.js';

describe('upfront auditing (reference 3.2, T7)', () => {
  test.each([
    [0.005, '.17703', '.17692', '8.85', '5.23'],
    [0.02, '.12687', '.12680', '6.34', '15.18'],
    [0.1, '.07349', '.07346', '3.67', '42.75'],
    [0.3, '.04340', '.04338', '2.17', '71.16'],
  ])('auditing %d of 5,000', (auditFraction, approximate, exact, attacks, blueWins) => {
    const game = { problems: 5000, auditFraction, correct: 0.53 };
    const p = bestAttackRateApproximately(game);
    prints(100 * p, approximate);
    prints(5000 * p, attacks);
    prints(100 * (1 - attackerWins(p, game)), blueWins);
    const best = bestAttackRate(game);
    prints(100 * best, exact);
    prints(100 * (1 - attackerWins(best, game)), blueWins);
  });

  test('no rate on a fine grid wins more often than the best one', () => {
    const games = fc.record({
      problems: fc.integer({ min: 2, max: 500 }),
      auditFraction: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      correct: fc.double({ min: 0.05, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(games, (game) => {
        const most = attackerWins(bestAttackRate(game), game);
        for (let i = 0; i <= 400; i++) expect(attackerWins(i / 400, game)).toBeLessThanOrEqual(most + 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  test('at the ends, and outside the domain', () => {
    const game = { problems: 100, auditFraction: 0, correct: 0.5 };
    expect(bestAttackRate(game)).toBe(1);
    expect(attackerWins(0, game)).toBe(0);
    // Of very many problems it tends to where attacks are a Poisson process: e^−x(1 − e^−rx), x audited attacks and r = 0.53·B/A.
    for (const problems of [1e9, 1e12]) {
      const [x, r] = [1e-3, (0.53 * 0.98) / 0.02];
      const wins = attackerWins(x / (0.02 * problems), { problems, auditFraction: 0.02, correct: 0.53 });
      expect(wins).toBeCloseTo(Math.exp(-x) * -Math.expm1(-r * x), 8);
    }
    expect(attackerWins(1, { ...game, auditFraction: 1 })).toBe(0);
    expect(attackerWins(-0.1, game)).toBeNaN();
    expect(attackerWins(0.1, { ...game, auditFraction: 2 })).toBeNaN();
  });
});

test('a trusted monitor (reference 3.2, T8)', () => {
  const rates = monitoringRates({ audited: 24, missed: 13, failed: 34, innocent: 1429, innocentAudited: 29 });
  prints(rates.falsePositive, '.0203');
  prints(rates.detected, '.338');
  prints(rates.succeeds, '.183');
  prints(rates.neutral, '.479');
  // Published: 62 %, which its source calls not exactly reproducible.
  prints(rates.caughtFirst, '.6486');
});

describe('the Pareto front (reference 3.2, T9)', () => {
  const points: readonly ProtocolPoint[] = [
    { name: 'no untrusted', usefulness: 2, safety: 100 },
    { name: 'upfront', safety: 15 },
    { name: 'TM', usefulness: 97, safety: 62 },
    { name: 'TM10', usefulness: 93, safety: 83 },
    { name: 'TM50', usefulness: 51, safety: 100 },
    { name: 'TE10', usefulness: 96, safety: 85 },
    { name: 'TE20', usefulness: 94, safety: 92 },
    { name: 'UM0', usefulness: 96, safety: 79 },
    { name: 'UM10', usefulness: 92, safety: 92 },
  ];
  const { front, dominated, leftOut } = paretoFront(points);
  const by = (name: string) => dominated.find(({ point }) => point.name === name)?.by.map((other) => other.name);

  test('is what was published', () => {
    expect(front.map(({ name }) => name)).toEqual(['TM', 'TE10', 'TE20', 'TM50']);
    expect(leftOut.map(({ name }) => name)).toEqual(['upfront']);
  });

  test('says what beats the others', () => {
    expect(by('UM0')).toEqual(['TE10']);
    expect(by('TM10')).toEqual(['TE10', 'TE20']);
    expect(by('UM10')).toEqual(['TE20']);
    expect(by('no untrusted')).toEqual(['TM50']);
  });

  test('of random points: what is on it is beaten by none, what is not is beaten by one that is', () => {
    const point = fc.record({ usefulness: fc.nat(8), safety: fc.nat(8) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (all) => {
        const named = all.map((each, i) => ({ ...each, name: String(i) }));
        const found = paretoFront(named);
        expect(found.front.length + found.dominated.length).toBe(named.length);
        for (const { point: lost, by: winners } of found.dominated)
          expect(
            winners.some((winner) => found.front.includes(winner)),
            lost.name,
          ).toBe(true);
      }),
    );
  });

  test('equal points do not beat each other', () => {
    const twins = [
      { name: 'a', usefulness: 1, safety: 1 },
      { name: 'b', usefulness: 1, safety: 1 },
    ];
    expect(paretoFront(twins).front).toHaveLength(2);
  });
});

describe('the binormal model (reference 3.2)', () => {
  test('of an area of .88', () => {
    const d = binormalSeparation(0.88);
    prints(d, '1.66168');
    prints(binormalDetection(d, 0.02), '.34750');
    prints(binormalDetection(d, 0.05), '.50671');
    expect(binormalArea(d)).toBeCloseTo(0.88, 12);
  });

  test('at the ends', () => {
    expect([binormalDetection(2, 0), binormalDetection(2, 1)]).toEqual([0, 1]);
    expect(binormalSeparation(1)).toBeNaN();
  });
});

describe('attempts until detection (reference 3.2, 3.3)', () => {
  const rates = { succeeds: 13 / 71, detected: 24 / 71 };

  test('undetected attempts', () => {
    expect(undetected(0.9, 3)).toBeCloseTo(1e-3, 15);
    prints(undetected(0.338, 3), '.29012');
    expect([undetected(1, 0), undetected(1, 2), undetected(0, 5)]).toEqual([1, 0, 1]);
    // Small, and not 0: a probability never rounds to none.
    expect(undetected(0.9, 20) / 1e-20).toBeCloseTo(1, 10);
  });

  test('success before detection', () => {
    prints(successBeforeDetection(rates, 0.01, 5000), '.351351');
    prints(successBeforeDetection(rates, 0.001, 5000), '.325419');
    expect(successBeforeDetection(rates, 0.01, Number.POSITIVE_INFINITY)).toBeCloseTo(13 / 37, 15);
  });

  test('rises with the attack rate and with the tasks; at 0 nothing happens', () => {
    expect(successBeforeDetection(rates, 0, 100)).toBe(0);
    let last = 0;
    for (let tasks = 1; tasks < 100; tasks++) {
      const next = successBeforeDetection(rates, 0.05, tasks);
      expect(next).toBeGreaterThan(last);
      expect(successBeforeDetection(rates, 0.06, tasks)).toBeGreaterThan(next);
      last = next;
    }
  });

  test('a simulation agrees with the closed form within five errors', () => {
    for (const [q, tasks] of [
      [0.01, 200],
      [0.2, 30],
      [1, 3],
    ] as const) {
      const { mean, error } = simulateDeployment([rates], { q, tasks, runs: 20_000, random: stream(7, q, tasks) });
      expect(Math.abs(mean - successBeforeDetection(rates, q, tasks))).toBeLessThan(5 * error);
    }
  });

  test('tasks that differ are simulated as their mixture', () => {
    const mixed = [
      { succeeds: 0.4, detected: 0.1 },
      { succeeds: 0, detected: 0.6 },
    ];
    const { mean, error } = simulateDeployment(mixed, { q: 0.1, tasks: 100, runs: 20_000, random: stream(8) });
    const each = { succeeds: 0.2, detected: 0.35 };
    expect(Math.abs(mean - successBeforeDetection(each, 0.1, 100))).toBeLessThan(5 * error);
  });
});
