import { describe, expect, test } from 'vitest';
import { flag } from '../trials/index.js';
import { agreement, countsOf, credibility, hazard, mean, measured, repeats, survival, tail } from './kinds.testing.js';
import { type Cell, logOf, samples } from './specs.testing.js';

const flags = (...of: number[]) => samples(of);
const values = (low: number, high: number, ...held: [number, number][]) => ({
  kind: 'values',
  low,
  high,
  values: held.map(([value, count]) => ({ value, count })),
});

describe('mean', () => {
  const log = logOf(flags(0, 0, 0, flag.error), { fields: { credit: [0.5, 0, 0.5, 9], task: ['a', 'b', 'b', 'c'] } });

  test('of samples; a flawed one is left out, or at either end of the range', () => {
    expect(countsOf(mean(), log)).toEqual([
      values(0, 1, [0, 1], [0.5, 2]),
      values(0, 1, [0, 1], [0.5, 2], [1, 1]),
      values(0, 1, [0, 2], [0.5, 2]),
    ]);
  });

  test('of clusters, each of them once', () => {
    const { results, notes } = measured(mean({ clusterBy: 'task', errors: 'exclude' }), log);
    expect(results.map(({ counts }) => counts)).toEqual([values(0, 1, [0.25, 1], [0.5, 1])]);
    expect(notes.at(-1)).toBe(
      '4 samples in 3 clusters: the value of a cluster is the mean of its samples, and each cluster counts the same',
    );
  });

  test('of epochs, a sample once', () => {
    const epochs = logOf(
      [
        ['x', 1, 0],
        ['x', 2, 0],
        ['y', 1, flag.limit],
        ['y', 2, 0],
      ],
      { fields: { credit: [0.2, 0.4, undefined, 1] } },
    );
    const third = [expect.closeTo(0.3, 12) as number, 1] as [number, number];
    expect(countsOf(mean(), epochs)).toEqual([values(0, 1, third, [1, 1]), values(0, 1, third, [0.5, 1])]);
    expect(countsOf(mean({ groupBy: 'none', limits: 'exclude' }), epochs)).toEqual([
      values(0, 1, [0.2, 1], [0.4, 1], [1, 1]),
    ]);
  });

  test('of an expression, and of a score', () => {
    expect(countsOf(mean({ value: 'credit * 2', errors: 'exclude' }), log)).toEqual([values(0, 1, [0, 1], [1, 2])]);
    const scored = logOf(flags(0, 0, 0), { scores: { judge: ['C', 'P', 'I'] } });
    expect(countsOf(mean({ value: 'score' }), scored)).toEqual([values(0, 1, [0, 1], [0.5, 1], [1, 1])]);
  });

  test.each<[string, Parameters<typeof mean>[0], Cell[], RegExp]>([
    ['a value outside the range', {}, [0.5, 1.2], /^field-value: sample s1: `credit` gives 1.2/],
    ['a truth', { value: 'credit > 0' }, [0.5, 0.7], /^bad-expression: `credit > 0` gives true or false, not a number/],
    ['a constant', { value: '1 / 2' }, [0.5, 0.7], /^bad-expression: .* reads nothing of a trial/],
    ['a field that is not there', { value: 'credits' }, [0.5, 0.7], /^unknown-field: .*did you mean “credit”/],
    ['no value at all', {}, [undefined, undefined], /^no-rows: no row has an outcome/],
  ])('refuses %s', (_name, more, credit, problem) => {
    const odd = logOf(flags(...credit.map(() => 0)), { fields: { credit } });
    expect(() => measured(mean({ errors: 'exclude', ...more }), odd)).toThrow(problem);
  });

  test('refuses a row without a cluster', () => {
    const odd = logOf(flags(0, 0), { fields: { credit: [1, 1], task: ['a', undefined] } });
    expect(() => measured(mean({ clusterBy: 'task' }), odd)).toThrow(/^field-value: sample s1: “task” has no value/);
  });
});

describe('credibility', () => {
  const log = logOf(flags(0, 0, flag.invalid), {
    fields: { advisor: [0.8, 0.5, 0.5], human: [0.5, 0.5, 0.5], came: [true, 0, true] },
  });

  test('by the squared distance; a flawed trial is left out, or at the best or the worst difference', () => {
    const [excluded, best, worst] = countsOf(credibility(), log);
    // (1 − .8)² − (1 − .5)² = −.21, and 0.
    expect(excluded).toEqual(values(-1, 1, [expect.closeTo(-0.21, 12) as number, 1], [0, 1]));
    expect(best).toEqual(values(-1, 1, [-1, 1], [expect.closeTo(-0.21, 12) as number, 1], [0, 1]));
    expect(worst).toEqual(values(-1, 1, [expect.closeTo(-0.21, 12) as number, 1], [0, 1], [1, 1]));
  });

  test('by the logarithm, within the range that the floor gives', () => {
    const [counts] = countsOf(credibility({ rule: 'log', floor: 0.01, invalid: 'exclude' }), log);
    const range = Math.log(99);
    expect(counts).toEqual(
      values(
        expect.closeTo(-range, 12) as number,
        expect.closeTo(range, 12) as number,
        [expect.closeTo(Math.log(0.5 / 0.8), 12) as number, 1],
        [0, 1],
      ),
    );
  });

  test('says what was held by the floor, and that the interval is for comparison', () => {
    const extreme = logOf(flags(0, 0), { fields: { advisor: [0, 1], human: [0.5, 0.5], came: [true, true] } });
    const { notes } = measured(credibility({ rule: 'log', floor: 0.01 }), extreme);
    expect(notes.some((note) => note.includes('forecasts that were held between 0.01 and 0.99: in 2 rows'))).toBe(true);
    expect(notes.some((note) => note.includes('no doubt rests on it'))).toBe(true);
  });

  test.each<[string, Parameters<typeof credibility>[0], Record<string, Cell[]>, RegExp]>([
    ['the logarithm without a floor', { rule: 'log' }, {}, /^no-floor/],
    ['a forecast that is no probability', {}, { advisor: [1.2, 0] }, /^field-value: sample s0: “advisor” is 1.2/],
    ['an outcome that is neither', {}, { came: [2, 0] }, /^field-value: “came” is 2/],
  ])('refuses %s', (_name, more, fields, problem) => {
    const odd = logOf(flags(0, 0), { fields: { advisor: [0.1, 0.2], human: [0.1, 0.2], came: [1, 0], ...fields } });
    expect(() => measured(credibility(more), odd)).toThrow(problem);
  });
});

describe('repeats', () => {
  const rows = (...of: [string, Cell, number][]) =>
    logOf(
      of.map(([sample, , bits], at) => [sample, at + 1, bits]),
      { fields: { passed: of.map(([, passed]) => passed) } },
    );
  const sampled = (k: number, ...of: [number, number, number][]) => ({
    kind: 'repeats',
    k,
    samples: of.map(([successes, n, count]) => ({ successes, repeats: n, count })),
  });

  test('samples by their successes; a flawed repeat is left out, succeeded or failed', () => {
    const log = rows(['a', true, 0], ['a', true, 0], ['b', true, 0], ['b', false, 0], ['b', true, flag.error]);
    const found = countsOf(repeats(), log);
    expect(found).toContainEqual(sampled(2, [1, 2, 1], [2, 2, 1]));
    expect(found).toContainEqual(sampled(2, [2, 2, 1], [2, 3, 1]));
    expect(found).toContainEqual(sampled(2, [2, 2, 1], [1, 3, 1]));
  });

  test('a repeat that a sample lacks counts as one that ended with an error', () => {
    const log = rows(['a', true, 0], ['a', true, 0], ['b', true, 0]);
    const found = countsOf(repeats(), log);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(sampled(2, [2, 2, 1]));
    expect(found).toContainEqual(sampled(2, [2, 2, 2]));
    expect(found).toContainEqual(sampled(2, [1, 2, 1], [2, 2, 1]));
    expect(measured(repeats(), log).notes).toContain(
      'samples with fewer than 2 rows: 1; what they lack counts as ended with an error',
    );
  });

  test('refuses rows apart, and a k that no sample reaches', () => {
    const log = rows(['a', true, 0], ['b', true, 0]);
    expect(() => measured(repeats({ groupBy: 'none' }), log)).toThrow(/^repeats-apart/);
    expect(() => measured(repeats(), log)).toThrow(/^too-few-repeats: no sample has 2 good repeats/);
  });
});

describe('hazard', () => {
  const exposure = (events: number, length: number) => ({ kind: 'exposure', events, exposure: length, unit: 'hour' });

  test('events over time; a flawed trial is left out, or over its time with or without the event', () => {
    const log = logOf(flags(0, 0, flag.error), { fields: { failed: [false, true, undefined], hours: [8, 3, 2] } });
    expect(countsOf(hazard(), log)).toEqual([exposure(1, 11), exposure(2, 13), exposure(1, 13)]);
  });

  test('a flawed trial without a time is an event over none', () => {
    const log = logOf(flags(0, flag.error), { fields: { failed: [false, undefined], hours: [8, undefined] } });
    expect(countsOf(hazard(), log)).toEqual([exposure(0, 8), exposure(1, 8)]);
  });

  test('epochs of a sample are one trial, counted both ways', () => {
    const log = logOf(
      [
        ['x', 1, 0],
        ['x', 2, 0],
        ['y', 1, 0],
      ],
      { fields: { failed: [true, false, false], hours: [3, 8, 5] } },
    );
    expect(countsOf(hazard(), log)).toEqual([exposure(1, 8), exposure(0, 13)]);
    expect(countsOf(hazard({ groupBy: 'none' }), log)).toEqual([exposure(1, 16)]);
  });

  test('refuses a negative time, and no time at all', () => {
    const odd = logOf(flags(0), { fields: { failed: [true], hours: [-1] } });
    expect(() => measured(hazard(), odd)).toThrow(/^field-value: sample s0: “hours” is -1/);
    const none = logOf(flags(0), { fields: { failed: [true], hours: [0] } });
    expect(() => measured(hazard(), none)).toThrow(/^no-exposure/);
  });
});

describe('survival', () => {
  const binomial = (events: number, trials: number) => ({ kind: 'binomial', events, trials });

  test('what was not watched long enough counts either way', () => {
    const log = logOf(flags(0, 0, 0, 0, 0), {
      fields: { failed: [true, true, false, false, false], hours: [3, 12, 10, 4, 20] },
    });
    const { results, notes } = measured(survival(), log);
    expect(results.map(({ counts }) => counts)).toEqual([binomial(3, 5), binomial(4, 5)]);
    expect(results.map(({ policy }) => policy.class)).toEqual([
      'trials not watched up to 10 counted with the event',
      'trials not watched up to 10 counted without it',
    ]);
    expect(notes.at(-1)).toContain('1 row not watched up to 10');
  });

  test('an event at the time itself is not before it', () => {
    const log = logOf(flags(0, 0), { fields: { failed: [true, true], hours: [10, 9.99] } });
    expect(countsOf(survival(), log)).toEqual([binomial(1, 2)]);
  });

  test('a flawed trial is left out, had the event or had none', () => {
    const log = logOf(flags(0, flag.limit), { fields: { failed: [false, false], hours: [20, 20] } });
    expect(countsOf(survival(), log)).toEqual([binomial(1, 1), binomial(1, 2), binomial(2, 2)]);
  });

  test('epochs of a sample survive where all of them do, and also where any does', () => {
    const log = logOf(
      [
        ['x', 1, 0],
        ['x', 2, 0],
      ],
      { fields: { failed: [true, false], hours: [3, 20] } },
    );
    expect(countsOf(survival(), log)).toEqual([binomial(0, 1), binomial(1, 1)]);
  });
});

describe('tail', () => {
  const p = Array.from({ length: 40 }, (_, i) => (i + 1) / 1000);
  const log = (...bits: number[]) => logOf(flags(...p.map((_, at) => bits[at] ?? 0)), { fields: { p } });

  test('keeps the highest, says how far it goes and how often such forecasts were too low', () => {
    const { results, notes } = measured(tail(), log());
    expect(results[0]!.counts).toEqual({
      kind: 'tail',
      uses: 10_000,
      queries: 40,
      highest: [...p].reverse(),
      restMean: 0,
    });
    expect(notes[0]).toBe('extrapolated over 2.4 orders of magnitude');
    expect(notes[1]).toContain('34 % were too low');
    expect(measured(tail({ uses: 1e6 }), log()).notes[0]).toContain('the method was tested over 3');
  });

  test('refuses a flawed query unless it is excluded for a reason', () => {
    expect(() => measured(tail(), log(flag.error))).toThrow(/^flawed-queries/);
    expect(() => measured(tail({ errors: 'exclude' }), log(flag.error))).toThrow(/^flawed-queries/);
    expect(() => measured(tail({ errors: 'count as failure', groupByBecause: 'x' }), log(flag.error))).toThrow(
      /^flawed-queries/,
    );
    const given = tail({ errors: 'exclude', groupByBecause: 'the sandbox died, whatever was asked' });
    expect(countsOf(given, log(flag.error))[0]).toMatchObject({ queries: 39 });
  });

  test('refuses a probability of 0, and fewer than ten queries', () => {
    const zero = logOf(flags(...p.map(() => 0)), { fields: { p: [0, ...p.slice(1)] } });
    expect(() => measured(tail(), zero)).toThrow(/^no-tail: an elicitation probability lies between 0 and 1/);
    const few = logOf(flags(0, 0), { fields: { p: [0.1, 0.2] } });
    expect(() => measured(tail(), few)).toThrow(/^no-tail: 10 elicitation probabilities are needed, and there are 2/);
  });
});

describe('agreement', () => {
  const binomial = (events: number, trials: number) => ({ kind: 'binomial', events, trials });

  test('of all graders; a missing grade is a flaw', () => {
    const log = logOf(flags(0, 0, 0, 0), { fields: { ann: ['a', 'b', 1, 'a'], bob: ['a', 'a', '1', undefined] } });
    const { results, notes } = measured(agreement(), log);
    expect(results.map(({ counts }) => counts)).toEqual([binomial(2, 3), binomial(3, 4), binomial(2, 4)]);
    expect(notes[0]).toBe('rows without an outcome, counted as errors: 1 of 4');
    expect(notes[1]).toContain('Cohen’s κ 0.5 ±');
  });

  test('says where chance agreement makes κ low', () => {
    const ann = Array.from({ length: 20 }, (_, i) => (i === 0 ? 'bad' : 'good'));
    const bob = Array.from({ length: 20 }, (_, i) => (i === 1 ? 'bad' : 'good'));
    const { notes } = measured(agreement(), logOf(flags(...ann.map(() => 0)), { fields: { ann, bob } }));
    expect(notes.at(-1)).toContain('95 % of the grades are “good”');
    expect(notes.at(-1)).toContain('prevalence paradox');
  });

  test('of three graders has Fleiss’ κ', () => {
    const fields = { ann: ['a', 'b'], bob: ['a', 'b'], cid: ['a', 'a'] };
    const { results, notes } = measured(agreement({ graders: ['ann', 'bob', 'cid'] }), logOf(flags(0, 0), { fields }));
    expect(results[0]!.counts).toEqual(binomial(1, 2));
    expect(notes[0]).toContain('Fleiss’ κ');
  });

  test('all grades one: κ has no value, and that is said', () => {
    const fields = { ann: ['a', 'a'], bob: ['a', 'a'] };
    expect(measured(agreement(), logOf(flags(0, 0), { fields })).notes[0]).toContain('κ without a value');
  });
});
