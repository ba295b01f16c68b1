import type { MeasureSpec } from '@surety/core/case';
import { expect, test } from 'vitest';
import { flag } from '../trials/index.js';
import { measureLogs } from './measure.js';
import { logOf, rate } from './specs.testing.js';

/** Two epochs of sample a in different families, and three other samples. */
const log = logOf(
  [
    ['a', 1, 0],
    ['a', 2, 0],
    ['b', 1, 0],
    ['c', 1, flag.error],
    ['d', 1, flag.refused | flag.limit],
  ],
  {
    fields: {
      passed: [true, false, false, false, true],
      family: ['x', 'y', 'x', 'y', undefined],
    },
  },
);

const measured = (more: Partial<MeasureSpec & { kind: 'rate' }>) => {
  const found = measureLogs(rate('passed', more), [log]);
  return found.ok ? found.value : found.problem;
};
const results = (more: Partial<MeasureSpec & { kind: 'rate' }>) => {
  const found = measured(more);
  if ('code' in found) throw new Error(found.message);
  return found.results;
};

test('by strategy: a sample is a trial of each strategy that it was tried with', () => {
  const [excluded, asSuccess] = results({ strategy: 'family' });
  expect(excluded).toEqual({
    policy: { errors: 'exclude', limits: 'exclude' },
    counts: {
      kind: 'strata',
      strata: [
        { name: '(none stated)', events: 0, trials: 0 },
        { name: 'x', events: 1, trials: 2 },
        { name: 'y', events: 0, trials: 1 },
      ],
    },
  });
  expect(asSuccess?.counts).toMatchObject({
    strata: [
      { events: 1, trials: 1 },
      { events: 1, trials: 2 },
      { events: 1, trials: 2 },
    ],
  });
});

test.each([
  [undefined, 'clusters', 3],
  ['worst', 'clusters', 3],
  // Every policy, since none is known to be the worst: 3 for errors times 3 for limits, of which one gives the same.
  ['robust', 'robust-clusters', 9],
  ['beta-binomial', 'beta-binomial', 9],
] as const)('by cluster, %s', (clusters, kind, ways) => {
  const found = results({ clusterBy: 'family', ...(clusters === undefined ? {} : { clusters }) });
  expect(found[0]!.counts).toEqual({
    kind,
    clusters: [
      { events: 0, trials: 0 },
      { events: 1, trials: 2 },
      { events: 0, trials: 1 },
    ],
  });
  expect(found).toHaveLength(ways);
});

test('few clusters are said', () => {
  const found = measured({ clusterBy: 'family' });
  expect('notes' in found && found.notes.at(-1)).toBe(
    '5 trials in 3 clusters by family: too few clusters to know how much they differ',
  );
});

test('from a prior, and while it runs', () => {
  const prior = { confidence: 0.9, below: 0.01, because: 'An earlier version passed 500' };
  const first = { events: 1, trials: 2 };
  expect(results({ prior })[0]!.counts).toEqual({ kind: 'conservative', ...first, confidence: 0.9, below: 0.01 });
  expect(results({ sequential: true })[0]!.counts).toEqual({ kind: 'sequential', ...first });
  expect(results({ sequential: false })[0]!.counts).toEqual({ kind: 'binomial', ...first });
});

test.each<[Partial<MeasureSpec & { kind: 'rate' }>, string]>([
  [
    { strategy: 'family', sequential: true },
    'the measure states strategy and sequential, and no estimate takes them together',
  ],
  [{ clusters: 'robust' }, 'the measure states `clusters: robust` and not what the clusters are'],
  [{ clusterBy: 'famly' }, 'the source has no field “famly”; did you mean “family”?'],
])('%o is a problem', (options, message) => expect(measured(options)).toMatchObject({ message }));

test('a row that was refused and met a limit follows the limit, as the graver', () => {
  expect(results({ limits: 'count as failure', refusals: 'count as success', errors: 'exclude' })).toMatchObject([
    { policy: { limits: 'count as failure', errors: 'exclude' }, counts: { events: 1, trials: 3 } },
    { policy: { epochs: 'all' }, counts: { events: 0, trials: 3 } },
  ]);
});
