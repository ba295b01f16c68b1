import { describe, expect, test } from 'vitest';
import type { Counts, Measure } from '../case/index.js';
import { assessText, counted, outcomeOf, textOf } from './text.testing.js';

/** What the literature warns of (semantics, section 9): said where it applies, and not elsewhere. */

const watchdogs = (dependence: string) =>
  textOf(`G1: { text: It does not happen, supportedBy: [S1], inference: { elicited: 0, by: A, because: the claim } }
S1: { text: Any watchdog is enough, combine: any, ${dependence}supportedBy: [G2, G3, G4], inference: { elicited: 0, by: A, because: x } }
G2: { text: The first watchdog sees it, doubt: { elicited: 0.01, by: A } }
G3: { text: The second watchdog sees it, doubt: { elicited: 0.01, by: B } }
G4: { text: The third watchdog sees it, doubt: { elicited: 0.01, by: C } }`);

describe('the common cause dominates', () => {
  const said = (text: string) => outcomeOf(text).notes.find(({ code }) => code === 'common-cause-dominates')?.text;

  test('with β = 0.1, three watchdogs of 0.01 are a thousand times as doubtful as if they were independent', () => {
    expect(said(watchdogs('dependence: { beta: 0.1, because: one origin }, '))).toBe(
      'The common cause dominates: 0.001 with what is declared, 1e-6 if all were independent, 1,000 times as much (that of the legs of S1); further copies hardly help',
    );
  });

  test('a group of leaves does it too', () => {
    const grouped = `${watchdogs('dependence: { independent: true, because: told apart }, ')}dependence:
  - { name: one origin, members: [G2, G3, G4], beta: 0.1, because: same weights }`;
    expect(said(grouped)).toContain('("one origin")');
  });

  test.each([
    ['legs that are independent', 'dependence: { independent: true, because: told apart }, '],
    ['legs about which nothing is said: they earn no credit anyway', ''],
    ['a β that adds less than what is there', 'dependence: { beta: 1e-5, because: told apart }, '],
  ])('not with %s', (_, dependence) => expect(said(watchdogs(dependence))).toBeUndefined());

  test('not where the common cause takes little of the doubt', () => {
    const text = watchdogs('dependence: { beta: 0.1, because: one origin }, ').replace(
      'inference: { elicited: 0, by: A, because: the claim }',
      'inference: { elicited: 0.05, by: A, because: the claim }',
    );
    expect(said(text)).toBeUndefined();
  });
});

const measured = (doubt: string, quantities = '') =>
  textOf(
    `G1: { text: It does not happen, supportedBy: [Sn1], inference: { elicited: 0.001, by: A, because: the chain } }
Sn1: { text: Trials, ${doubt} }`,
    `${quantities}evidence: { e: { source: e.csv, reader: csv, measure: { kind: rate, success: leaked } } }`,
  );
const required = measured('evidence: e, requires: { rate: "<= 0.1", margin: 2 }');
const drawn = measured('doubt: p', 'quantities: { p: { evidence: e } }\n');

describe('no event in n trials says little about N ≫ n uses', () => {
  const said = (measure: Measure, text = required) =>
    assessText(text, { e: measure }).notes.find(({ code }) => code === 'extrapolation')?.text;
  const of = (counts: Counts): Measure => ({ ...counted(0, 1), results: [{ policy: {}, counts }] });

  test('of a plain count, for a requirement and for a quantity', () => {
    for (const text of [required, drawn])
      expect(said(counted(0, 50), text)).toBe(
        'Evidence e: 0 of 50 still allows about 58 events in 1,000 uses (95 % Clopper–Pearson)',
      );
  });

  test('trials that hang together count as one', () => {
    const clusters = Array.from({ length: 20 }, () => ({ events: 0, trials: 10 }));
    for (const kind of ['clusters', 'robust-clusters', 'beta-binomial'] as const)
      expect(said(of({ kind, clusters }))).toContain('Evidence e: 0 of 20 still allows');
  });

  test('a run that is looked at, and a prior, change nothing about it', () => {
    expect(said(of({ kind: 'sequential', events: 0, trials: 50 }))).toContain('0 of 50');
    expect(said(of({ kind: 'conservative', events: 0, trials: 50, confidence: 0.9, below: 0.001 }))).toContain(
      '0 of 50',
    );
  });

  test.each([
    ['an event was seen', counted(1, 50)],
    ['there are not ten times as many uses', counted(0, 101)],
    ['a cluster has an event', of({ kind: 'clusters', clusters: [{ events: 1, trials: 10 }] })],
  ])('not where %s', (_, measure) => expect(said(measure)).toBeUndefined());
});

describe('evidence supports a proxy, and the step to the harm is a claim of its own', () => {
  const proxies = (text: string) =>
    assessText(text, { e: counted(0, 50) }).evidence[0]!.unproved.filter(({ code }) => code === 'proxy');

  test('for a requirement, and for a doubt that is computed from the trials', () => {
    expect(proxies(required)).toMatchObject([{ element: 'Sn1', text: expect.stringContaining('a rate in trials') }]);
    expect(proxies(drawn)).toMatchObject([
      {
        element: 'Sn1',
        text: 'Sn1 is computed from the trials of e. The step from there to harm in the field is the inference of G1, which is assessed by itself.',
      },
    ]);
  });

  test('not for evidence on which nothing rests', () => {
    expect(proxies(measured('doubt: { elicited: 0.01, by: A }'))).toEqual([]);
  });
});

test('the three numbers are pointed at wherever there is a number, and nowhere else', () => {
  const has = (text: string) => outcomeOf(text).notes.some(({ code }) => code === 'three-numbers');
  expect(has(watchdogs(''))).toBe(true);
  const bare = textOf('G1: { text: It does not happen, supportedBy: [Sn1] }\nSn1: { text: Trials }');
  expect(has(bare)).toBe(false);
});
