import { describe, expect, it } from 'vitest';
import { example } from './example.js';
import { diagnosticsIn } from './examples.testing.js';

const body = (waiver: string) => `
argument:
  G1: { text: A, supportedBy: [G2, G3] }
  G2: { text: B, undeveloped: true }
  G3: { text: C, undeveloped: true }
evidence:
  e: { source: e.csv, reader: csv }
waivers:
  - { because: Study runs, by: anna, ${waiver} }
`;

const waivedIn = (waiver: string, asOf: string) =>
  diagnosticsIn(example(body(waiver), { asOf }))
    .filter((one) => one.waived !== undefined)
    .map((one) => `${one.code} ${one.range.start.line}`);

const about = (waiver: string, asOf: string) =>
  diagnosticsIn(example(body(waiver), { asOf }))
    .map((one) => one.code)
    .filter((code) => code.startsWith('waiver-') || code.startsWith('unknown-'));

describe('a waiver', () => {
  const atG2 = 'rule: undeveloped, at: G2, until: 2027-01-31';

  it('covers the finding of its rule at its place, and no other', () => {
    expect(waivedIn(atG2, '2026-12-01')).toEqual(['undeveloped 5']);
    expect(about(atG2, '2026-12-01')).toEqual([]);
  });

  it('never takes a finding away', () => {
    const count = (waiver: string) =>
      diagnosticsIn(example(body(waiver))).filter((one) => one.code === 'undeveloped').length;
    expect(count(atG2)).toBe(2);
  });

  it('says why, who and until when at the finding', () => {
    const waived = diagnosticsIn(example(body(atG2))).find((one) => one.waived !== undefined)?.waived;
    expect(waived).toEqual({ because: 'Study runs', by: 'anna', until: '2027-01-31' });
  });

  it('holds on its last day and not on the next', () => {
    expect(waivedIn(atG2, '2027-01-31')).toEqual(['undeveloped 5']);
    expect(about(atG2, '2027-01-31')).toEqual([]);
    expect(waivedIn(atG2, '2027-02-01')).toEqual([]);
    expect(about(atG2, '2027-02-01')).toEqual(['waiver-expired']);
  });

  it('without a place covers every finding of its rule', () => {
    expect(waivedIn('rule: undeveloped, until: 2027-01-31', '2026-12-01')).toEqual(['undeveloped 5', 'undeveloped 6']);
  });

  it('may be at anything that has a name', () => {
    expect(waivedIn('rule: evidence-unused, at: e, until: 2027-01-31', '2026-12-01')).toEqual(['evidence-unused 8']);
  });

  it('without a date covers nothing, and is itself found', () => {
    expect(waivedIn('rule: undeveloped, at: G2', '2026-12-01')).toEqual([]);
    expect(about('rule: undeveloped, at: G2', '2026-12-01')).toEqual(['waiver-incomplete']);
  });

  it('that matches nothing is itself found', () => {
    expect(about('rule: undeveloped, at: G1, until: 2027-01-31', '2026-12-01')).toEqual(['waiver-unused']);
  });

  it('cannot cover a finding about waivers', () => {
    const waiver = 'rule: waiver-unused, until: 2027-01-31';
    expect(about(waiver, '2026-12-01')).toEqual(['unknown-rule']);
    expect(waivedIn(waiver, '2026-12-01')).toEqual([]);
  });
});

it('a fatal finding cannot be waived: the argument has no meaning all the same', () => {
  const text = example(`
outcomes: { o: { text: Harm, claim: G1 } }
argument:
  G1: { text: None, supportedBy: [G2] }
  G2: { text: None, supportedBy: [G1] }
waivers:
  - { rule: cycle, because: Later, by: team, until: 2030-01-01 }
`);
  const cycle = diagnosticsIn(text).find(({ code }) => code === 'cycle');
  expect(cycle).toBeDefined();
  expect(cycle?.waived).toBeUndefined();
});
