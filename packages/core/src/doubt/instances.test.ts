import { describe, expect, it } from 'vitest';
import { parse } from '../language/index.js';
import { assess } from './assess.js';
import { upperEnd } from './statistics-of-trials.js';
import { caseFrom, outcomeOf, textOf } from './text.testing.js';

const layers = `patterns:
  Layers:
    parameters: { layers: each barrier, p: doubt of its test, q: doubt of the list }
    argument:
      S1:
        text: By each barrier
        combine: any
        dependence: { independent: true, because: nothing shared }
        inContextOf: [A1]
        supportedBy: [{ to: G1, multiplicity: per layers }]
      G1: { text: "{layers} holds", supportedBy: [Sn1, { to: Sn2, optional: true }], inContextOf: [A1] }
      Sn1: { text: "Test of {layers}", doubt: "{p}" }
      Sn2: { text: "Review of {layers}", doubt: 0.2 }
      A1: { text: The list is complete, doubt: "{q}" }
  One:
    parameters: { p: doubt }
    argument:
      G1: { text: a, supportedBy: [S1] }
      S1: { text: b, choose: 1 of 2, supportedBy: [Sn1, S2] }
      Sn1: { text: c, doubt: "{p}" }
      S2: { uses: { pattern: Layers, with: { layers: [x, y, z], p: "{p}", q: 0.001 }, omit: Sn2 } }
`;

const using = (uses: string) => textOf(`G1: { text: Top, supportedBy: [S1] }\nS1: { uses: { ${uses} } }`, layers);
const declared = (text: string) => upperEnd(outcomeOf(text).doubt!.declared);

describe('an instance of a pattern', () => {
  // Both barriers fail (the assumption is one variable, made once), or the assumption does.
  it.each([
    ['two barriers', 'layers: [a, b]', 'omit: Sn2', 1 - 0.99 * (1 - 0.1 * 0.1)],
    ['three barriers', 'layers: [a, b, c]', 'omit: Sn2', 1 - 0.99 * (1 - 0.1 ** 3)],
    ['one barrier', 'layers: a', 'omit: Sn2', 1 - 0.99 * 0.9],
    ['an option that is kept', 'layers: [a, b]', 'keep: Sn2', 1 - 0.99 * (1 - 0.28 ** 2)],
  ])('of %s', (_, given, option, expected) => {
    expect(declared(using(`pattern: Layers, with: { ${given}, p: 0.1, q: 0.01 }, ${option}`))).toBeCloseTo(
      expected,
      12,
    );
  });

  it('has cut sets of the elements that are made', () => {
    const outcome = outcomeOf(using('pattern: Layers, with: { layers: [a, b], p: 0.1, q: 0.02 }, omit: Sn2'));
    expect(outcome.cutSets?.top).toEqual([
      { elements: ['S1.A1'], probability: expect.closeTo(0.02, 12) },
      { elements: ['S1.Sn1-a', 'S1.Sn1-b'], probability: expect.closeTo(0.01, 12) },
    ]);
    expect(outcome.reasons.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it('whose option nobody decided fails, and blocks', () => {
    const outcome = outcomeOf(using('pattern: Layers, with: { layers: [a, b], p: 0.1, q: 0.02 }'));
    expect(outcome.doubt?.declared).toEqual({ mean: 1 });
    expect(outcome.reasons.filter(({ blocks }) => blocks).map(({ code, text }) => [code, text])).toEqual([
      ['undeveloped', 'S1.G1-a is not instantiated: a holds'],
      ['undeveloped', 'S1.G1-b is not instantiated: b holds'],
    ]);
  });

  it('without a value fails where the value is needed, and nowhere else', () => {
    const of = caseFrom(using('pattern: Layers, with: { layers: [a, b], p: 0.1 }, omit: Sn2'));
    const { leaves } = assess(of, {}, { asOf: '2026-11-23' });
    const doubts = Object.fromEntries(leaves.map(({ id, doubt }) => [id, (doubt as { mean: number }).mean]));
    expect(doubts).toEqual({ 'S1.Sn1-a': 0.1, 'S1.Sn1-b': 0.1, 'S1.A1': 1 });
  });

  it('of a pattern that is not there fails; that a pattern is used is no reason to', () => {
    const outcome = outcomeOf(using('pattern: Nothing'));
    expect(outcome.reasons.map(({ text }) => text)).toContain(
      'S1 is not instantiated: Instance of the pattern Nothing',
    );
    const whole = outcomeOf(using('pattern: Layers, with: { layers: a, p: 0.1, q: 0 }, omit: Sn2'));
    expect(whole.doubt?.declared).toEqual({ mean: expect.closeTo(0.1, 12) });
  });

  it.each([
    ['Sn1', 0.1],
    ['S2', 1 - 0.999 * (1 - 0.1 ** 3)],
  ])('in a pattern, as the alternative %s', (kept, expected) => {
    const text = textOf(`G1: { uses: { pattern: One, with: { p: 0.1 }, keep: ${kept} } }`, layers);
    expect(declared(text)).toBeCloseTo(expected, 12);
  });

  it('in each of two modules counts twice, and the element that both rest on once', () => {
    const module = (name: string) => `module: { name: ${name} }
argument:
  G1: { public: true, uses: { pattern: P1, with: { p: 0.1, shared: A1@base } } }
`;
    const head = textOf('G1: { text: Top, supportedBy: [G1@left, G1@right] }', '');
    const parsed = parse([
      { path: 'case.yaml', text: head },
      {
        path: 'base.yaml',
        text: `module: { name: base }
patterns:
  P1:
    parameters: { p: doubt, shared: assumption }
    argument: { G1: { text: a, supportedBy: [Sn1], inContextOf: ["{shared}"] }, Sn1: { text: b, doubt: "{p}" } }
assumptions: { A1: { text: c, doubt: 0.2, public: true } }
`,
      },
      { path: 'left.yaml', text: module('left') },
      { path: 'right.yaml', text: module('right') },
    ]);
    expect(parsed.diagnostics).toEqual([]);
    const [outcome] = assess(parsed.case!, {}, { asOf: '2026-11-23' }).outcomes;
    expect(outcome?.doubt?.declared).toEqual({ mean: expect.closeTo(1 - 0.8 * 0.9 * 0.9, 12) });
    expect(outcome?.cutSets?.top.map(({ elements }) => elements)).toEqual([
      ['A1@base'],
      ['G1.Sn1@left'],
      ['G1.Sn1@right'],
    ]);
  });

  it('may stand in a group of dependence', () => {
    const group = 'dependence: [{ name: g, members: [S1.Sn1-a, S1.Sn1-b], beta: 0.5, because: one team }]\n';
    const text = using('pattern: Layers, with: { layers: [a, b], p: 0.1, q: 0 }, omit: Sn2') + group;
    // Two equal leaves: βp + (1 − βp)q², q = (p − βp) / (1 − βp).
    expect(declared(text)).toBeCloseTo(0.05 + 0.95 * (0.05 / 0.95) ** 2, 12);
  });
});

it('a goal that another module develops has the doubt of what develops it', () => {
  const parsed = parse([
    { path: 'case.yaml', text: textOf('G1: { text: Top, supportedBy: [G1@plan] }', '') },
    {
      path: 'plan.yaml',
      text: 'module: { name: plan }\nargument:\n  G1: { text: a, public: true, supportedBy: [G2] }\n  G2: { text: b, undeveloped: true }\n',
    },
    {
      path: 'power.yaml',
      text: `module: { name: power, extends: [{ module: plan, develops: { G2: [G1, G2] } }] }
argument:
  G1: { text: c, supportedBy: [Sn1] }
  G2: { text: d, supportedBy: [Sn2] }
  Sn1: { text: e, doubt: 0.1 }
  Sn2: { text: f, doubt: 0.2 }
`,
    },
  ]);
  expect(parsed.diagnostics).toEqual([]);
  const [outcome] = assess(parsed.case!, {}, { asOf: '2026-11-23' }).outcomes;
  expect(outcome?.doubt?.declared).toEqual({ mean: expect.closeTo(1 - 0.9 * 0.8, 12) });
});

describe('a link that is left open in an argument', () => {
  it.each([
    ['many for one', '{ text: a, supportedBy: [{ to: Sn1, multiplicity: per task }] }'],
    ['an option', '{ text: a, supportedBy: [{ to: Sn1, optional: true }] }'],
    ['a choice', '{ text: a, choose: at least 1 of 1, supportedBy: [Sn1] }'],
  ])('fails and blocks: %s', (_, goal) => {
    const outcome = outcomeOf(textOf(`G1: ${goal}\nSn1: { text: b, doubt: 0.001 }`));
    expect(upperEnd(outcome.doubt!.declared)).toBe(1);
    expect(outcome.reasons).toContainEqual(
      expect.objectContaining({ code: 'undeveloped', blocks: true, text: 'G1 is not instantiated: a' }),
    );
  });
});
