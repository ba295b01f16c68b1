import { describe, expect, it } from 'vitest';
import { caseFrom, textOf } from '../doubt/text.testing.js';
import { type Horizon, type HorizonOver, type HorizonProblem, horizonOf, moveAxis } from './index.js';
import { nextUp } from './values.js';

const options = { asOf: '2026-11-23' };

function along(text: string, over: HorizonOver, range: { from?: number; to?: number; points?: number } = {}) {
  return horizonOf(caseFrom(text), {}, over, { ...options, ...range });
}

const byTasks = (expression: string, more = '') =>
  textOf(
    `G1: { text: Safe, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: Tests, doubt: p }
Sn2: { text: More, doubt: 0.001 }`,
    `quantities:
  n: { expression: exposure.tasks, unit: tasks per window }
  p: ${expression}
${more}`,
  );

describe('horizonOf', () => {
  it('finds the last number of tasks at which a claim holds, by the closed form', () => {
    // 1 - (1 - 1e-6)^n <= (0.01 - 0.001) / 0.999, so n <= ln(1 - 0.009009) / ln(1 - 1e-6) = 9049.8.
    const text = textOf(
      `G1: { text: Safe, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: Tests, doubt: p }
Sn2: { text: More, doubt: 0.001 }`,
      `quantities:
  q: { expression: 1e-6, unit: probability per task }
  p: 1 - (1 - q)^exposure.tasks
`,
    );
    const horizon = along(text, { axis: 'tasks' }) as Horizon;
    const last = Math.floor(Math.log(1 - 0.009 / 0.999) / Math.log(1 - 1e-6));
    expect(last).toBe(9049);
    expect(horizon.outcomes[0]).toMatchObject({
      flips: [{ low: last, high: last + 1, before: 'supported', after: 'not supported', exact: true }],
      standing: [],
      moving: ['Sn1'],
    });
    const [cause] = horizon.outcomes[0]!.flips[0]!.becauseOf;
    expect(cause).toMatchObject({ kind: 'leaf', leaf: 'Sn1', since: 1000 });
    expect(cause).toHaveProperty('adds', expect.closeTo((1 - 0.001) * (0.0090085 - 0.0009995), 5));
  });

  it('finds two flips of a case that is not monotone, also between two points of the sweep', () => {
    const dip = byTasks(
      '0.5 - 0.499 * exp(-((n / x - 500) / 200)^2)',
      '  x: { expression: 1, unit: tasks per window }\n',
    );
    const horizon = along(dip, { axis: 'tasks' }, { from: 300, to: 800, points: 4 }) as Horizon;
    const flips = horizon.outcomes[0]!.flips;
    expect(flips.map(({ before, after }) => [before, after])).toEqual([
      ['not supported', 'supported'],
      ['supported', 'not supported'],
    ]);
    // 0.5 - 0.499 e^-z² = 0.009 / 0.999 at z = 0.1272, 25.44 tasks from 500; the sweep has 467 and 633 about it.
    expect(flips.map(({ low, high }) => [low, high])).toEqual([
      [474, 475],
      [525, 526],
    ]);
  });

  it('turns exactly at a limit, and names the claims that hold no longer', () => {
    const text = textOf(
      `G1: { text: Safe, supportedBy: [G2], inference: 0 }
G2: { text: Weak, subsystem: agent, holdsUntil: { capability: 3.5 }, doubt: 0.001 }`,
      'system: { agent: { kind: model, capability: 2 }, other: { kind: model, capability: 7 } }\n',
    );
    const horizon = along(text, { axis: 'capability', subsystem: 'agent' }) as Horizon;
    expect(horizon).toMatchObject({ from: 0, to: 7, current: [2], moved: ['agent'], judged: 2 });
    expect(horizon.outcomes[0]!.flips).toEqual([
      {
        low: 3.5,
        high: nextUp(3.5),
        before: 'supported',
        after: 'not supported',
        exact: true,
        becauseOf: [{ kind: 'limit', element: 'G2', value: 3.5, axis: 'capability', stated: 3.5 }],
      },
    ]);
    const all = along(text, { axis: 'capability' }) as Horizon;
    expect([all.moved, all.current]).toEqual([
      ['agent', 'other'],
      [2, 7],
    ]);
    expect(all.notes.map(({ code }) => code)).toContain('several-values');
  });

  it('tells flips apart from what blocks everywhere', () => {
    const text = `${byTasks('min(1, n / x)', '  x: { expression: 1e6, unit: tasks per window }\n')}`.replace(
      'argument:\n',
      'argument:\n  D1: { type: challenge, challenges: Sn2, text: Why, status: open, strength: 0 }\n',
    );
    const horizon = along(text, { axis: 'tasks' }) as Horizon;
    const [outcome] = horizon.outcomes;
    expect(outcome!.standing).toMatchObject([{ code: 'challenge-open', element: 'D1' }]);
    expect(new Set(outcome!.points.map(({ verdict }) => verdict))).toEqual(new Set(['not supported']));
    expect(outcome!.flips).toMatchObject([{ low: 9009, high: 9010, before: 'supported', after: 'not supported' }]);
  });

  it('lets the tasks grow with a longer window, and never shrink with a shorter one', () => {
    const of = caseFrom(byTasks('0.001'));
    const at = (days: number) => moveAxis(of, { axis: 'window' }, days).decision!;
    expect(at(180)).toMatchObject({ window: { from: '2026-12-01', to: '2027-05-29' }, exposure: { tasks: 2000 } });
    expect(at(1)).toMatchObject({ window: { from: '2026-12-01', to: '2026-12-01' }, exposure: { tasks: 1000 } });
  });

  it('lets training and internal use grow with a longer window too', () => {
    const text = `surety: 1
case: { id: t, title: T }
decision:
  kind: train
  window: { from: 2026-12-01, to: 2026-12-10 }
  exposure: { trainingSteps: 100, internalUse: 20 }
outcomes:
  o: { text: It happens, threshold: { probability: 0.015, per: window }, claim: G1 }
quantities:
  p: { expression: 1e-4, unit: probability per step }
  q: 1 - (1 - p)^exposure.trainingSteps
argument:
  G1: { text: Safe, supportedBy: [Sn1], inference: 0 }
  Sn1: { text: Tests, doubt: q }
`;
    const { exposure } = moveAxis(caseFrom(text), { axis: 'window' }, 20).decision!;
    expect(exposure).toEqual({ trainingSteps: 200, internalUse: 40 });
    const { outcomes, follow } = along(text, { axis: 'window' }, { from: 1, to: 40 }) as Horizon;
    expect(follow).toEqual(['exposure.trainingSteps', 'exposure.internalUse']);
    // 1 - (1 - 1e-4)^steps stays within 0.015 up to 151 steps, that is 15 days of ten steps each.
    expect(outcomes[0]!.flips).toMatchObject([{ low: 15, high: 16 }]);
  });

  it('finds a limit of tasks along the window that reaches it', () => {
    const text = textOf('G1: { text: Safe, holdsUntil: { tasks: 1500 }, doubt: 0.001 }');
    const horizon = along(text, { axis: 'window' }) as Horizon;
    expect(horizon.follow).toEqual(['exposure.tasks']);
    expect(horizon.outcomes[0]!.flips).toMatchObject([
      { low: 135, high: 136, becauseOf: [{ kind: 'limit', element: 'G1', value: 135, axis: 'tasks', stated: 1500 }] },
    ]);
  });

  it('sees a risk case that moves, and starts to contradict', () => {
    const text = textOf(
      'G1: { text: Safe, doubt: 0.00105 }',
      `riskCases:
  o:
    claim: R1
    argument:
      R1: { text: It happens, doubt: r }
quantities:
  n: { expression: 1e4, unit: tasks per window }
  r: max(0, 1 - exposure.tasks / n)
`,
    );
    const horizon = along(text, { axis: 'tasks' }, { from: 1, to: 5000 }) as Horizon;
    // The outcome is at least n / 10,000 likely, which is above the number 0.00105 of the safety case from 11 tasks on.
    expect(horizon.outcomes[0]).toMatchObject({
      moving: ['R1'],
      flips: [
        {
          low: 10,
          high: 11,
          after: 'not supported',
          becauseOf: [{ kind: 'blocker', reason: { code: 'contradiction' } }],
        },
      ],
    });
  });

  it('says what nothing depends on', () => {
    const horizon = along(byTasks('0.001'), { axis: 'instances' }, { from: 1, to: 10 }) as Horizon;
    expect(horizon.notes.map(({ code }) => code)).toEqual(['nothing-moves', 'stated-stays']);
    expect(horizon.judged).toBe(1);
  });

  it.each<[HorizonOver, { from?: number; to?: number }, HorizonProblem['code']]>([
    [{ axis: 'instances' }, {}, 'no-value'],
    [{ axis: 'capability' }, {}, 'no-capability'],
    [{ axis: 'tasks', subsystem: 'agent' }, {}, 'only-capability'],
    [{ axis: 'capability', subsystem: 'agent' }, {}, 'unknown-subsystem'],
    [{ axis: 'tasks' }, { from: 5, to: 5 }, 'bad-range'],
    [{ axis: 'tasks' }, { from: 0.5, to: 5 }, 'bad-range'],
    [{ axis: 'window' }, { from: 1, to: 1e9 }, 'bad-range'],
  ])('%o over %o is a problem: %s', (over, range, code) => {
    expect(along(byTasks('0.001'), over, range)).toMatchObject({ code });
  });
});
