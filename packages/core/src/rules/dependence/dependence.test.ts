import { describe, expect, it } from 'vitest';
import { example } from '../example.js';
import { findingsIn } from '../examples.testing.js';

const of = (code: string, body: string) => findingsIn(example(body), code);

describe('legs that are declared independent', () => {
  const legs = (left: string, right: string, more = '') => `
argument:
  S1: { text: Legs, combine: any, dependence: { independent: true, because: B }, supportedBy: [G1, G2] }
  G1: { text: A, supportedBy: [Sn1] }
  G2: { text: B, supportedBy: [Sn2] }
  Sn1: { text: C, ${left} }
  Sn2: { text: D, ${right} }
${more}`;
  const found = (left: string, right: string, more = '') =>
    of('independent-legs-share-origin', legs(left, right, more));

  it('may not share evidence, directly or through quantities', () => {
    const more = `quantities:\n  p: { evidence: e }\n  q: 1 - p\nevidence:\n  e: { source: e.csv }\n`;
    expect(found('evidence: e', 'doubt: q', more)).toEqual([
      '4:47 Strategy S1 declares its legs independent, but G1 and G2 share the evidence e',
    ]);
  });

  it('may not share a red team, a model or a subsystem of their evidence', () => {
    const about = 'by: red, about: { subsystem: coder, model: "sha256:1" }';
    const more = `system:\n  coder: { kind: model }\nevidence:\n  e: { source: e.csv, ${about} }\n  f: { source: f.csv, ${about} }\n`;
    expect(found('evidence: e', 'evidence: f', more)).toEqual([
      '4:47 Strategy S1 declares its legs independent, but G1 and G2 share the team red, the subsystem coder and the model sha256:1',
    ]);
  });

  it('may not share an owner or the digest of a source', () => {
    expect(found('owner: anna', 'owner: anna')).toHaveLength(1);
    const measure = {
      state: { kind: 'fresh' },
      digests: ['sha256:1'],
      reader: 'csv 1',
      models: [],
      results: [],
      notes: [],
    } as const;
    const body = legs('evidence: e', 'evidence: f', 'evidence:\n  e: { source: e.csv }\n  f: { source: f.csv }\n');
    const measured = example(body, { measures: { e: measure, f: measure } });
    expect(findingsIn(measured, 'independent-legs-share-origin')).toHaveLength(1);
  });

  it('may, where a group between them says how much', () => {
    const group = (members: string) => `dependence:\n  - { name: N, members: [${members}], beta: 0.1, because: B }\n`;
    expect(found('owner: anna', 'owner: anna', group('Sn1, Sn2'))).toEqual([]);
    expect(found('owner: anna', 'owner: anna', group('G1.inference, Sn2'))).toEqual([]);
    expect(found('owner: anna', 'owner: anna', group('G1.inference, Sn1'))).toHaveLength(1);
  });

  it('that share nothing are not found', () => {
    expect(found('owner: anna', 'owner: ben')).toEqual([]);
  });
});

describe('one mind', () => {
  const doubts = (people: readonly string[]) =>
    `argument:\n${people.map((by, i) => `  G${i}: { text: A, doubt: { elicited: 0.1, by: ${by}, date: 2026-11-01, because: B } }`).join('\n')}\n`;
  const found = (people: readonly string[]) => of('one-mind', doubts(people));

  it('is four doubts and more than half of all', () => {
    expect(found(['a', 'a', 'a'])).toEqual([]);
    expect(found(['a', 'a', 'a', 'a', 'b', 'b', 'b'])).toHaveLength(1);
    expect(found(['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'])).toEqual([]);
  });

  it('counts doubts of inferences, strengths and pooled experts, and no quantities', () => {
    const by = 'by: a, date: 2026-11-01, because: B';
    const body = `
argument:
  G1: { text: A, supportedBy: [G2], inference: { elicited: 0.1, ${by} } }
  G2: { text: B, doubt: [{ elicited: 0.1, ${by} }, { elicited: 0.2, ${by} }] }
  G3: { text: C, doubt: p }
  D1: { text: D, challenges: G1, strength: 0.3, raisedBy: a, date: 2026-11-01 }
quantities:
  p: 0.1
`;
    expect(of('one-mind', body)).toEqual([expect.stringContaining('4 of 4 elicited doubts are from a')]);
    expect(of('doubt-provenance', body)).toEqual([]);
  });
});

describe('unassessed inferences', () => {
  const body = (policy: string, doubt: string) => `
policy: { inference: ${policy} }
argument:
  G1: { text: A, supportedBy: [G2] }
  G2: { text: B, supportedBy: [Sn1] }
  Sn1: { text: C${doubt} }
`;
  it('are listed at evidence, or required everywhere', () => {
    expect(of('inference-unassessed', body('listed', ', doubt: 0.1'))).toHaveLength(1);
    expect(of('inference-required', body('listed', ', doubt: 0.1'))).toEqual([]);
    expect(of('inference-unassessed', body('required', ', doubt: 0.1'))).toEqual([]);
    expect(of('inference-required', body('required', ', doubt: 0.1'))).toHaveLength(2);
  });

  it('are nothing to assess in a case without numbers', () => {
    expect(of('inference-required', body('required', ''))).toEqual([]);
  });
});
