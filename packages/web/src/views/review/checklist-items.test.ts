import { lookup } from '@surety/core/case';
import { parse } from '@surety/core/language';
import { judge } from '@surety/core/pipeline';
import { signOffsOf } from '@surety/core/signoff';
import { challengeLog, stepsOf } from '@surety/core/steps';
import { expect, test } from 'vitest';
import { checklistOf } from './checklist-items.js';
import { marksIn } from './looked-at.js';

const text = `surety: 1
case: { id: c, title: C, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
  theft: { text: It leaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [G2] }
  G2: { text: It cannot, doubt: { elicited: 0.002, by: A, because: tried } }
  D1: { text: Not so, challenges: G2, status: open }
  Sn1: { text: Tried, evidence: gone, requires: { rate: "<= 0.5" } }
evidence: { gone: { source: gone.csv, measure: { kind: rate, success: bad >= 1 } } }
review: { required: [author] }
`;

function checklist(of: string) {
  const parsed = parse([{ path: 'case.yaml', text: of }]);
  const judged = judge(parsed, { asOf: '2026-03-01', seed: 1, measures: {} });
  if (judged.case === null || judged.assessment === null) throw new Error('not assessed');
  const { assessment, findings } = judged;
  return checklistOf({
    of: judged.case,
    assessment,
    steps: stepsOf(judged.case, findings, assessment),
    challenges: challengeLog(judged.case, '2026-03-01', assessment),
    signOffs: signOffsOf(lookup(judged.case)),
  });
}

test('each thing that the case leaves open stands once, with its place', () => {
  const groups = new Map(checklist(text).map(({ title, items }) => [title, items]));
  const only = (title: string) => groups.get(title)!.map(({ text: said, place }) => [said, place]);
  expect(only('Challenges that are not answered')).toEqual([
    ['D1 (open): Not so', { view: 'review', params: { part: 'challenges', at: 'D1' } }],
  ]);
  expect(only('Inference steps that nobody assessed')).toEqual([
    ['G1: It holds', { view: 'argument', params: { at: 'G1' } }],
  ]);
  expect(only('Evidence that may not be relied on, or was not read here')).toEqual([
    [expect.stringContaining('gone'), { view: 'evidence', params: { at: 'gone' } }],
  ]);
  expect(only('Sign-offs that are required')).toEqual([
    ['author, for breach, theft: missing', { view: 'review', params: { part: 'sign-off' } }],
  ]);
  const keys = [...groups.values()].flat().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('another text of the same thing is another item, so that its mark goes', () => {
  const keys = (of: string) => new Set(checklist(of).flatMap(({ items }) => items.map(({ key }) => key)));
  const [before, after] = [keys(text), keys(text.replace('Not so', 'Not so at all'))];
  expect([...after].filter((key) => !before.has(key))).toEqual(['challenge D1: D1 (open): Not so at all']);
});

test('marks that are damaged are no marks', () => {
  for (const damaged of [null, '', '{', '{"a":1}', '7']) expect(marksIn(damaged)).toEqual(new Set());
  expect(marksIn('["a", 1]')).toEqual(new Set(['a']));
});
