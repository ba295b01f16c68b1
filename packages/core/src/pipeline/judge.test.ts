import { describe, expect, it } from 'vitest';
import { parse } from '../language/index.js';
import { judge } from './index.js';

const options = { asOf: '2026-03-01', seed: 1, measures: {} };
const text = `surety: 1
case: { id: c, title: A case, status: draft }
outcomes:
  o1: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It does not break, doubt: { elicited: 0.002, by: A. Person, because: It was tried } }
`;

describe('judge', () => {
  it('assesses a text without errors', () => {
    const judged = judge(parse([{ path: 'case.yaml', text }]), options);
    expect(judged.case?.id).toBe('c');
    expect(judged.assessment?.outcomes.map(({ number }) => number)).toEqual([0.002]);
    expect(judged.fatal).toEqual([]);
  });

  it('assesses nothing while a finding takes the meaning away', () => {
    const circle = text.replace(
      /G1: \{.*\n/,
      'G1: { text: A, supportedBy: [G2] }\n  G2: { text: B, supportedBy: [G1] }\n',
    );
    const judged = judge(parse([{ path: 'case.yaml', text: circle }]), options);
    expect(judged.case).not.toBeNull();
    expect(judged.assessment).toBeNull();
    expect(judged.fatal.length).toBeGreaterThan(0);
  });

  it('finds what else is wrong beside an error of the text, and assesses nothing', () => {
    const broken = text.replace('status: draft', 'status: drafty').replace('claim: G1', 'claim: G7');
    const judged = judge(parse([{ path: 'case.yaml', text: broken }]), options);
    expect(judged.case).toBeNull();
    expect(judged.assessment).toBeNull();
    expect(judged.findings.length).toBeGreaterThan(1);
  });

  it('keeps what was found of signatures with their sign-offs', () => {
    const signed = `${text}review:\n  signoffs:\n    - { role: safety lead, who: A, of: x }\n    - { role: assessor, who: B, of: x }\n`;
    const check = { kind: 'refused', why: 'no key' } as const;
    const judged = judge(parse([{ path: 'case.yaml', text: signed }]), { ...options, signatures: [null, check] });
    expect(judged.case?.review.signoffs.map((one) => one.check)).toEqual([undefined, check]);
  });
});
