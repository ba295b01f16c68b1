import { describe, expect, test } from 'vitest';
import { type Cell, flag } from '../trials/index.js';
import { measureLogs } from './measure.js';
import { difference, logOf } from './specs.testing.js';

type Drawn = readonly [sample: string, arm: Cell, passed: boolean, flags?: number];

function measured(rows: readonly Drawn[], more: Parameters<typeof difference>[0] = {}) {
  const log = logOf(
    rows.map(([sample, , , flags], at) => [sample, at, flags ?? 0] as const),
    { fields: { arm: rows.map(([, arm]) => arm), passed: rows.map(([, , passed]) => passed) } },
  );
  const found = measureLogs(difference(more), [log]);
  return found.ok ? found.value : found.problem;
}

function results(rows: readonly Drawn[], more: Parameters<typeof difference>[0] = {}) {
  const found = measured(rows, more);
  if ('code' in found) throw new Error(found.message);
  return found.results;
}

const good: readonly Drawn[] = [
  ['a', 'model', true],
  ['b', 'model', false],
  ['a', 'search', false],
  ['c', 'search', false],
];

describe('two arms', () => {
  test('a row without an arm is refused: it may be a flawed trial of either', () => {
    const rows: readonly Drawn[] = [...good, ['d', undefined, false, flag.error]];
    expect(measured(rows)).toMatchObject({ code: 'field-value', message: 'sample d: “arm” has no value' });
    expect(measured([...good, ['d', 'other', false, flag.error]])).toMatchObject({
      notes: ['rows of neither arm, left out: 1 of 5', 'rows that ended with an error: 1 of 5'],
    });
  });

  test('are counted apart, a sample once in each', () => {
    expect(results(good)).toEqual([
      {
        policy: { class: 'treated', other: { class: 'control' } },
        counts: { kind: 'difference', treated: { events: 1, trials: 2 }, control: { events: 0, trials: 2 } },
      },
    ]);
  });

  test('flawed trials hurt in opposite ways', () => {
    const rows: readonly Drawn[] = [...good, ['d', 'model', false, flag.partial], ['e', 'search', true, flag.refused]];
    expect(results(rows).map(({ policy, counts }) => [policy.partial, policy.other?.refusals, counts])).toEqual([
      [
        'exclude',
        'exclude',
        { kind: 'difference', treated: { events: 1, trials: 2 }, control: { events: 0, trials: 2 } },
      ],
      [
        'count as success',
        'count as failure',
        { kind: 'difference', treated: { events: 2, trials: 3 }, control: { events: 0, trials: 3 } },
      ],
      [
        'count as failure',
        'count as success',
        { kind: 'difference', treated: { events: 1, trials: 3 }, control: { events: 1, trials: 3 } },
      ],
    ]);
  });

  test('epochs of one sample count once; each is a trial with `groupBy: none`', () => {
    const rows: readonly Drawn[] = [...good, ['b', 'model', true]];
    expect(results(rows).map(({ policy, counts }) => [policy.epochs, counts])).toMatchObject([
      [undefined, { treated: { events: 2, trials: 2 } }],
      ['all', { treated: { events: 1, trials: 2 } }],
    ]);
    expect(results(rows, { groupBy: 'none' })).toMatchObject([{ counts: { treated: { events: 2, trials: 3 } } }]);
  });

  test('rows of neither are left out, and it is said', () => {
    const found = measured([...good, ['z', 'expert', true]]);
    expect('notes' in found && found.notes).toEqual(['rows of neither arm, left out: 1 of 5']);
  });
});

describe('pairs', () => {
  const pairs: readonly Drawn[] = [
    ['a', 'model', true],
    ['a', 'search', false],
    ['b', 'model', true],
    ['b', 'search', true],
    ['c', 'model', false],
    ['c', 'search', true],
    ['d', 'model', false],
    ['d', 'search', false],
    ['e', 'model', true],
  ];

  test('count what differs; a sample of one arm only is left out', () => {
    const n = 4;
    expect(results(pairs, { paired: true })).toEqual([
      {
        policy: { class: 'treated', other: { class: 'control' } },
        counts: {
          kind: 'paired-difference',
          treatedOnly: { events: 1, trials: n },
          controlOnly: { events: 1, trials: n },
          treated: { events: 2, trials: n },
          control: { events: 2, trials: n },
        },
      },
    ]);
    const found = measured(pairs, { paired: true });
    expect('notes' in found && found.notes).toEqual([
      '4 samples were run in both arms',
      'samples that were run in one arm only, left out: 1',
    ]);
  });

  test('a flawed trial makes its pair whatever hurts, or leaves it out', () => {
    const rows: readonly Drawn[] = [...pairs, ['f', 'model', false, flag.error], ['f', 'search', false]];
    const only = results(rows, { paired: true }).map(({ counts }) =>
      counts.kind === 'paired-difference' ? [counts.treatedOnly, counts.controlOnly] : [],
    );
    expect(only).toEqual([
      [
        { events: 1, trials: 4 },
        { events: 1, trials: 4 },
      ],
      [
        { events: 2, trials: 5 },
        { events: 1, trials: 5 },
      ],
      // The pair may be equal or left out: it stands only where it makes the treated look harmless.
      [
        { events: 1, trials: 5 },
        { events: 1, trials: 4 },
      ],
    ]);
  });
});

test.each<[string, readonly Drawn[], Parameters<typeof difference>[0], RegExp]>([
  ['one value for both arms', good, { control: 'model' }, /same value “model”/],
  ['an arm without rows', good, { control: 'nobody' }, /no good row with arm “nobody”/],
  [
    'an arm of flawed rows',
    [
      ['a', 'model', true],
      ['b', 'search', true, flag.error],
    ],
    {},
    /no good row with arm “search”/,
  ],
  ['no such field', good, { arm: 'group' }, /no field “group”/],
])('%s is a problem', (_name, rows, more, message) => {
  const found = measured(rows, more);
  expect('message' in found ? found.message : '').toMatch(message);
});
