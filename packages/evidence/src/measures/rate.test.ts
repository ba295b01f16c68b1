import type { CountedResult, MeasureSpec } from '@surety/core/case';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flag } from '../trials/index.js';
import { measureLogs } from './measure.js';
import { scoreValue } from './score-value.js';
import { logOf, rate, samples } from './specs.testing.js';

const { error, limit, invalid } = flag;

function measure(spec: MeasureSpec, ...logs: Parameters<typeof measureLogs>[1]) {
  const found = measureLogs(spec, logs);
  if (!found.ok) throw new Error(found.problem.message);
  return found.value;
}

/** `errors invalid limits: events/trials`, policies by their letters: x excluded, s success, f failure, - none occurs. */
function short({ policy, counts }: CountedResult): string {
  const letter = (of = '') => ({ exclude: 'x', 'count as success': 's', 'count as failure': 'f' })[of] ?? '-';
  const numbers = counts.kind === 'binomial' ? `${counts.events}/${counts.trials}` : counts.kind;
  return `${letter(policy.errors)}${letter(policy.invalid)}${letter(policy.limits)} ${numbers}`;
}

const refused = (spec: MeasureSpec, log: ReturnType<typeof logOf>) => {
  const found = measureLogs(spec, [log]);
  return found.ok ? found.value.results.map(short) : `${found.problem.code}: ${found.problem.message}`;
};

describe('a rate', () => {
  const log = logOf(samples([0, 0, 0, error, invalid, limit]), {
    scores: { match: ['C', 'I', 'P', undefined, 'C', 'C'] },
  });

  test('counts rows without a flaw, and each kind of flaw under its policy', () => {
    const policies = { errors: 'exclude', invalid: 'count as success', limits: 'count as failure' } as const;
    expect(measure(rate('score >= 1', policies), log).results.map(short)).toEqual(['xsf 2/5']);
  });

  test('gives every way of counting that `worst` leaves open, for kinds that occur', () => {
    const only = logOf(samples([0, 0, limit]), { scores: { match: ['C', 'I', 'C'] } });
    expect(measure(rate('score >= 1'), only).results.map(short)).toEqual(['--x 1/2', '--s 2/3', '--f 1/3']);
    expect(measure(rate('score >= 1'), log).results.map(short)).toEqual(['xxx 1/3', 'sss 4/6', 'fff 1/6']);
    expect(measure(rate('score >= 1'), log).notes).toEqual([
      'rows that ended with an error: 1 of 6',
      'rows that are marked as invalid: 1 of 6',
      'rows that were stopped by a limit: 1 of 6',
    ]);
  });

  test('a row with several flaws follows the gravest', () => {
    const both = logOf(samples([0, error | limit, invalid | error]), { scores: { m: [1, 1, 1] } });
    const policies = { errors: 'count as failure', invalid: 'exclude', limits: 'count as success' } as const;
    expect(measure(rate('score >= 1', policies), both).results.map(short)).toEqual(['fx- 1/2']);
  });

  test('a row without a score is an error, and said', () => {
    const unscored = logOf(samples([0, 0, 0]), { scores: { m: [1, undefined, 'maybe'] } });
    const found = measure(rate('score >= 1', { errors: 'count as failure' }), unscored);
    expect([found.results.map(short), found.notes]).toEqual([
      ['f-- 1/3'],
      ['rows without an outcome, counted as errors: 2 of 3'],
    ]);
  });
});

describe('epochs of one sample', () => {
  const rows = (flags: readonly [number, number, number]) =>
    [
      ['a', 1, flags[0]],
      ['a', 2, flags[1]],
      ['b', 1, flags[2]],
    ] as const;

  test('are one trial, an event if any epoch is one', () => {
    const log = logOf(rows([0, 0, 0]), { scores: { m: [0, 1, 0] } });
    const found = measure(rate('score >= 1'), log);
    expect(found.results.map(short)).toEqual(['--- 1/2', '--- 0/2']);
    expect(found.results.map((result) => result.policy.epochs)).toEqual([undefined, 'all']);
    expect(found.notes).toEqual([
      '3 rows are epochs of 2 samples: a sample is one trial, and an event in any epoch is an event (samples with epochs of both kinds: 1; they are also counted as events only where all their epochs are, and the way that hurts counts)',
    ]);
    expect(measure(rate('score >= 1', { groupBy: 'none' }), log).results.map(short)).toEqual(['--- 1/3']);
  });

  test.each([
    // Had the flawed epoch been none, the epochs would differ, and "all" would count: an error must not look better.
    ['a good event beside a flawed epoch', [0, error, 0], [1, undefined, 0], ['x-- 1/2', 'f-- 0/2']],
    ['a good non-event beside a flawed epoch', [0, error, 0], [0, undefined, 0], ['x-- 0/2', 's-- 1/2']],
    ['a sample of flawed epochs only', [error, error, 0], [undefined, undefined, 0], ['x-- 0/1', 's-- 1/2', 'f-- 0/2']],
  ] as const)('%s', (_name, flags, scores, expected) => {
    expect(measure(rate('score >= 1'), logOf(rows([...flags]), { scores: { m: scores } })).results.map(short)).toEqual(
      expected,
    );
  });

  test('whatever the flawed epochs were, the truth lies between failure and success', () => {
    const row = fc.record({
      sample: fc.constantFrom('a', 'b', 'c', 'd'),
      flawed: fc.constantFrom(0, error, limit, invalid),
      event: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), (drawn) => {
        fc.pre(drawn.some(({ flawed }) => flawed === 0));
        const log = logOf(
          drawn.map(({ sample, flawed }, at) => [sample, at, flawed] as const),
          { scores: { m: drawn.map(({ event, flawed }) => (flawed === 0 ? event : undefined)) } },
        );
        const all = new Map<string, boolean>();
        for (const { sample, event } of drawn) all.set(sample, (all.get(sample) ?? false) || event);
        const truth = [...all.values()].filter((event) => event).length;
        const counts = measure(rate('score == 1'), log).results.map((result) => result.counts);
        const whole = counts.flatMap((each) =>
          each.kind === 'binomial' && each.trials === all.size ? [each.events] : [],
        );
        expect(Math.min(...whole)).toBeLessThanOrEqual(truth);
        expect(Math.max(...whole)).toBeGreaterThanOrEqual(truth);
      }),
    );
  });
});

describe('what is named', () => {
  const table = logOf(samples([0, 0]), { fields: { passed: [true, false], score: [3, 'n'], grade: ['A', 'B'] } });
  const several = logOf(samples([0, 0]), {
    scores: { harm: [1, 0], 'judge.refused': ['C', 'C'] },
    fields: { topic: ['x', 'y'] },
  });

  test.each<[string, MeasureSpec, ReturnType<typeof logOf>, unknown]>([
    ['a column', rate('passed'), table, ['--- 1/2']],
    ['a column that is called score', rate('score > 2', { errors: 'exclude' }), table, ['x-- 1/1']],
    ['a text', rate('grade == "A"'), table, ['--- 1/2']],
    ['a column as the scorer', rate('value == "B"', { scorer: 'grade' }), table, ['--- 1/2']],
    ['one of several scorers', rate('score >= 1', { scorer: 'judge.refused' }), several, ['--- 2/2']],
    ['a field beside scorers', rate('topic == "x"'), several, ['--- 1/2']],
    [
      'no scorer of several',
      rate('score >= 1'),
      several,
      'several-scorers: the source has several scorers: harm, judge.refused',
    ],
    [
      'an unknown scorer',
      rate('score >= 1', { scorer: 'harms' }),
      several,
      'unknown-scorer: there is no scorer “harms”; did you mean “harm”?',
    ],
    [
      'an unknown column',
      rate('pased'),
      table,
      'unknown-field: the source has no field “pased”; did you mean “passed”?',
    ],
    [
      'a score where nothing was scored',
      rate('score >= 1'),
      logOf(samples([0]), {}),
      'no-scorer: no row of the source has a score',
    ],
    [
      'a number in place of a comparison',
      rate('score + 1'),
      table,
      'bad-expression: `score + 1` gives a number, not true or false',
    ],
    [
      'a text against a score',
      rate('score == "C"', { scorer: 'judge.refused' }),
      several,
      'bad-expression: `score == "C"` compares a text with a number',
    ],
    [
      'a number against a text',
      rate('value == 1', { scorer: 'judge.refused' }),
      several,
      'bad-expression: `value == 1` compares a text with a number',
    ],
    [
      'nothing but flaws',
      rate('score >= 1'),
      logOf(samples([error]), { scores: { m: [undefined] } }),
      'no-rows: every row is flawed',
    ],
    [
      'no outcome at all',
      rate('score >= 1'),
      logOf(samples([0]), { scores: { m: ['x'] } }),
      'no-rows: no row has an outcome: `score` has no value here',
    ],
    ['no rows', rate('score >= 1'), logOf([], {}), 'no-rows: the source holds no rows'],
  ])('%s', (_name, spec, log, expected) => expect(refused(spec, log)).toEqual(expected));

  test('an expression that is none says why', () => {
    expect(refused(rate('score >='), table)).toMatch(/^bad-expression: `score >=` is not an expression: /);
  });
});

test('an expression that reads nothing of a trial is refused', () => {
  const log = logOf(samples([0, 1]), { scores: { n: [1, 0] } });
  expect(measureLogs(rate('1 > 2'), [log])).toMatchObject({ ok: false, problem: { code: 'bad-expression' } });
});

describe('several sources', () => {
  const one = (task?: string) =>
    logOf(
      [
        ['1', 1, 0],
        ['2', 1, 0],
      ],
      { scores: { m: [1, 0] }, ...(task === undefined ? {} : { task }) },
    );
  const two = (task?: string) =>
    logOf(
      [
        ['2', 1, 0],
        ['3', 1, 0],
      ],
      { scores: { m: [1, 0] }, ...(task === undefined ? {} : { task }) },
    );

  test('of one task share samples', () => {
    const found = measure(rate('score >= 1'), one('t'), two('t'));
    expect(found.results.map(short)).toEqual(['--- 2/3', '--- 1/3']);
    expect(found.notes[0]).toBe('samples that stand in several sources, counted as epochs of one: 1');
  });

  test('of different tasks do not; without a task an id that stands twice is one sample', () => {
    expect(measure(rate('score >= 1'), one('t'), two('u')).results.map(short)).toEqual(['--- 2/4']);
    expect(measure(rate('score >= 1'), one(), two()).results.map(short)).toEqual(['--- 2/3', '--- 1/3']);
  });

  test('a trial that a retried run holds again is counted once, whatever an epoch is', () => {
    const run = (uuids: readonly string[], scores: readonly number[]) => {
      const log = logOf(
        uuids.map((_, at) => [`${at}`, 1, 0] as const),
        { scores: { m: scores }, task: 't' },
      );
      return { ...log, trials: { ...log.trials, uuid: uuids } };
    };
    const first = run(['x', 'y'], [0, 1]);
    const found = measure(rate('score >= 1', { groupBy: 'none' }), first, run(['x', 'y', 'z'], [0, 1, 0]));
    expect(found.results.map(short)).toEqual(['--- 1/3']);
    expect(found.notes).toContain('rows of trials that stand in several sources, counted once: 2');
    expect(measureLogs(rate('score >= 1'), [first, run(['x', 'y'], [0, 0])])).toMatchObject({
      ok: false,
      problem: { code: 'pooled-twice', message: 'sample 1: the same trial stands in two sources, and not alike' },
    });
  });

  test('with different columns leave gaps', () => {
    const other = logOf(samples([0]), { scores: { n: [1] } });
    expect(
      measure(rate('score >= 1', { scorer: 'm', errors: 'count as failure' }), one(), other).results.map(short),
    ).toEqual(['f-- 1/3']);
  });
});

test.each([
  ['C', 1],
  ['P', 0.5],
  ['I', 0],
  ['N', 0],
  ['c', undefined],
  ['Yes', 1],
  ['NO', 0],
  ['true', 1],
  ['False', 0],
  ['0.25', 0.25],
  ['-1e2', -100],
  ['', undefined],
  ['1x', undefined],
  [true, 1],
  [false, 0],
  [3, 3],
  [Number.NaN, undefined],
  [undefined, undefined],
] as const)('the value %j is %j', (value, expected) => expect(scoreValue(value)).toBe(expected));
