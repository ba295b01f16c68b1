import { parse } from '@surety/core/language';
import { judge } from '@surety/core/pipeline';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../compute/questions.js';
import { factsOf, noFilter, optionsOf, picked } from './facts.js';

const text = `surety: 1
case: { id: c, title: C, status: draft }
decision: { question: Ship?, window: { from: 2026-12-01, to: 2027-02-28 } }
outcomes:
  harm: { text: Harm, threshold: { probability: 0.1, per: window }, claim: G1 }
argument:
  G1: { text: Top, supportedBy: [G2, G3, Sn1], owner: Ann }
  G2: { text: Open, undeveloped: true, category: control }
  G3: { text: Stated, doubt: 0.01, owner: Ben }
  Sn1: { text: Log, evidence: log }
  D1: { challenges: G3, text: Says who }
evidence:
  log: { source: missing.jsonl, expires: 2027-01-01 }
`;
const parsed = parse([{ path: 'case.yaml', text }]);
const judged = judge(parsed, { asOf: '2026-11-28', seed: 1, measures: {} });
const model: Model = {
  ...judged,
  serial: 1,
  readable: parsed.readable?.case ?? null,
  spans: [],
  milliseconds: 0,
};
const of = parsed.case!;
const facts = factsOf(model);

describe('what elements are picked by', () => {
  it('knows what is open at each', () => {
    const known = (id: string) => [...(facts.get(id) ?? [])].filter((state) => state !== 'finding').sort();
    expect(known('G1')).toContain('unassessed step');
    expect(known('G2')).toEqual(['blocks a verdict', 'undeveloped']);
    expect(known('G3')).toContain('open challenge');
    expect(known('D1')).toContain('open challenge');
    expect(known('Sn1')).toContain('expires in the window');
    expect(known('Sn1')).toContain('evidence not usable');
  });

  it('picks those that have any of each kind that is asked for', () => {
    const pick = (filter: Partial<typeof noFilter>) => [...(picked(of, facts, { ...noFilter, ...filter }) ?? ['all'])];
    expect(pick({})).toEqual(['all']);
    expect(pick({ owners: new Set(['Ann', 'Ben']) })).toEqual(['G1', 'G3']);
    expect(pick({ owners: new Set(['none stated']), types: new Set(['goal']) })).toEqual(['G2']);
    expect(pick({ states: new Set(['undeveloped']), types: new Set(['solution']) })).toEqual([]);
    expect(pick({ categories: new Set(['control']) })).toEqual(['G2']);
  });

  it('says how many there are to pick, and nothing of states that there are none of', () => {
    const options = optionsOf(of, facts);
    expect(options.types).toEqual([
      { value: 'goal', count: 3 },
      { value: 'solution', count: 1 },
      { value: 'challenge', count: 1 },
    ]);
    expect(options.states.map(({ value }) => value)[0]).toBe('open challenge');
    expect(optionsOf(of, new Map()).states).toEqual([]);
  });
});
