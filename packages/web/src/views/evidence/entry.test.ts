import type { Case } from '@surety/core/case';
import { parse } from '@surety/core/language';
import { expect, test } from 'vitest';
import { draftFor, intentOf, measuredBy, pathOf } from './entry.js';

function caseOf(text: string, path = 'case.yaml'): Case {
  const { case: of } = parse([{ path, text }]);
  if (of === null) throw new Error('the text has errors');
  return of;
}

const head =
  'surety: 1\ncase: { id: c, title: C, status: sketch }\nargument: { G1: { text: It holds, undeveloped: true } }\n';

test('a file is put beside the logs that are there, under a name that nothing has', () => {
  const of = caseOf(`${head}evidence: { run: { source: data/runs/a.csv } }\n`, 'sub/case.yaml');
  const draft = draftFor(of, 'run.csv');
  expect(draft).toMatchObject({ id: 'run-2', source: 'data/runs/run.csv' });
  expect(pathOf(of, draft.source)).toBe('sub/data/runs/run.csv');
  expect(draftFor(caseOf(head), 'My Log (2).eval')).toMatchObject({ id: 'My-Log-2-', source: 'logs/My-Log-2-.eval' });
  expect(draftFor(caseOf(head), 'G1.csv').id).toBe('G1-2');
});

test('no name of a file leads out of the folder, and none is empty', () => {
  for (const name of ['../../x.csv', '.hidden', '...', '安全.csv', '']) {
    const { source, id } = draftFor(caseOf(head), name);
    expect(source).toMatch(/^logs\/[A-Za-z0-9_][A-Za-z0-9._-]*$/);
    expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
  }
});

test('what nobody said is not written', () => {
  const draft = draftFor(caseOf(head), 'a.csv');
  expect(intentOf(draft)).toEqual({ kind: 'addEvidence', id: 'a', entry: { source: 'logs/a.csv' } });
  expect(intentOf({ ...draft, requires: '<= 0.1' })).not.toHaveProperty('requires');
  expect(intentOf({ ...draft, ...measuredBy('credibility') }).entry).not.toHaveProperty('measure');
  expect(intentOf({ ...draft, citedBy: 'G1', requires: '<= 0.1' })).toMatchObject({
    citedBy: 'G1',
    requires: { rate: '<= 0.1' },
  });
});
