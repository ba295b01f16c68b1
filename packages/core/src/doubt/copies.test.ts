import { describe, expect, it } from 'vitest';
import { parse } from '../language/index.js';
import { upperEnd } from './statistics-of-trials.js';
import { counted, outcomeOf, textOf } from './text.testing.js';

const independent = 'dependence: { independent: true, because: apart }';
const codes = (text: string) => parse([{ path: 'case.yaml', text }]).diagnostics.map(({ code }) => code);

describe('of the copies of a goal, so many are enough', () => {
  const using = (values: string, step: string) =>
    textOf(
      `G1: { text: Top, supportedBy: [S1] }\nS1: { uses: { pattern: Legs, with: { ${values} } } }`,
      `patterns:
  Legs:
    parameters: { layers: each barrier, p: doubt of its test, k: how many are enough }
    argument:
      S1: { text: "{k} of them", ${step}, supportedBy: [{ to: G1, multiplicity: per layers }] }
      G1: { text: "{layers} holds", supportedBy: [Sn1] }
      Sn1: { text: "Test of {layers}", doubt: "{p}" }
`,
    );
  const declared = (text: string) => upperEnd(outcomeOf(text).doubt!.declared);
  const ofThree = (k: number) => `layers: [a, b, c], p: 0.1, k: ${k}`;
  const open = 'combine: { atLeast: "{k}" }';

  // At least n − k + 1 of n = 3 fail: p³; 3p²(1 − p) + p³; 1 − (1 − p)³.
  it.each([
    [1, 0.001],
    [2, 0.028],
    [3, 0.271],
  ])('%d of 3, independent', (k, expected) => {
    const text = using(ofThree(k), `${open}, ${independent}`);
    expect(codes(text)).toEqual([]);
    expect(declared(text)).toBeCloseTo(expected, 12);
  });

  it('has a cut set of every two copies where two of three are needed', () => {
    const outcome = outcomeOf(using(ofThree(2), `${open}, ${independent}`));
    expect(outcome.cutSets?.top.map(({ elements }) => elements)).toEqual([
      ['S1.Sn1-a', 'S1.Sn1-b'],
      ['S1.Sn1-a', 'S1.Sn1-c'],
      ['S1.Sn1-b', 'S1.Sn1-c'],
    ]);
  });

  it('without a word on dependence, as if the better two had to hold', () => {
    // 1 − (1 − p)²
    expect(declared(using(ofThree(2), open))).toBeCloseTo(0.19, 12);
  });

  it('with a common cause, in between', () => {
    // Where two of three fail, so does one of any two: β (1 − (1 − p)²) + (1 − β) (3p²(1 − p) + p³).
    const text = using(ofThree(2), `${open}, dependence: { beta: 0.2, because: one lab }`);
    expect(declared(text)).toBeCloseTo(0.2 * 0.19 + 0.8 * 0.028, 12);
  });

  it('all of them, where as many are needed as there are; more are an error', () => {
    const two = (k: string) => using(`layers: [a, b], p: 0.1, k: ${k}`, `${open}, ${independent}`);
    expect(declared(two('2'))).toBeCloseTo(1 - 0.9 * 0.9, 12);
    expect(codes(two('3'))).toEqual(['at-least-range']);
    expect(codes(two('0'))).toEqual(['at-least-range']);
    expect(codes(two('1.5'))).toEqual(['bad-instance']);
    expect(codes(two('two'))).toEqual(['bad-instance']);
  });

  it('fails while nobody says how many, and nothing else is found in it', () => {
    const text = using('layers: [a, b], p: 0.1', `${open}, ${independent}`);
    expect(codes(text)).toEqual([]);
    expect(declared(text)).toBe(1);
  });

  it('of one value that is given twice would be two: it is told', () => {
    const twice = using('layers: [a, b, a], p: 0.1, k: 2', `${open}, ${independent}`);
    expect(codes(twice)).toEqual(['repeated-value']);
  });
});

describe('a common cause of leaves that patterns make', () => {
  const text = (members: string) =>
    textOf(
      `G1: { text: Top, supportedBy: [S1] }
S1: { text: either, combine: any, ${independent}, supportedBy: [G2, G3] }
G2: { uses: { pattern: One, with: { p: 0.1 } } }
G3: { uses: { pattern: One, with: { p: 0.2 } } }`,
      `patterns:
  One:
    parameters: { p: doubt }
    argument:
      G1: { text: holds, supportedBy: [Sn1], inference: 0.01 }
      Sn1: { text: test, doubt: "{p}" }
dependence: [{ name: lab, members: [${members}], beta: 0.5, because: one lab }]
`,
    );
  const declared = (members: string) => upperEnd(outcomeOf(text(members)).doubt!.declared);
  /** Both of two independent pairs fail in a member, given that both first members fail with probability `both`. */
  const eitherOf = (both: number, p1: number, p2: number, s1: number, s2: number) =>
    both + (p1 - both) * s2 + (p2 - both) * s1 + (1 - p1 - p2 + both) * s1 * s2;

  it('of unequal doubts', () => {
    // C1 within C2, c = p; q = (p − βp) / (1 − βp). With B: C1, or C2 and I1, or I1 and I2; without: I1 and I2.
    const q1 = 0.05 / 0.95;
    const q2 = 0.1 / 0.9;
    const both = 0.5 * (0.1 + 0.1 * q1 + 0.8 * q1 * q2) + 0.5 * q1 * q2;
    expect(declared('G2.Sn1, G3.Sn1')).toBeCloseTo(eitherOf(both, 0.1, 0.2, 0.01, 0.01), 12);
  });

  it('of their inference steps', () => {
    // βp + (1 − βp)q², q = (p − βp) / (1 − βp)
    const both = 0.005 + 0.995 * (0.005 / 0.995) ** 2;
    expect(declared('G2.inference, G3.inference')).toBeCloseTo(eitherOf(both, 0.01, 0.01, 0.1, 0.2), 12);
  });
});

describe('evidence that several instances rest on', () => {
  const rest = `patterns:
  Test:
    parameters: { e: evidence, most: rate }
    argument:
      G1: { text: holds, supportedBy: [Sn1] }
      Sn1: { text: test, evidence: "{e}", requires: { rate: "<= {most}" } }
  Copies:
    parameters: { layers: each }
    argument:
      S1: { text: any, combine: any, ${independent}, supportedBy: [{ to: G2, multiplicity: per layers }] }
      G2: { text: "{layers}", supportedBy: [Sn2] }
      Sn2: { text: "{layers}", evidence: log, requires: { rate: "<= 0.05" } }
evidence:
  log: { source: log.csv, reader: csv, collected: 2026-11-01, measure: { kind: rate, success: score >= 1 } }
  other: { source: other.csv, reader: csv, collected: 2026-11-01, measure: { kind: rate, success: score >= 1 } }
`;
  const any = `combine: any, ${independent}`;
  const two = (combine: string, first: string, second: string) =>
    textOf(
      `G1: { text: Top, supportedBy: [S1] }
S1: { text: two, ${combine}, supportedBy: [G2, G3] }
G2: { uses: { pattern: Test, with: { ${first} } } }
G3: { uses: { pattern: Test, with: { ${second} } } }`,
      rest,
    );
  const measures = { log: counted(0, 100), other: counted(0, 50) };
  const declared = (text: string) => upperEnd(outcomeOf(text, measures).doubt!.declared);
  const strict = 'e: log, most: 0.05';
  const lax = 'e: log, most: 0.1';

  // None of n: the doubt of a rate <= x is (1 − x)ⁿ.
  it.each([
    ['the same requirement: one variable', any, strict, strict, 0.95 ** 100],
    ['the same requirement, both needed: one variable', 'combine: all', strict, strict, 0.95 ** 100],
    ['other evidence: two', any, strict, 'e: other, most: 0.05', 0.95 ** 150],
    ['another requirement: the smaller implies the larger', any, strict, lax, 0.9 ** 100],
    // A group is counted only where it hurts.
    [
      'another requirement, both needed: as if independent',
      'combine: all',
      strict,
      lax,
      1 - (1 - 0.95 ** 100) * (1 - 0.9 ** 100),
    ],
  ])('with %s', (_, combine, first, second, expected) => {
    const text = two(combine, first, second);
    expect(codes(text)).toEqual([]);
    expect(declared(text)).toBeCloseTo(expected, 12);
  });

  it('with copies of one leaf: one variable, however many', () => {
    const copies = textOf(
      'G1: { text: Top, supportedBy: [S1] }\nS1: { uses: { pattern: Copies, with: { layers: [a, b, c] } } }',
      rest,
    );
    expect(declared(copies)).toBeCloseTo(0.95 ** 100, 12);
    expect(outcomeOf(copies, measures).cutSets?.top).toEqual([
      { elements: ['S1.Sn2-a'], probability: expect.closeTo(0.95 ** 100, 12) },
    ]);
  });

  it('that is not named yet is no fault of the pattern: the leaf is open, and its doubt is 1', () => {
    const text = two(any, strict, 'most: 0.05');
    expect(codes(text)).toEqual([]);
    expect(declared(two('combine: all', strict, 'most: 0.05'))).toBe(1);
  });
});

it('the answer of a challenge that a pattern leaves open is not missing', () => {
  const text = textOf(
    'G1: { text: Top, supportedBy: [G2] }\nG2: { uses: { pattern: Doubted } }',
    `patterns:
  Doubted:
    parameters: { answer: a goal }
    argument:
      G1: { text: a, doubt: 0.1 }
      D1: { text: b, challenges: G1, status: answered, answeredBy: "{answer}" }
`,
  );
  expect(codes(text)).toEqual([]);
  expect(upperEnd(outcomeOf(text).doubt!.declared)).toBe(1);
});
