import { describe, expect, test } from 'vitest';
import { assess } from '../doubt/index.js';
import { parse } from '../language/index.js';
import { challengeLog, conditionsOf } from './index.js';

const text = `surety: 1
case: { id: tiny, title: Tiny, budget: { probability: 1e-2, per: window } }
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 }, exposure: { tasks: 500 } }
outcomes:
  leak: { text: A leak, claim: G1, threshold: { probability: 1e-2, per: window } }
system:
  coder: { kind: model, capability: 6 }
argument:
  G1: { text: No leak, supportedBy: [G2, G3], inContextOf: [A1] }
  G2: { text: Cannot, subsystem: coder, holdsUntil: { capability: 8, tasks: 400 }, doubt: 1e-3 }
  G3: { text: Is caught, holdsUntil: { capability: 7 }, supportedBy: [Sn1] }
  Sn1: { text: Tests, evidence: trials, requires: { rate: "<= 0.1" } }
  G4: { text: They were not, doubt: 0.5 }
  D1: { type: challenge, challenges: G2, text: Scaffolds improved, strength: 0.25, raisedBy: Ann, date: 2026-11-13, answeredBy: G4 }
  D2: { type: challenge, challenges: G3 -> Sn1, text: Another set, blocking: false, strength: 0.1 }
  D3: { type: challenge, challenges: G2, text: Too few, status: accepted, date: 2026-11-30 }
  D4: { type: challenge, challenges: G1, text: Older, date: 2026-10-24 }
assumptions:
  A1: { text: The vault holds, indicator: alerts, doubt: 1e-4 }
evidence:
  trials: { source: t.csv, reader: csv, expires: 2026-11-23, measure: { kind: rate, success: leaked >= 1 } }
indicators:
  alerts: { source: { prometheus: alerts }, breach: "> 0", every: 1h }
waivers:
  - { rule: undeveloped, at: G3, until: 2026-11-22, because: Soon, by: Ann }
`;

const of = parse([{ path: 'case.yaml', text }]).case!;

test('all conditions stand in one list, and what has come about is marked', () => {
  expect(conditionsOf(of, '2026-11-23')).toEqual([
    { kind: 'waiver ends', date: '2026-11-22', what: 'undeveloped', at: 'G3', past: true, insideWindow: true },
    // Evidence does not count on the day on which it expires, a waiver on its last day does.
    { kind: 'evidence expires', date: '2026-11-23', what: 'trials', past: true, insideWindow: true },
    { kind: 'window begins', date: '2026-12-01', what: 'the deployment window', past: false, insideWindow: true },
    { kind: 'window ends', date: '2027-02-28', what: 'the deployment window', past: false, insideWindow: false },
    { kind: 'limit', element: 'G2', axis: 'capability', limit: 8, now: 6, past: false },
    { kind: 'limit', element: 'G2', axis: 'tasks', limit: 400, now: 500, past: true },
    // Of no subsystem: where it stands is not known, so it does not hold.
    { kind: 'limit', element: 'G3', axis: 'capability', limit: 7, past: true },
    {
      kind: 'indicator',
      indicator: 'alerts',
      tests: ['A1'],
      source: 'prometheus: alerts',
      breach: '> 0',
      every: '1h',
      past: false,
    },
  ]);
  expect(conditionsOf(of, '2026-11-22').map(({ past }) => past)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
    true,
    false,
  ]);
});

describe('the log of challenges', () => {
  test('has open ones first, the oldest first, with age and answer', () => {
    expect(challengeLog(of, '2026-11-23')).toEqual([
      {
        id: 'D4',
        text: 'Older',
        against: { kind: 'element', element: 'G1' },
        status: 'open',
        blocks: true,
        date: '2026-10-24',
        age: 30,
      },
      {
        id: 'D2',
        text: 'Another set',
        against: { kind: 'link', from: 'G3', to: 'Sn1' },
        status: 'open',
        blocks: false,
      },
      {
        id: 'D3',
        text: 'Too few',
        against: { kind: 'element', element: 'G2' },
        status: 'accepted',
        blocks: false,
        date: '2026-11-30',
        age: -7,
      },
      {
        id: 'D1',
        text: 'Scaffolds improved',
        against: { kind: 'element', element: 'G2' },
        status: 'answered',
        blocks: false,
        raisedBy: 'Ann',
        date: '2026-11-13',
        age: 10,
        answer: { id: 'G4', text: 'They were not' },
      },
    ]);
  });

  test('says what each does to the doubt of an outcome, computed by hand', () => {
    // G1 rests on G2 alone, which is challenged by D1 (right with 0.25, its answer fails with 0.5).
    const small = text
      .replace(/\n {2}G3: .*\n {2}Sn1: .*\n/, '\n')
      .replace(/\n {2}D2: .*\n {2}D3: .*\n {2}D4: .*\n/, '\n')
      .replace('supportedBy: [G2, G3], inContextOf: [A1]', 'supportedBy: [G2]')
      .replace(', tasks: 400', '')
      .replace(/\nevidence:[\s\S]*$/, '\n');
    const only = parse([{ path: 'case.yaml', text: small }]).case!;
    const assessment = assess(only, {}, { asOf: '2026-11-23', seed: 1 });
    const [d1] = challengeLog(only, '2026-11-23', assessment);
    // P(G1 fails) = 1 - (1 - 0.001)(1 - 0.25 × 0.5); with D1 right 1 - 0.999 × 0.5; with D1 wrong 0.001.
    const [now, right, wrong] = [1 - 0.999 * 0.875, 1 - 0.999 * 0.5, 0.001];
    expect(d1!.strength).toEqual({ mean: 0.25 });
    expect(d1!.answer!.doubt).toEqual({ mean: 0.5 });
    expect(d1!.effects).toEqual([
      {
        outcome: 'leak',
        ifRight: expect.closeTo(right, 12),
        ifWrong: expect.closeTo(wrong, 12),
        share: expect.closeTo((now - wrong) / now, 12),
      },
    ]);
  });
});
