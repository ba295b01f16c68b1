import { describe, expect, it } from 'vitest';
import { example } from '../example.js';
import { diagnosticsIn, findingsIn } from '../examples.testing.js';

const of = (code: string, body: string) => findingsIn(example(body), code);

describe('cycles', () => {
  it('are found once each, with the whole path, from the claim of the outcome down', () => {
    const body = `
outcomes:
  o: { text: O, claim: G3 }
argument:
  G1: { text: A, supportedBy: [G2] }
  G2: { text: B, supportedBy: [G1, G3] }
  G3: { text: C, supportedBy: [G1] }
`;
    expect(of('cycle', body)).toEqual([
      '7:32 The argument goes in a circle: G1 → G2 → G1',
      '7:36 The argument goes in a circle: G3 → G1 → G2 → G3',
    ]);
  });

  it('are found through context, challenges, answers, confidence arguments and transfers', () => {
    const body = `
argument:
  G1: { text: A, inContextOf: [A1], undeveloped: true }
  A1: { text: B, inContextOf: [G1] }
  G2: { text: C, supportedBy: [G3] }
  G3: { text: D, undeveloped: true }
  D1: { text: E, challenges: G2 -> G3, answeredBy: G4 }
  G4: { text: F, supportedBy: [G2] }
  G5: { text: G, supportedBy: [Sn1], acp: { ACP1: G5 } }
  G6: { text: H, confidence: ACP1, supportedBy: [G5] }
  Sn1: { text: I, doubt: p }
  G7: { text: J, supportedBy: [Sn2] }
  Sn2: { text: K, doubt: q }
quantities:
  p: 0.1
  q: 1 - r
  r: { evidence: e }
evidence:
  e: { source: e.csv, transfer: G7 }
`;
    expect(of('cycle', body)).toEqual([
      '5:32 The argument goes in a circle: G1 → A1 → G1',
      '8:52 The argument goes in a circle: G4 → G2 → D1 → G4',
      '11:30 The argument goes in a circle: G6 → G5 → G6',
      '20:33 The argument goes in a circle: G7 → Sn2 → G7',
    ]);
  });

  it('are no shared elements', () => {
    const body = `
argument:
  G1: { text: A, supportedBy: [G2, G3] }
  G2: { text: B, supportedBy: [G4] }
  G3: { text: C, supportedBy: [G4] }
  G4: { text: D, undeveloped: true }
`;
    expect(of('cycle', body)).toEqual([]);
  });

  it('of many elements are printed with their middle left out', () => {
    const links = Array.from({ length: 30 }, (_, i) => `  G${i}: { text: A, supportedBy: [G${(i + 1) % 30}] }`);
    const [found] = of('cycle', `argument:\n${links.join('\n')}\n`);
    expect(found).toContain('G0 → G1 →');
    expect(found).toContain('→ … (10 more) →');
    expect(found).toMatch(/G29 → G0$/);
  });
});

describe('roots', () => {
  it('are the claims of outcomes and of risk cases, answers, confidence goals, transfer claims and public elements', () => {
    const body = `
outcomes:
  o: { text: O, claim: G1 }
argument:
  G1: { text: A, undeveloped: true, acp: { ACP1: G1 } }
  G2: { text: B, confidence: ACP1, undeveloped: true }
  D1: { text: C, challenges: G1, answeredBy: G3 }
  G3: { text: D, undeveloped: true }
  G4: { text: E, undeveloped: true }
  G5: { text: F, undeveloped: true, public: true }
riskCases:
  o: { claim: R1, argument: { R1: { text: O, undeveloped: true } } }
evidence:
  e: { source: e.csv, transfer: G4 }
`;
    expect(of('stray-root', body)).toEqual([]);
    expect(of('unreachable', body)).toEqual([]);
  });

  it('is the first goal where no outcome has a claim', () => {
    const body = 'argument:\n  G1: { text: A, undeveloped: true }\n  G2: { text: B, undeveloped: true }\n';
    expect(of('stray-root', body)).toEqual([
      '5:3 Goal G2 supports nothing, and is neither the claim of an outcome nor an answer to a challenge',
    ]);
  });

  it('hide what stands below them', () => {
    const body = `
outcomes:
  o: { text: O, claim: G1 }
argument:
  G1: { text: A, undeveloped: true }
  G2: { text: B, supportedBy: [Sn1] }
  Sn1: { text: C }
  Sn2: { text: D }
`;
    expect(of('stray-root', body)).toHaveLength(1);
    expect(of('unreachable', body)).toEqual(['9:3 No claim depends on the solution Sn2']);
  });

  it('do not hide a circle that nothing leads to', () => {
    const body = `
outcomes:
  o: { text: O, claim: G1 }
argument:
  G1: { text: A, undeveloped: true }
  G2: { text: B, supportedBy: [G3] }
  G3: { text: C, supportedBy: [G2] }
`;
    expect(of('unreachable', body)).toHaveLength(2);
    expect(of('cycle', body)).toEqual(['8:32 The argument goes in a circle: G2 → G3 → G2']);
  });
});

describe('a hole', () => {
  const hints = (argument: string) =>
    diagnosticsIn(example(`\nargument:\n${argument}`))
      .filter(({ code }) => code === 'undeveloped')
      .map(({ hint }) => hint);

  it('says what takes its place, with the building block that it names', () => {
    const goal =
      '  G1: { text: Safe, subsystem: agent, outcome: leak, block: monitoring, undeveloped: true }\n  G2: { text: B, undeveloped: true }\n';
    expect(hints(goal)).toEqual([
      'In place of `undeveloped: true`: `doubt: { elicited, by, date, because }`, or support by `surety add monitoring --subsystem agent --outcome leak --under G1`.',
      'In place of `undeveloped: true`: `doubt: { elicited, by, date, because }`, or support by `surety add BLOCK --subsystem … --outcome … --under G2`.',
    ]);
  });

  it('of an assumption takes a doubt only', () => {
    expect(hints('  A1: { text: Safe, undeveloped: true }\n')).toEqual([
      'In place of `undeveloped: true`: `doubt: { elicited, by, date, because }`.',
    ]);
  });
});

describe('kinds of interaction that one hole argues', () => {
  it('are one finding, and those of another claim or outcome are others', () => {
    const rows = ['collusion', 'cascade', 'human manipulation'].map(
      (kind) => `  - { kind: ${kind}, outcome: leak, arguedBy: ${kind === 'cascade' ? 'G3' : 'G2'} }\n`,
    );
    const found = findingsIn(
      example(`
outcomes:
  leak: { text: Leak, claim: G1 }
argument:
  G1: { text: A, supportedBy: [G2, G3] }
  G2: { text: B, undeveloped: true }
  G3: { text: C, undeveloped: true }
interactions:
${rows.join('')}`),
      'argued-by-undeveloped',
    );
    expect(found).toEqual([
      '4:3 That collusion and human manipulation do not cause outcome leak is argued only by G2, which is not developed',
      '4:3 That cascade does not cause outcome leak is argued only by G3, which is not developed',
    ]);
  });
});
