import { describe, expect, it } from 'vitest';
import { example } from '../example.js';
import { findingsIn } from '../examples.testing.js';

describe('a requirement on a rate', () => {
  const found = (requires: string, citing: string) =>
    findingsIn(
      example(`
argument:
  ${citing}
  Sn1: { text: B, evidence: e, requires: ${requires} }
evidence:
  e: { source: e.csv, measure: { kind: rate, success: score >= 1 } }
`),
      'rate-is-not-event',
    );
  const bare = 'G1: { text: A, supportedBy: [Sn1] }';
  const assessed = 'G1: { text: A, supportedBy: [Sn1], inference: { elicited: 0.1, because: Five steps } }';
  const unreasoned = 'G1: { text: A, supportedBy: [Sn1], inference: { elicited: 0.1, by: anna } }';

  it.each(['{ rate: "<= 0.05" }', '{ rate: ">= 0.95" }'])(
    '%s needs an assessed inference with a reason',
    (requires) => {
      expect(found(requires, bare)).toHaveLength(1);
      expect(found(requires, unreasoned)).toHaveLength(1);
      expect(found(requires, assessed)).toEqual([]);
    },
  );

  it.each(['{ rate: "<= 0" }', '{ rate: ">= 1" }'])('%s leaves no event to be reasoned about', (requires) => {
    expect(found(requires, bare)).toEqual([]);
  });

  it('that is a claim by itself has no step at all', () => {
    const text = `
outcomes:
  o: { text: O, claim: G1 }
argument:
  G1: { text: B, evidence: e, requires: { rate: "<= 0.05" } }
evidence:
  e: { source: e.csv, measure: { kind: rate, success: score >= 1 } }
`;
    expect(findingsIn(example(text), 'rate-is-not-event')).toEqual([
      '6:41 Goal G1 requires rate <= 0.05, and is a claim by itself, so no inference leads from the rate to the event',
    ]);
  });
});

describe('the model that evidence is about', () => {
  const found = (code: string, model: string, about: string, more = '') =>
    findingsIn(
      example(
        `system:\n  coder: { kind: model, model: ${model} }\nevidence:\n  e: { about: ${about}${more} }\n${goal}`,
      ),
      code,
    );
  const goal = 'argument:\n  G8: { text: It carries over, undeveloped: true }\n';
  const model = '{ name: Coder-2, version: "2.1", digest: "sha256:1" }';

  it('is the deployed one by digest, version or name', () => {
    for (const name of ['"sha256:1"', '"2.1"', 'Coder-2']) {
      expect(found('evidence-other-model', model, `{ subsystem: coder, model: ${name} }`)).toEqual([]);
    }
    expect(found('evidence-other-model', model, '{ subsystem: coder, model: "2.0" }')).toHaveLength(1);
  });

  it('may be another with a transfer argument', () => {
    expect(found('evidence-other-model', model, '{ subsystem: coder, model: "2.0" }', ', transfer: G8')).toEqual([]);
  });

  it('is not judged where the system section names none', () => {
    expect(found('evidence-other-model', '{}', '{ subsystem: coder, model: "2.0" }')).toEqual([]);
  });
});

describe('the age of evidence', () => {
  const found = (code: string, asOf: string) =>
    findingsIn(
      example(
        `
decision: { window: { from: 2026-12-01, to: 2027-02-28 } }
argument:
  Sn1: { text: A, evidence: e }
evidence:
  e: { source: e.csv, collected: 2026-11-10, expires: 2027-01-15 }
  unused: { source: e.csv, expires: 2026-01-01 }
`,
        { asOf },
      ),
      code,
    ).length;

  it('is stale from the day on which it expires, and before that expires in the window', () => {
    expect([found('evidence-stale', '2027-01-14'), found('expires-in-window', '2027-01-14')]).toEqual([0, 1]);
    expect([found('evidence-stale', '2027-01-15'), found('expires-in-window', '2027-01-15')]).toEqual([1, 0]);
  });
});

describe('the model that evidence is about', () => {
  const found = (about: string, code: 'evidence-other-model' | 'evidence-model-unpinned') =>
    findingsIn(
      example(`
system:
  agent: { kind: model, model: { name: helper, version: "4.2" } }
evidence:
  e: { source: e.csv, about: { subsystem: agent, model: "${about}" }, measure: { kind: rate, success: score >= 1 } }
`),
      code,
    );

  it.each(['4.2', 'helper 4.2', 'helper@4.2'])('%s is the deployed one', (about) => {
    expect(found(about, 'evidence-other-model')).toEqual([]);
    expect(found(about, 'evidence-model-unpinned')).toEqual([]);
  });

  it.each(['4.1', 'helper 4.1', 'helper-4.2', '4.2 helper', 'other 4.2'])('%s is another', (about) => {
    expect(found(about, 'evidence-other-model')).toHaveLength(1);
  });

  it('needs more than the name', () => {
    expect(found('helper', 'evidence-model-unpinned')).toHaveLength(1);
  });
});
