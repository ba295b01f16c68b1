import { lookup } from '@surety/core/case';
import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { expect, it } from 'vitest';
import { stillBlocks } from './still-blocks.js';

const blocking = (answer: string) => {
  const text = `surety: 1
case: { id: c, title: C }
decision: { kind: internal deployment, window: { from: 2026-01-01, to: 2026-02-01 } }
outcomes: { o: { text: It breaks, threshold: { probability: 0.5, per: window }, claim: G1 } }
argument:
  G1: { text: Top, supportedBy: [Sn1, G3] }
  Sn1: { text: Log, doubt: 0.1 }
  G3: { text: Elsewhere, undeveloped: true }
  D1: { text: Old, challenges: Sn1, status: answered, answeredBy: G2, strength: 0.3 }
  G2: { text: Run again, ${answer} }
`;
  const of = parse([{ path: 'case.yaml', text }]).case!;
  return stillBlocks(lookup(of), assess(of, {}, { asOf: '2026-01-01' }), 'G2');
};

it('is what is open at an answer, and nothing that is open elsewhere', () => {
  expect(blocking('undeveloped: true')).toEqual(['G2 is undeveloped: Run again']);
  expect(blocking('doubt: 0.1')).toEqual([]);
});
