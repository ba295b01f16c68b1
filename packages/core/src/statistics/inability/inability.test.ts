import { describe, expect, test } from 'vitest';
import { prints } from '../prints.testing.js';
import { exponentialMisuseRisk, marginLeft, measuredMisuseRisk, staysBelow, timeHorizon } from './index.js';

describe('uplift (reference 3.5)', () => {
  const misuse = { attempts: 100, damage: 1e5 };

  test('the closed form', () => {
    const none = exponentialMisuseRisk(misuse, 0.01, 0.5);
    const post = exponentialMisuseRisk(misuse, 0.012, 0.5);
    prints(none, '196078.43');
    prints(post, '234375.00');
    prints(post - none, '38296.57');
    expect(exponentialMisuseRisk(misuse, 0.01, 0)).toBeNaN();
  });

  test('measured curves: of the same exponentials on a fine grid it comes close to the closed form', () => {
    const grid = (rate: number) =>
      Array.from({ length: 4000 }, (_, i) => ({ time: (i + 1) / 100, share: -Math.expm1((-rate * (i + 1)) / 100) }));
    expect(measuredMisuseRisk(misuse, grid(0.01), grid(0.5))).toBeCloseTo(196078.43, -1);
  });

  test('measured curves by hand: half stop at 1, half at 2, success rises to .4 at 2', () => {
    const success = [{ time: 2, share: 0.4 }];
    const stopped = [
      { time: 1, share: 0.5 },
      { time: 2, share: 1 },
    ];
    // Over the first half the mean success is .1, over the second .3.
    expect(measuredMisuseRisk({ attempts: 1, damage: 1 }, success, stopped)).toBeCloseTo(0.5 * 0.1 + 0.5 * 0.3, 12);
    expect(
      measuredMisuseRisk(misuse, success, [
        { time: 1, share: 0.5 },
        { time: 2, share: 0.4 },
      ]),
    ).toBeNaN();
  });
});

test('the elicitation margin', () => {
  expect([staysBelow(0.02, 2, 0.05), staysBelow(0.03, 2, 0.05), staysBelow(0.01, 0.5, 0.05)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(marginLeft(0.01, 0.05)).toBeCloseTo(5, 12);
  // 0.15 · 6 is 0.8999999999999999 as a number: equal is not below.
  expect(staysBelow(0.15, 6, 0.9)).toBe(false);
});

describe('the time horizon', () => {
  test('of two lengths is the line through both log-odds', () => {
    // 3 of 4 at 1 minute, 1 of 4 at 16: log-odds ±ln 3, so 50 % lies in the middle, at 4 minutes.
    const runs = [1, 1, 1, 0]
      .map((success) => ({ minutes: 1, success }))
      .concat([1, 0, 0, 0].map((success) => ({ minutes: 16, success })));
    const fit = timeHorizon(runs);
    if ('message' in fit) throw new Error(fit.message);
    expect(fit.slope).toBeCloseTo((-2 * Math.log(3)) / 4, 9);
    expect(fit.at(0.5)).toBeCloseTo(4, 8);
    expect(fit.at(0.75)).toBeCloseTo(1, 8);
    // Each length has information 4 · 3/16; x50 = centre − a/b with a = 0: variance = 1/(b² · 8 · 3/16).
    expect(fit.log2Error).toBeCloseTo(1 / (-fit.slope * Math.sqrt((8 * 3) / 16)), 9);
  });

  test('weights count like repeats', () => {
    const runs = [
      { minutes: 1, success: 1 },
      { minutes: 2, success: 0 },
      { minutes: 4, success: 1 },
      { minutes: 30, success: 0 },
    ];
    const [once, twice] = [timeHorizon(runs.map((run) => ({ ...run, weight: 2 }))), timeHorizon([...runs, ...runs])];
    if ('message' in once || 'message' in twice) throw new Error('no fit');
    expect(once.at(0.5)).toBeCloseTo(twice.at(0.5), 8);
    expect(once.log2Error).toBeCloseTo(twice.log2Error, 8);
  });

  test.each([
    [
      'one length',
      [
        { minutes: 5, success: 1 },
        { minutes: 5, success: 0 },
      ],
      'two lengths',
    ],
    [
      'perfect separation',
      [
        { minutes: 1, success: 1 },
        { minutes: 9, success: 0 },
      ],
      'separates',
    ],
    [
      'all done',
      [
        { minutes: 1, success: 1 },
        { minutes: 9, success: 1 },
      ],
      'separates',
    ],
    [
      'no fall',
      [1, 2, 4, 8].flatMap((minutes) => [
        { minutes, success: 1 },
        { minutes, success: 0 },
      ]),
      'does not fall',
    ],
    ['no time', [{ minutes: 0, success: 1 }], 'more than 0 minutes'],
  ])('%s is said', (_, runs, message) => {
    expect(timeHorizon(runs)).toMatchObject({ message: expect.stringContaining(message) });
  });
});
