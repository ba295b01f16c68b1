import { describe, expect, it } from 'vitest';
import { assess, assessElement } from './assess.js';
import type { Assessment } from './assessment.js';
import { upperEnd } from './statistics-of-trials.js';
import { assessText, caseFrom, counted, outcomeOf, textOf } from './text.testing.js';

const asOf = '2026-11-23';
const blocks = (outcome: { reasons: readonly { code: string; blocks: boolean }[] }) =>
  outcome.reasons.filter((reason) => reason.blocks).map((reason) => reason.code);
const declaredOf = (assessment: Assessment, id: string) => {
  const doubt = assessment.elements.find((element) => element.id === id)?.doubt?.declared;
  return doubt === undefined ? Number.NaN : upperEnd(doubt);
};
const system = 'system: { m: { kind: model, model: { name: M, digest: "sha256:aa" } } }';
const transferred = (more = '') =>
  `${system}\nevidence: { e: { source: e.csv, reader: csv, about: { subsystem: m, model: "sha256:bb" }, transfer: G8, measure: { kind: rate, success: score >= 1 } } }${more}`;
const assessed = 'inference: { elicited: 0, by: a, date: 2026-11-01, because: b }';

describe('what an element rests on without support', () => {
  it('an accepted challenge has no answer, and one that it names may stand nowhere else', () => {
    const outcome = outcomeOf(
      textOf(`G1: { text: None, supportedBy: [Sn1] }
Sn1: { text: A, doubt: 0.001 }
D1: { text: Doubtful, challenges: G1, status: accepted, answeredBy: G9 }
G9: { text: Answer, supportedBy: [Sn9] }
Sn9: { text: Study, doubt: 0.1 }`),
    );
    expect(outcome.doubt?.declared).toEqual({ mean: 1 });
  });

  it('a stated doubt about evidence of another model fails with the transfer', () => {
    const text = textOf(
      `G1: { text: None, supportedBy: [Sn1] }
Sn1: { text: A, evidence: e, doubt: 0.001 }
G8: { text: It carries over, supportedBy: [Sn8] }
Sn8: { text: Comparison, doubt: 0.3 }`,
      transferred(),
    );
    expect(outcomeOf(text, { e: counted(0, 9) }).doubt?.declared).toEqual({
      mean: expect.closeTo(1 - 0.999 * 0.7, 12),
    });
  });

  it('so does the strength of a challenge that comes from such evidence', () => {
    const text = textOf(
      `G1: { text: None, supportedBy: [Sn1] }
Sn1: { text: A, doubt: 0.001 }
D1: { text: Doubtful, challenges: G1, strength: p, blocking: false }
G8: { text: It carries over, supportedBy: [Sn8] }
Sn8: { text: Comparison, doubt: 0.9 }`,
      transferred('\nquantities: { p: { evidence: e } }'),
    );
    expect(upperEnd(outcomeOf(text, { e: counted(0, 1000) }).doubt?.declared ?? { mean: 0 })).toBeGreaterThan(0.9);
  });

  it('the argument for a transfer blocks every outcome that uses the evidence', () => {
    const text = `surety: 1
case: { id: test, title: Test, status: draft }
outcomes:
  o1: { text: One, threshold: { probability: 0.5, per: window }, claim: G1 }
  o2: { text: Two, threshold: { probability: 0.5, per: window }, claim: G2 }
argument:
  G1: { text: None, supportedBy: [Sa], ${assessed} }
  G2: { text: None, supportedBy: [Sb], ${assessed} }
  Sa: { text: A, type: solution, evidence: e, requires: { rate: "<= 0.2" } }
  Sb: { text: B, type: solution, evidence: e, requires: { rate: "<= 0.2" } }
  G8: { text: It carries over, supportedBy: [Sn8] }
  Sn8: { text: Comparison, doubt: 0.001 }
  D1: { text: Doubtful, challenges: G8, strength: 0.1 }
${transferred()}
`;
    for (const outcome of assessText(text, { e: counted(0, 300) }).outcomes)
      expect(blocks(outcome)).toEqual(['challenge-open']);
  });

  it('evidence about a model that no subsystem has is about another model, whatever subsystem it names', () => {
    for (const about of ['{ subsystem: typo, model: "sha256:bb" }', '{ model: "sha256:bb" }']) {
      const text = textOf(
        `G1: { text: None, supportedBy: [Sn1], ${assessed} }\nSn1: { text: A, evidence: e, requires: { rate: "<= 0.01" } }`,
        `${system}\nevidence: { e: { source: e.csv, reader: csv, about: ${about}, measure: { kind: rate, success: score >= 1 } } }`,
      );
      expect(blocks(outcomeOf(text, { e: counted(0, 9000) }))).toEqual(['evidence-other-model']);
    }
  });
});

describe('groups', () => {
  const pair = `G1: { text: None, supportedBy: [S1] }
S1: { text: Legs, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn1, Sn2] }
Sn1: { text: A, doubt: { beta: [1, 9] } }
Sn2: { text: B, doubt: { beta: [1.01, 9] } }`;

  it('are not weakened by a member that has no part in the claim', () => {
    const group = (members: string) => `dependence: [ { name: g, members: [${members}], beta: 1, because: x } ]`;
    const alone = outcomeOf(textOf(pair, group('Sn1, Sn2')));
    const elsewhere = textOf(
      `${pair}\nG2: { text: Other, supportedBy: [Sn3] }\nSn3: { text: C, doubt: { beta: [0.02, 0.1] } }`,
      group('Sn1, Sn2, Sn3'),
    ).replace('argument:', '  o2: { text: Two, threshold: { probability: 0.5, per: window }, claim: G2 }\nargument:');
    expect(outcomeOf(elsewhere).doubt?.declared).toEqual(alone.doubt?.declared);
    expect(assessElement(caseFrom(elsewhere), {}, { asOf }, 'G1').assessment.doubt?.declared).toEqual(
      alone.doubt?.declared,
    );
  });

  it('count for what stands in a leg that was not chosen', () => {
    const assessment = assessText(
      textOf(
        `G1: { text: None, supportedBy: [S1] }
S1: { text: Legs, combine: any, supportedBy: [G2, G3] }
G2: { text: A, supportedBy: [Sn1, Sn2] }
G3: { text: B, supportedBy: [S3] }
S3: { text: Both, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn3, Sn4] }
Sn1: { text: A, doubt: 0.001 }
Sn2: { text: B, doubt: 0.001 }
Sn3: { text: C, doubt: 0.1 }
Sn4: { text: D, doubt: 0.1 }`,
        'dependence: [ { name: g, members: [Sn1, Sn2, Sn3, Sn4], beta: 1, because: x } ]',
      ),
    );
    expect(declaredOf(assessment, 'G3')).toBeCloseTo(0.1, 12);
  });

  it('are decided module by module where they are many, over trials too', () => {
    const parts = Array.from({ length: 9 }, (_, i) => i + 1);
    const argument = (
      a: string,
    ) => `G1: { text: None, supportedBy: [${parts.map((i) => `S${i}`).join(', ')}], inference: 0 }
${parts
  .map(
    (
      i,
    ) => `S${i}: { text: Part, combine: any, dependence: { independent: true, because: x }, supportedBy: [G${10 * i}, Sn${10 * i + 1}], inference: 0 }
G${10 * i}: { text: Either, supportedBy: [Sn${10 * i + 2}, Sn${10 * i + 3}], inference: 0 }
Sn${10 * i + 1}: { text: A, doubt: ${a} }
Sn${10 * i + 2}: { text: B, doubt: 0.01 }
Sn${10 * i + 3}: { text: C, doubt: 0.01 }`,
  )
  .join('\n')}`;
    const groups = `dependence: [ ${parts.map((i) => `{ name: g${i}, members: [Sn${10 * i + 1}, Sn${10 * i + 2}, Sn${10 * i + 3}], beta: 0.5, because: x }`).join(', ')} ]`;
    const point = outcomeOf(textOf(argument('0.01'), groups)).doubt?.declared;
    const uncertain = outcomeOf(textOf(argument('{ beta: [100, 9900] }'), groups));
    expect(point).toEqual({ mean: expect.any(Number) });
    // The running minimum over trials weakens the groups a little; the order of size is that of the point doubts.
    expect(upperEnd(uncertain.doubt?.declared ?? { mean: 0 })).toBeGreaterThan(0.8 * upperEnd(point ?? { mean: 1 }));
    expect(uncertain.doubt?.declared).toHaveProperty('mean');
    expect(uncertain.doubt?.declared.p95).toBe(uncertain.doubt?.bound.p95);
    expect(uncertain.notes.map((note) => note.code)).toContain('groups-not-exhausted');
  });

  it('and legs count in a risk case as they do in the safety case', () => {
    const assessment =
      assessText(`${textOf('G1: { text: None, supportedBy: [Sn1] }\nSn1: { text: A, doubt: 0.001 }')}riskCases:
  o:
    claim: R1
    argument:
      R1: { text: It happens, supportedBy: [S9] }
      S9: { text: Either way, combine: any, supportedBy: [Sn8, Sn9] }
      Sn8: { text: One, doubt: 0.3 }
      Sn9: { text: Two, doubt: 0.4 }
`);
    expect(declaredOf(assessment, 'R1')).toBeCloseTo(0.3, 12);
  });
});

describe('what would change the verdict', () => {
  const text = (threshold: number, argument: string, rest = '') =>
    textOf(argument, rest).replace('probability: 0.01', `probability: ${threshold}`);
  const either = `G1: { text: None, supportedBy: [S1], inference: 0 }
S1: { text: Legs, combine: any, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: A, doubt: 0.001 }
Sn2: { text: B, doubt: 0.005 }`;

  it('does not tell a rise that another leg would take', () => {
    expect(outcomeOf(text(0.01, either)).wouldChange.filter((change) => change.leaf?.startsWith('Sn'))).toEqual([]);
  });

  it('does not tell a fall that another common cause would undo', () => {
    const of = text(
      0.01,
      `G1: { text: None, supportedBy: [S1, S2], inference: 0 }
S1: { text: X, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn3, G2], inference: 0 }
G2: { text: Both, supportedBy: [Sn1, Sn2], inference: 0 }
S2: { text: Y, combine: any, dependence: { independent: true, because: x }, supportedBy: [Sn1, Sn2], inference: 0 }
Sn1: { text: A, doubt: 0.02 }
Sn2: { text: B, doubt: 0.02 }
Sn3: { text: C, doubt: 0.9 }`,
      'dependence: [ { name: g, members: [Sn1, Sn2], beta: 1, because: x } ]',
    );
    expect(outcomeOf(of).wouldChange.filter((change) => change.leaf === 'Sn3')).toEqual([]);
  });

  it('tells numbers at which the verdict does turn', () => {
    const argument =
      'G1: { text: None, supportedBy: [Sn1, Sn2], inference: 0 }\nSn1: { text: A, doubt: DOUBT }\nSn2: { text: B, doubt: { beta: [1, 999] } }';
    const told = outcomeOf(text(0.01, argument.replace('DOUBT', '0.02'))).wouldChange.find(
      (change) => change.leaf === 'Sn1',
    );
    expect(told?.text).toMatch(/^The threshold is met if evidence brings the doubt of Sn1 down from 0.02 to 0.00\d+$/);
    expect(outcomeOf(text(0.01, argument.replace('DOUBT', String(told?.to)))).verdict).toBe('supported');
  });

  it('shows a number just above its threshold with the digits that tell', () => {
    const outcome = outcomeOf(
      text(0.01, 'G1: { text: None, supportedBy: [Sn1], inference: 0 }\nSn1: { text: A, doubt: 0.010001 }'),
    );
    expect(outcome.reasons[0]?.text).toBe('The declared doubt is 0.010001, above the threshold of 0.01');
  });
});

it('a case with every kind of part is assessed the same twice', () => {
  const of = caseFrom(textOf('G1: { text: None, supportedBy: [Sn1] }\nSn1: { text: A, doubt: { beta: [1, 99] } }'));
  expect(JSON.stringify(assess(of, {}, { asOf }))).toBe(JSON.stringify(assess(of, {}, { asOf })));
});
