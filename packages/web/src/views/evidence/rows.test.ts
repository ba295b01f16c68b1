import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { expect, it } from 'vitest';
import { evidenceRows } from './rows.js';

it('says what expires before the window ends, be it before it begins, and has not yet', () => {
  const text = `surety: 1
case: { id: c, title: C }
decision: { kind: internal deployment, window: { from: 2026-02-01, to: 2026-03-01 } }
argument: { G1: { text: Top, doubt: 0.1 } }
evidence:
  past: { source: a.csv, expires: 2026-01-10 }
  early: { source: a.csv, expires: 2026-01-20 }
  soon: { source: b.csv, expires: 2026-02-20 }
  last: { source: b.csv, expires: 2026-03-01 }
  later: { source: c.csv, expires: 2026-03-02 }
  never: { source: d.csv }
`;
  const of = parse([{ path: 'case.yaml', text }]).case!;
  const rows = evidenceRows(of, assess(of, {}, { asOf: '2026-01-10' }), {});
  expect(rows.filter(({ beforeEnd }) => beforeEnd).map(({ id }) => id)).toEqual(['early', 'soon', 'last']);
});
