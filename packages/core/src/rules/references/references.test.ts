import { describe, expect, it } from 'vitest';
import { example } from '../example.js';
import { diagnosticsIn } from '../examples.testing.js';

const goals = `
argument:
  G1: { text: The agent does not escape, undeveloped: true }
  S1: { text: By the barriers, supportedBy: [G1] }
`;

/** A kind of reference, a case in which it dangles, and `place code` of what is found (of that code). */
const dangling: readonly (readonly [string, string, string, string?])[] = [
  ['supportedBy', 'argument:\n  G1: { text: A, supportedBy: [G2] }', '4:32 unknown-element', 'G1'],
  ['inContextOf', 'argument:\n  G1: { text: A, inContextOf: C11 }\n  C1: { text: C }', '4:31 unknown-element', 'C1'],
  ['outcome.claim', `outcomes:\n  o: { text: O, claim: G2 }${goals}`, '4:24 unknown-element', 'G1'],
  ['riskCase.claim', `riskCases:\n  o: { claim: R1 }`, '4:15 unknown-element'],
  ['riskCase outcome', `riskCases:\n  o: { claim: R1, argument: { R1: { text: O } } }`, '4:6 unknown-outcome'],
  [
    'answeredBy',
    `argument:\n  G1: { text: A }\n  D1: { text: D, challenges: G1, answeredBy: G9 }`,
    '5:46 unknown-element',
    'G1',
  ],
  ['challenges', `argument:\n  G1: { text: A }\n  D1: { text: D, challenges: G2 }`, '5:30 unknown-element', 'G1'],
  [
    'challenged link, from',
    `argument:\n  G1: { text: A }\n  D1: { text: D, challenges: G2 -> G1 }`,
    '5:30 unknown-link',
    'G1',
  ],
  [
    'challenged link, to',
    `argument:\n  G1: { text: A }\n  D1: { text: D, challenges: G1 -> Sn1 }`,
    '5:30 unknown-link',
  ],
  ['challenged link, no edge', `${goals}  D1: { text: D, challenges: G1 -> S1 }`, '6:30 unknown-link'],
  ['acp', 'argument:\n  G1: { text: A, acp: { ACP1: [Sn1] } }', '4:31 unknown-element'],
  ['acp, no neighbour', `argument:\n  G1: { text: A, acp: { ACP1: G2 } }\n  G2: { text: B }`, '4:31 claim-point-place'],
  ['confidence', 'argument:\n  G1: { text: A, confidence: ACP1 }', '4:30 unknown-claim-point'],
  ['defeatedRelation', 'argument:\n  G1: { text: A, defeatedRelation: [G2] }', '4:36 unknown-element', 'G1'],
  ['element.subsystem', 'argument:\n  G1: { text: A, subsystem: coder }', '4:29 unknown-subsystem'],
  ['assumes', 'argument:\n  G1: { text: A, assumes: { coder: trusted } }', '4:36 unknown-subsystem'],
  ['element.outcome', 'argument:\n  G1: { text: A, outcome: o }', '4:27 unknown-outcome'],
  ['element.evidence', 'argument:\n  Sn1: { text: A, evidence: range }', '4:29 unknown-evidence'],
  ['quantity.evidence', 'quantities:\n  p: { evidence: range }', '4:18 unknown-evidence'],
  ['element.doubt', 'argument:\n  G1: { text: A, doubt: p }', '4:25 unknown-quantity'],
  [
    'element.inference',
    `argument:\n  G1: { text: A, supportedBy: G2, inference: p }\n  G2: { text: B }`,
    '4:46 unknown-quantity',
  ],
  ['element.indicator', 'argument:\n  A1: { text: A, indicator: alerts }', '4:29 unknown-indicator'],
  ['watches', 'system:\n  w: { kind: model, watches: [coder] }', '4:31 unknown-subsystem'],
  ['access.read', 'system:\n  w: { kind: model, access: { read: [code] } }', '4:38 unknown-subsystem'],
  ['access.write', 'system:\n  w: { kind: model, access: { write: code } }', '4:31 unknown-subsystem'],
  ['about.subsystem', 'evidence:\n  e: { about: { subsystem: coder } }', '4:28 unknown-subsystem'],
  ['transfer', `evidence:\n  e: { transfer: G8 }${goals}`, '4:18 unknown-element', 'G1'],
  ['map', `evidence:\n  e: { map: { EVENT: G8 } }${goals}`, '4:22 unknown-element', 'G1'],
  [
    'interaction.between',
    `outcomes: { o: { text: O } }\ninteractions:\n  - { kind: cascade, between: [coder], outcome: o, dismissed: No }`,
    '5:32 unknown-subsystem',
  ],
  ['interaction.outcome', 'interactions:\n  - { kind: cascade, outcome: o, dismissed: No }', '4:31 unknown-outcome'],
  [
    'interaction.arguedBy',
    `interactions:\n  - { kind: cascade, outcome: o, arguedBy: G3 }${goals}`,
    '4:44 unknown-element',
    'G1',
  ],
  ['dismissed.subsystem', 'dismissed:\n  - { subsystem: coder, outcome: o, because: No }', '4:18 unknown-subsystem'],
  ['dismissed.outcome', 'dismissed:\n  - { subsystem: coder, outcome: o, because: No }', '4:34 unknown-outcome'],
  ['fmea.subsystem', 'fmea:\n  - { subsystem: coder, mode: M }', '4:18 unknown-subsystem'],
  ['fmea.outcome', 'fmea:\n  - { subsystem: coder, mode: M, outcome: o }', '4:43 unknown-outcome'],
  ['fmea.arguedBy', `fmea:\n  - { subsystem: coder, mode: M, arguedBy: G3 }${goals}`, '4:44 unknown-element', 'G1'],
  ['indicator.tests', `indicators:\n  i: { tests: G3 }${goals}`, '4:15 unknown-element', 'G1'],
  [
    'group member',
    `dependence:\n  - { name: N, members: [G3, G1], beta: 0.1, because: B }${goals}`,
    '4:26 unknown-member',
    'G1',
  ],
  [
    'group member, inference',
    `dependence:\n  - { name: N, members: [S2.inference, G1], beta: 0.1, because: B }${goals}`,
    '4:26 unknown-member',
    'S1.inference',
  ],
  ['chain.gap', `chain: { previous: ../one, claim: G1, gap: G7 }${goals}`, '3:44 unknown-element', 'G1'],
  [
    'waiver.rule',
    'waivers:\n  - { rule: cycles, until: 2027-01-01, by: anna, because: B }',
    '4:13 unknown-rule',
    'cycle',
  ],
  [
    'waiver.at',
    `waivers:\n  - { rule: undeveloped, at: G3, until: 2027-01-01, by: anna, because: B }${goals}`,
    '4:30 unknown-waived',
    'G1',
  ],
];

describe('a reference that leads nowhere', () => {
  for (const [kind, body, expected, near] of dangling) {
    it(kind, () => {
      const [place, code] = expected.split(' ');
      const found = diagnosticsIn(example(body)).filter((one) => one.code === code);
      expect(found.map(({ range }) => `${range.start.line}:${range.start.column}`)).toEqual([place]);
      if (near !== undefined) expect(found[0]?.hint).toBe(`Did you mean \`${near}\`?`);
    });
  }

  it('in an away goal of another module', () => {
    const files = { 'm.yaml': 'module: { name: m }\nargument:\n  G2: { text: B, public: true, undeveloped: true }\n' };
    const found = diagnosticsIn({ ...example('argument:\n  G1: { text: A, supportedBy: [G3@m] }'), files });
    const lost = found.filter((one) => one.code === 'unknown-element');
    expect(lost.map(({ message, hint }) => [message, hint])).toEqual([
      ['Goal G1 is supported by G3@m, which is no element of the case', 'Did you mean `G2@m`?'],
    ]);
  });

  it('is not given a name that has nothing to do with it', () => {
    const [found] = diagnosticsIn(example('argument:\n  G1: { text: A, supportedBy: [Elephant] }')).filter(
      (one) => one.code === 'unknown-element',
    );
    expect(found?.hint).toBeUndefined();
  });

  it('names what there is to choose from', () => {
    const body =
      'system:\n  coder: { kind: model }\n  box: { kind: infrastructure }\nargument:\n  G1: { text: A, subsystem: dog }';
    const [found] = diagnosticsIn(example(body)).filter((one) => one.code === 'unknown-subsystem');
    expect(found?.message).toBe('Goal G1 names the subsystem dog, which does not exist; expected coder or box');
  });
});
