import { describe, expect, test } from 'vitest';
import { assess } from '../../doubt/index.js';
import { sceneOf } from './scene-of.js';
import { caseOf, sketch } from './sketch.testing.js';

const argument = `
argument:
  G1: { text: Top, supportedBy: [S1], inContextOf: [C1, A1] }
  S1: { text: Two legs, combine: any, supportedBy: [G2, G3] }
  C1: { text: Scope }
  A1: { text: Assumed }
  G2: { text: Left, supportedBy: [Sn1], inContextOf: [A1], category: control }
  G3: { text: Right, undeveloped: true }
  Sn1: { text: Shared }
`;

describe('a scene', () => {
  test('reads depth first, context behind its element, each element once', () => {
    expect(sketch(sceneOf(caseOf(argument)))).toEqual([
      'G1: goal',
      'C1: context',
      'A1: assumption',
      "S1: strategy, 'any one is enough'",
      'G2: goal',
      'Sn1: solution',
      'G3: goal, undeveloped',
      'G1 ~> C1',
      'G1 ~> A1',
      'G1 => S1',
      'S1 => G2',
      'S1 => G3',
      'G2 ~> A1',
      'G2 => Sn1',
    ]);
  });

  test('says what it shows, and what the signs in use mean', () => {
    const scene = sceneOf(caseOf(argument));
    expect(scene.title).toBe('Tiny');
    expect(scene.description).toBe(
      'Argument in GSN: 3 goals, 1 strategy, 1 solution, 1 context, 1 assumption; 1 undeveloped.',
    );
    expect(scene.legend.map(({ sign }) => sign)).toEqual([
      { kind: 'link', link: 'supportedBy' },
      { kind: 'link', link: 'inContextOf' },
      { kind: 'category', category: 'control' },
      { kind: 'mark', mark: 'undeveloped' },
    ]);
  });

  test('explains lines and what is drawn faintly', () => {
    const of = caseOf(`
argument:
  G1: { text: Top, supportedBy: [G2, G9], acp: { ACP1: [G1] } }
  G2: { text: Left, undeveloped: true }
  G3: { text: Answer, undeveloped: true }
  G4: { text: Why, confidence: ACP1, undeveloped: true }
  D1: { text: No, challenges: G1 -> G2, status: answered, answeredBy: G3 }
`);
    const words = (mask: readonly string[]) => sceneOf(of, { mask }).legend.map(({ text }) => text);
    expect(words([])).toEqual([
      'is supported by',
      'challenges an element or a link',
      'is answered by',
      'has its confidence argued by',
      'undeveloped: nothing supports it yet',
      'assurance claim point: a confidence argument bears on it',
      'named and not there',
    ]);
    expect(words(['G2']).at(-1)).toBe('masked, or named and not there');
  });

  test('of an empty case is empty', () => {
    expect(sceneOf(caseOf(''))).toMatchObject({ nodes: [], edges: [], description: 'There is nothing to draw.' });
  });

  test('starts at claims, then at what nothing leads to, then in circles', () => {
    const of = caseOf(`
outcomes: { leak: { text: Leak, claim: G9 } }
argument:
  G1: { text: Alone }
  G9: { text: The claim }
  G2: { text: In a circle, supportedBy: [G3] }
  G3: { text: In a circle, supportedBy: [G2] }
  G4: { text: Its own support, supportedBy: [G4] }
`);
    const scene = sceneOf(of);
    expect(scene.nodes.map(({ name }) => name)).toEqual(['G9', 'G1', 'G2', 'G3', 'G4']);
    expect(scene.edges).toHaveLength(3);
  });

  test('draws a reference to nothing faintly', () => {
    const scene = sceneOf(caseOf('argument: { G1: { text: Top, supportedBy: [G7], inContextOf: [C3] } }'));
    expect(sketch(scene)).toEqual([
      'G1: goal',
      'missing: C3: goal, faint',
      'missing: G7: goal, faint',
      'G1 ~> missing: C3 faint',
      'G1 => missing: G7 faint',
    ]);
    expect(scene.description).toBe('Argument in GSN: 1 goal; 2 references to nothing.');
  });

  test('leads to the address of an element, or where the caller says', () => {
    const of = caseOf(
      'argument: { G1: { text: Top, url: "https://example.org", supportedBy: [G2] }, G2: { text: Below } }',
    );
    const links = (scene: ReturnType<typeof sceneOf>) => scene.nodes.map(({ link }) => link);
    expect(links(sceneOf(of))).toEqual(['https://example.org', undefined]);
    const told = sceneOf(of, { link: ({ id }) => (id === 'G2' ? '#element-G2' : undefined) });
    expect(links(told)).toEqual(['https://example.org', '#element-G2']);
  });
});

describe('dialectic', () => {
  const text = `
argument:
  G1: { text: Top, supportedBy: [G2, G3], acp: { ACP1: [G1], ACP2: [G2] } }
  G2: { text: Left, defeatedRelation: [Sn1], supportedBy: [Sn1] }
  G3: { text: Right, undeveloped: true }
  Sn1: { text: Tests }
  CG1: { text: It fails, challenges: G2, status: accepted, supportedBy: [CSn1] }
  CSn1: { text: A failure that was seen }
  D1: { text: The tests are old, challenges: G2 -> Sn1, answeredBy: G8 }
  D2: { text: Nobody looked, challenges: G3, blocking: false }
  G8: { text: They were repeated }
  G9: { text: The step is sound, confidence: ACP1 }
`;

  test('challenges, answers, claim points and what is defeated', () => {
    expect(sketch(sceneOf(caseOf(text)))).toEqual([
      'G1: goal, ACP1',
      "G9: goal, 'argues ACP1'",
      'G2: goal, defeated',
      "CG1: counter-goal, 'accepted' bad",
      'CSn1: counter-solution',
      "D1: challenge, 'answered' good",
      'G8: goal',
      'Sn1: solution',
      "G3: goal, undeveloped, 'open challenge' open",
      "D2: challenge, 'open, does not block' open",
      'G1 => G2 ACP2',
      'G1 => G3',
      'G2 => Sn1 defeated',
      'CG1 => CSn1',
      'G1 c> G9',
      'CG1 x> G2',
      'D1 a> G8',
      'D2 x> G3',
      'D1 x> (G2 => Sn1)',
    ]);
  });

  test('a challenge to the link between an element and its challenge', () => {
    const of = caseOf(`
argument:
  G1: { text: Top }
  CG1: { text: It fails, challenges: G1 }
  CG2: { text: That says nothing of G1, challenges: G1 -> CG1 }
`);
    expect(sketch(sceneOf(of)).slice(3)).toEqual(['CG1 x> G1', 'CG2 x> (CG1 x> G1)']);
  });

  test('a challenge to a link that is not there is one to its start', () => {
    const of = caseOf('argument: { G1: { text: Top }, D1: { text: No, challenges: G1 -> G5 } }');
    expect(sketch(sceneOf(of)).slice(2)).toEqual(['D1 x> G1']);
  });
});

describe('focus', () => {
  test('an element with what stands below it', () => {
    const scene = sceneOf(caseOf(argument), { root: 'G2' });
    expect(scene.nodes.map(({ name }) => name)).toEqual(['G2', 'A1', 'Sn1']);
    expect(scene.title).toBe('Tiny: below G2');
  });

  test('a name that is not there shows nothing', () => {
    expect(sceneOf(caseOf(argument), { root: 'G77' }).nodes).toEqual([]);
    expect(sceneOf(caseOf(argument), { outcome: 'none' }).nodes).toEqual([]);
  });

  test('what is deeper than the depth is collapsed, and what is open there is said', () => {
    expect(sketch(sceneOf(caseOf(argument), { depth: 1 }))).toEqual([
      'G1: goal',
      'C1: context',
      'A1: assumption',
      "S1: strategy, 'any one is enough', '1 undeveloped below' open, hides 3",
      'G1 ~> C1',
      'G1 ~> A1',
      'G1 => S1',
    ]);
    expect(sketch(sceneOf(caseOf(argument), { depth: 0 }))).toEqual(["G1: goal, '1 undeveloped below' open, hides 6"]);
    expect(sceneOf(caseOf(argument), { depth: 9 })).toEqual(sceneOf(caseOf(argument)));
  });

  test('a collapsed element hides what is not drawn elsewhere', () => {
    const of = caseOf(`
argument:
  G1: { text: Top, supportedBy: [G2, G3] }
  G2: { text: Left, supportedBy: [Sn1, Sn2] }
  G3: { text: Right, supportedBy: [Sn2] }
  Sn1: { text: Own }
  Sn2: { text: Shared }
`);
    expect(sketch(sceneOf(of, { collapse: ['G2'] }))).toEqual([
      'G1: goal',
      'G2: goal, hides 1',
      'G3: goal',
      'Sn2: solution',
      'G1 => G2',
      'G1 => G3',
      'G2 => Sn2',
      'G3 => Sn2',
    ]);
  });

  test('a mask makes elements faint', () => {
    const { nodes, edges } = sceneOf(caseOf(argument), { mask: ['G3'] });
    expect(nodes.filter(({ faint }) => faint).map(({ name }) => name)).toEqual(['G3']);
    expect(edges.filter(({ faint }) => faint)).toHaveLength(1);
  });
});

describe('layers', () => {
  test('show what is asked for, in that order', () => {
    const of = caseOf(`
argument:
  G1: { text: Top, owner: safety, category: control, supportedBy: [Sn1], inference: 0.01, assumes: { coder: trusted } }
  Sn1: { text: Tests, evidence: range, requires: { rate: "<= 0.05" } }
system: { coder: { kind: model } }
evidence: { range: { source: a.csv, expires: 2027-01-01 } }
`);
    const tags = (layers: readonly string[]) =>
      sceneOf(of, { layers }).nodes.map((node) => node.tags.map(({ text }) => text));
    expect(tags(['category', 'owner', 'inference'])).toEqual([
      ['category: control', 'owner: safety', 'step: 0.01'],
      [],
    ]);
    expect(tags(['evidence', 'expires', 'assumes', 'constructor'])).toEqual([
      ['takes coder as trusted'],
      ['evidence: range', 'requires rate <= 0.05', 'expires: 2027-01-01'],
    ]);
  });
});

describe('an assessment', () => {
  const of = caseOf(`
outcomes: { leak: { text: Leak, claim: G1, threshold: { probability: 0.01, per: window } } }
argument:
  G1: { text: Top, supportedBy: [G2, Sn2], inference: 1e-3 }
  G2: { text: Left, supportedBy: [Sn1] }
  Sn1: { text: Tests, doubt: 2e-3 }
  Sn2: { text: Tests, doubt: 1e-3 }
`);
  const assessment = assess(of, {}, { asOf: '2026-11-23' });

  test('gives every element its doubt, and the claim the tone of its verdict', () => {
    // 1 - 0.999 × 0.998 × 0.999 = 0.003995 below 0.01.
    const scene = sceneOf(of, { assessment });
    expect(sketch(scene).slice(0, 4)).toEqual([
      "G1: goal, 'leak: supported' good, doubt 0.004 good",
      "G2: goal, 'step not assessed' open, doubt 0.002 plain",
      'Sn1: solution, doubt 0.002 plain',
      'Sn2: solution, doubt 0.001 plain',
    ]);
    // Three of six decades from 1 down.
    expect(scene.nodes[3]?.doubt?.level).toBe(0.5);
    expect(scene.description).toContain('As of 2026-11-23: leak: supported.');
  });

  test('points out a cut set, a step included, with the links up to the claim', () => {
    const first = sceneOf(of, { assessment, doubts: false, cutSet: { outcome: 'leak', rank: 1 } });
    expect(sketch(first).filter((line) => line.includes('pointed out'))).toEqual([
      'Sn1: solution, pointed out',
      'G1 => G2 pointed out',
      'G2 => Sn1 pointed out',
    ]);
    expect(first.legend.find(({ sign }) => sign.kind === 'pointed out')?.text).toBe(
      'Cut set 1 of leak: if all of it is wrong, so is the claim, probability 0.002',
    );
    const steps = [2, 3].flatMap((rank) =>
      sketch(sceneOf(of, { assessment, doubts: false, cutSet: { outcome: 'leak', rank } })).filter((line) =>
        line.includes('pointed out'),
      ),
    );
    expect(steps).toContain("G1: goal, 'leak: supported' good, 'the step', pointed out");
  });

  test('leads no failure through an element of which enough support holds', () => {
    const legs = caseOf(`
outcomes: { leak: { text: Leak, claim: G1, threshold: { probability: 0.01, per: window } } }
argument:
  G1: { text: Top, supportedBy: [G2, G3, Sn1], inference: 0 }
  G2: { text: Either, combine: any, supportedBy: [G4, Sn2], inference: 0 }
  G4: { text: Tested, supportedBy: [Sn1], inference: 0 }
  G3: { text: Two of three, combine: { atLeast: 2 }, supportedBy: [Sn1, Sn2, Sn3], inference: 0 }
  Sn1: { text: Tests, doubt: 2e-3 }
  Sn2: { text: Tests, doubt: 1e-3 }
  Sn3: { text: Tests, doubt: 1e-3 }
`);
    const lines = (rank: number) =>
      sketch(
        sceneOf(legs, {
          assessment: assess(legs, {}, { asOf: '2026-11-23' }),
          doubts: false,
          cutSet: { outcome: 'leak', rank },
        }),
      ).filter((line) => line.endsWith('pointed out'));
    expect(lines(1)).toEqual(['Sn1: solution, pointed out', 'G1 => Sn1 pointed out']);
    expect(lines(2)).toEqual([
      'Sn2: solution, pointed out',
      'Sn3: solution, pointed out',
      'G1 => G3 pointed out',
      'G3 => Sn2 pointed out',
      'G3 => Sn3 pointed out',
    ]);
  });

  test('points out the module that holds a leaf, where it is drawn as one node', () => {
    const text = (name: string, body: string) => `module: { name: ${name} }\nargument:\n${body}`;
    const parts = caseOf(
      'outcomes: { leak: { text: Leak, claim: G1@top, threshold: { probability: 0.01, per: window } } }',
      {
        'top.yaml': text('top', '  G1: { text: Top, supportedBy: [G1@part], inference: 0 }\n'),
        'part.yaml': text(
          'part',
          '  G1: { text: Part, public: true, supportedBy: [Sn1], inference: 0 }\n  Sn1: { text: Tests, doubt: 1e-3 }\n',
        ),
      },
    );
    const assessment = assess(parts, {}, { asOf: '2026-11-23' });
    const scene = sceneOf(parts, { assessment, doubts: false, cutSet: { outcome: 'leak', rank: 1 }, mask: ['part'] });
    expect(sketch(scene).filter((line) => line.includes('pointed out'))).toEqual([
      "part: module, '2 elements', 'inside: Sn1@part', pointed out",
      'G1@top => part pointed out',
    ]);
  });

  test('points out what hides a leaf', () => {
    const scene = sceneOf(of, { assessment, doubts: false, cutSet: { outcome: 'leak', rank: 1 }, collapse: ['G2'] });
    expect(sketch(scene)).toContain("G2: goal, 'step not assessed' open, 'below: Sn1', hides 1, pointed out");
    expect(sketch(scene)).toContain('G1 => G2 pointed out');
  });

  test('points out what carries the claim', () => {
    const scene = sceneOf(of, { assessment, pathSet: 'leak' });
    expect(scene.nodes.filter((node) => node.pointedOut).map(({ name }) => name)).toEqual(['G1', 'Sn1', 'Sn2']);
    expect(scene.edges.every((edge) => edge.pointedOut)).toBe(true);
  });

  test('what carries the claim leads through the leg that does', () => {
    const legs = caseOf(`
outcomes: { leak: { text: Leak, claim: G1, threshold: { probability: 0.01, per: window } } }
argument:
  G1: { text: Top, combine: any, supportedBy: [G2, G3] }
  G2: { text: Weak, supportedBy: [Sn1], inContextOf: [A1], inference: 0.1 }
  G3: { text: Strong, supportedBy: [Sn2], inContextOf: [A1], inference: 1e-3 }
  A1: { text: Of both, doubt: 1e-4 }
  Sn1: { text: Tests, doubt: 2e-3 }
  Sn2: { text: Tests, doubt: 1e-3 }
`);
    const scene = sceneOf(legs, { assessment: assess(legs, {}, { asOf: '2026-11-23' }), pathSet: 'leak' });
    expect(sketch(scene).filter((line) => line.includes('> ') && line.endsWith('pointed out'))).toEqual([
      'G1 => G3 pointed out',
      'G3 ~> A1 pointed out',
      'G3 => Sn2 pointed out',
    ]);
  });

  test('says what blocks, where it stands', () => {
    const blocked = caseOf(`
outcomes: { leak: { text: Leak, claim: G1, threshold: { probability: 0.01, per: window } } }
argument:
  G1: { text: Top, supportedBy: [G2, G3], inference: 1e-3 }
  G2: { text: Left, doubt: 1e-4 }
  G3: { text: Right, undeveloped: true }
  D1: { text: Why not, challenges: G2 }
`);
    const scene = sceneOf(blocked, { assessment: assess(blocked, {}, { asOf: '2026-11-23' }) });
    expect(sketch(scene).slice(0, 4)).toEqual([
      "G1: goal, 'leak: not supported' bad, doubt 1 bad",
      "G2: goal, 'open challenge' open, doubt 1 bad",
      "D1: challenge, 'open' bad",
      "G3: goal, undeveloped, 'undeveloped' bad, doubt 1 bad",
    ]);
  });
});
