import { describe, expect, test } from 'vitest';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type { Case, Element, Measures, Outcome } from '../case/index.js';
import { type Assessment, assess } from '../doubt/index.js';
import type { AssessmentDiff, OutcomeDiff } from './assessment-diff.js';
import { diffAssessments } from './diff-assessments.js';
import { diffCases } from './diff-cases.js';

const origin = { file: 'case.yaml', path: [] };
const options = { asOf: '2026-11-23', seed: 1 };
const number = (value: number) => ({
  opinions: [{ value: { kind: 'number' as const, value }, by: 'Ada', because: 'Tried', origin }],
  origin,
});
const edges = (ids: string[]) => ids.map((to) => ({ to, optional: false, origin }));
const goal = (id: string, supportedBy: string[], more: Partial<Element> = {}) =>
  bareElement(id, 'goal', {
    text: `Claim ${id} holds`,
    supportedBy: edges(supportedBy),
    inference: number(0),
    ...more,
  });
const leaf = (id: string, doubt?: number, more: Partial<Element> = {}) =>
  bareElement(id, 'solution', {
    text: `Test ${id}`,
    ...(doubt === undefined ? { undeveloped: true } : { doubt: number(doubt) }),
    ...more,
  });
const outcome = (threshold = 0.01, id = 'leak', claim = 'G1'): Outcome => ({
  id,
  text: 'A record leaks',
  claim,
  threshold: { probability: threshold, per: 'window', criterion: 'mean', approved: { by: 'board' }, origin },
  origin,
});
const caseOf = (elements: Element[], more: Partial<Case> = {}) =>
  bareCase({ outcomes: [outcome()], elements, ...more });

function compare(a: Case, b: Case, measures: readonly [Measures, Measures] = [{}, {}]): AssessmentDiff {
  return diffAssessments(assess(a, measures[0], options), assess(b, measures[1], options), diffCases(a, b));
}
const only = (diff: AssessmentDiff): OutcomeDiff => {
  expect(diff.outcomes).toHaveLength(1);
  return diff.outcomes[0]!;
};

const good = caseOf([goal('G1', ['Sn1', 'Sn2']), leaf('Sn1', 0.001), leaf('Sn2', 0.002)]);

describe('what a change did to an outcome', () => {
  test('nothing', () => {
    const one = only(compare(good, good));
    expect(one).toMatchObject({ verdict: 'same', worse: false, number: { move: 'same', factor: 1 } });
    expect([one.reasonsCame, one.reasonsWent, one.cutSetsCame, one.cutSetsWent]).toEqual([[], [], [], []]);
    expect(one.sentence).toBe('leak stays supported; its doubt stays at 0.003 against a threshold of 0.01.');
  });

  test('a larger doubt within the threshold is worse, and says by how much', () => {
    const b = caseOf([goal('G1', ['Sn1', 'Sn2']), leaf('Sn1', 0.004), leaf('Sn2', 0.002)]);
    const diff = compare(good, b);
    expect(only(diff)).toMatchObject({ verdict: 'same', worse: true, number: { move: 'up' } });
    expect(only(diff).sentence).toBe(
      'leak stays supported; its doubt rises from 0.003 to 0.00599 (2 times) against a threshold of 0.01.',
    );
    // 0.001 to 0.004, and 0.002998 to 0.005992.
    expect(diff.elements.map(({ id, factor }) => [id, Number(factor?.toFixed(3))])).toEqual([
      ['Sn1', 4],
      ['G1', 1.999],
    ]);
    expect(only(compare(b, good))).toMatchObject({ verdict: 'same', worse: false, number: { move: 'down' } });
  });

  test('a blocker that came is named, and so is the set that it brought', () => {
    const b = caseOf([goal('G1', ['Sn1', 'Sn2', 'Sn3']), leaf('Sn1', 0.001), leaf('Sn2', 0.002), leaf('Sn3')]);
    const diff = compare(good, b);
    const one = only(diff);
    expect(one).toMatchObject({ verdict: 'worse', worse: true, cutSetsCame: [{ elements: ['Sn3'] }] });
    expect(one.reasonsCame.map(({ code, element, blocks }) => [code, element, blocks])).toContainEqual([
      'undeveloped',
      'Sn3',
      true,
    ]);
    expect(one.sentence).toBe(
      'leak was supported and is now not supported; Sn3 (undeveloped) blocks it now; its doubt rises from 0.003 to 1 (330 times) against a threshold of 0.01.',
    );
    const back = only(compare(b, good));
    expect(back).toMatchObject({ verdict: 'better', worse: false, cutSetsWent: [{ elements: ['Sn3'] }] });
    expect(back.reasonsWent).toEqual(one.reasonsCame);
  });

  test('a raised threshold is said, though it makes the verdict better', () => {
    const strict = { ...good, outcomes: [outcome(0.001)] };
    const one = only(compare(strict, good));
    expect(one).toMatchObject({ verdict: 'better', worse: false });
    expect(one.sentence).toBe(
      'leak was not supported and is now supported; its doubt stays at 0.003; its threshold was raised from 0.001 to 0.01.',
    );
  });

  test('the same set under a renamed leaf did not come and go', () => {
    const b = caseOf([goal('G1', ['SnX', 'Sn2']), leaf('SnX', 0.001, { text: 'Test Sn1' }), leaf('Sn2', 0.002)]);
    const diff = compare(good, b);
    expect(only(diff)).toMatchObject({ cutSetsCame: [], cutSetsWent: [], verdict: 'same' });
    expect(diff.elements).toEqual([]);
  });

  test('outcomes that came and went; worse ones first', () => {
    const two = (leak: number) =>
      caseOf([goal('G1', ['Sn1']), leaf('Sn1', 0.001), goal('G2', ['Sn2']), leaf('Sn2', leak)], {
        outcomes: [outcome(), outcome(0.01, 'harm', 'G2')],
      });
    expect(compare(two(0.001), two(0.5)).outcomes.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'harm worse',
      'leak same',
    ]);
    const one = { ...two(0.001), outcomes: [outcome()] };
    expect(compare(two(0.001), one).outcomes.map(({ sentence, worse }) => [sentence, worse])).toEqual([
      ['harm is no longer an outcome of the case; it was supported.', true],
      ['leak stays supported; its doubt stays at 0.001 against a threshold of 0.01.', false],
    ]);
    expect(compare(one, two(0.001)).outcomes[0]).toMatchObject({
      id: 'harm',
      verdict: 'new',
      worse: false,
      sentence: 'harm is a new outcome: supported, at a doubt of 0.001 against a threshold of 0.01.',
    });
  });

  test('a case that loses its numbers loses its verdict', () => {
    const plain = (id: string) => bareElement(id, 'solution', { text: `Test ${id}` });
    const { inference: _, ...top } = goal('G1', ['Sn1', 'Sn2']);
    const without = caseOf([top, plain('Sn1'), plain('Sn2')]);
    expect(only(compare(good, without))).toMatchObject({ verdict: 'worse', worse: true });
    expect(only(compare(good, without)).number).toBeUndefined();
    expect(only(compare(without, good))).toMatchObject({ verdict: 'better', worse: false });
    const sketch = { ...good, status: 'sketch' as const };
    expect(only(compare(without, sketch))).toMatchObject({ verdict: 'other', worse: false });
  });

  test('what the trials cannot tell apart is no move', () => {
    const uncertain = (hi: number) => ({
      opinions: [
        {
          value: { kind: 'distribution' as const, distribution: { kind: 'between' as const, lo: 1e-4, hi } },
          by: 'Ada',
          origin,
        },
      ],
      origin,
    });
    const of = (hi: number) => caseOf([goal('G1', ['Sn1']), leaf('Sn1', 0, { doubt: uncertain(hi) })]);
    const a = assess(of(5e-3), {}, options);
    const error = a.outcomes[0]!.doubt!.declared.error!;
    expect(error).toBeGreaterThan(0);
    const shifted = (by: number): Assessment => ({
      ...a,
      outcomes: a.outcomes.map((one) => ({ ...one, number: one.number! + by })),
    });
    const diff = diffCases(of(5e-3), of(5e-3));
    expect(diffAssessments(a, shifted(2 * error), diff).outcomes[0]).toMatchObject({
      worse: false,
      number: { move: 'same' },
    });
    expect(diffAssessments(a, shifted(6 * error), diff).outcomes[0]).toMatchObject({
      worse: true,
      number: { move: 'up' },
    });
  });
});

describe('evidence', () => {
  const evidence = (id: string): Case['evidence'][number] => ({
    id,
    sources: [{ path: 'a.csv', origin }],
    pool: false,
    keys: [],
    trials: [],
    map: {},
    measure: {
      kind: 'rate',
      success: 'x',
      groupBy: 'sample',
      errors: 'worst',
      invalid: 'worst',
      limits: 'worst',
      refusals: 'worst',
      partial: 'worst',
      origin,
    },
    origin,
  });
  const requires = { result: 'rate' as const, direction: '<=' as const, value: 0.5, margin: 1, origin };
  const of = caseOf([goal('G1', ['Sn1']), bareElement('Sn1', 'solution', { evidence: 'e', requires })], {
    evidence: [evidence('e')],
  });
  const measures = (events: number, digest: string): Measures => ({
    e: {
      state: { kind: 'fresh' },
      digests: [digest],
      reader: 'csv 1',
      models: [],
      results: [
        {
          policy: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' },
          counts: { kind: 'binomial', events, trials: 100 },
        },
      ],
      notes: [],
    },
  });

  test('that is not here any more, or holds other data', () => {
    const missing: Measures = {
      e: { ...measures(0, 'sha256:a').e!, state: { kind: 'missing', detail: 'gone' }, results: [], digests: [] },
    };
    const gone = compare(of, of, [measures(3, 'sha256:a'), missing]);
    expect(gone.evidence).toMatchObject([{ id: 'e', before: { states: ['fresh'] }, after: { states: ['missing'] } }]);
    expect(gone.elements).toContainEqual(expect.objectContaining({ id: 'Sn1', blocks: 'now' }));
    expect(compare(of, of, [measures(3, 'sha256:a'), measures(5, 'sha256:b')]).evidence).toMatchObject([
      { id: 'e', before: { digests: ['sha256:a'] }, after: { digests: ['sha256:b'] } },
    ]);
    expect(compare(of, of, [measures(3, 'sha256:a'), measures(3, 'sha256:a')]).evidence).toEqual([]);
  });
});

test('assessments for other dates or seeds are not compared', () => {
  const [a, b] = [assess(good, {}, options), assess(good, {}, { ...options, seed: 2 })];
  expect(() => diffAssessments(a, b, diffCases(good, good))).toThrow('other dates or seeds');
});
