import { describe, expect, test } from 'vitest';
import { bareCase, bareElement } from '../../case/bare.testing.js';
import type { Case, Edge, Module, ModuleExtension } from '../../case/index.js';
import { assess } from '../../doubt/index.js';
import { modulesOf } from './modules-of.js';
import { sceneOf } from './scene-of.js';
import { caseOf, sketch } from './sketch.testing.js';

const origin = { file: 'case.yaml', path: [] };
const edge = (to: string, developedBy?: string): Edge => ({
  to,
  optional: false,
  origin,
  ...(developedBy === undefined ? {} : { developedBy }),
});
const module = (name: string, more: Partial<Module> = {}): Module => ({
  name,
  uses: [],
  extends: [],
  contract: false,
  information: {},
  origin: { file: `${name}.yaml`, path: [] },
  ...more,
});

/** Base rests on power directly; the contract develops its goal G3 by a goal of brakes. */
const develops: ModuleExtension = {
  module: 'base',
  develops: [{ element: 'G3@base', by: ['G1@brakes'], origin }],
  origin,
};
const modular: Case = bareCase({
  modules: [
    module('base', { brief: 'The whole vehicle', information: { additional: 'First' } }),
    module('power'),
    module('brakes'),
    module('contract', { contract: true, extends: [develops], uses: [{ path: 'base.yaml', origin }] }),
  ],
  elements: [
    bareElement('G1@base', 'goal', {
      module: 'base',
      supportedBy: [edge('G2@base'), edge('G3@base'), edge('G1@power')],
      inContextOf: [edge('C1@power')],
    }),
    bareElement('G2@base', 'goal', { module: 'base', undeveloped: true }),
    bareElement('G3@base', 'goal', { module: 'base', supportedBy: [edge('G1@brakes', 'contract')] }),
    bareElement('G1@power', 'goal', { module: 'power', supportedBy: [edge('Sn1@power')], public: true }),
    bareElement('Sn1@power', 'solution', { module: 'power' }),
    bareElement('C1@power', 'context', { module: 'power' }),
    bareElement('G1@brakes', 'goal', { module: 'brakes', supportedBy: [edge('Sn1@brakes')] }),
    bareElement('Sn1@brakes', 'solution', { module: 'brakes' }),
    bareElement('D1@brakes', 'challenge', {
      module: 'brakes',
      challenge: {
        target: { kind: 'element', element: 'G2@base', origin },
        status: 'open',
        strength: 1,
        blocking: true,
      },
    }),
  ],
});

describe('modules', () => {
  test('complete: all unrolled', () => {
    expect(sketch(sceneOf(modular))).toEqual([
      'G1@base: goal',
      'C1@power: context',
      "G2@base: goal, undeveloped, 'open challenge' open",
      "D1@brakes: challenge, 'open' bad",
      'G3@base: goal',
      'G1@brakes: goal',
      'Sn1@brakes: solution',
      'G1@power: goal, public',
      'Sn1@power: solution',
      'G1@base ~> C1@power',
      'G1@base => G2@base',
      'G1@base => G3@base',
      'G1@base => G1@power',
      'G3@base => G1@brakes',
      'G1@power => Sn1@power',
      'G1@brakes => Sn1@brakes',
      'D1@brakes x> G2@base',
    ]);
  });

  test('one module: away elements for what it cites, and a goal that a contract develops', () => {
    expect(sketch(sceneOf(modular, { view: { module: 'base' } }))).toEqual([
      'G1: goal',
      'C1: context, away in power',
      "G2: goal, undeveloped, 'open challenge' open",
      'D1: challenge, away in brakes',
      "G3: goal, to be supported by contract, 'by contract contract'",
      'G1: goal, away in power',
      'G1 ~> C1',
      'G1 => G2',
      'G1 => G3',
      'G1 => G1',
      'D1 x> G2',
    ]);
  });

  test('the contract: away goals on both ends', () => {
    expect(sketch(sceneOf(modular, { view: { module: 'contract' } }))).toEqual([
      'G3: goal, away in base',
      'G1: goal, away in brakes',
      'G3 => G1',
    ]);
  });

  test('what others cite is public', () => {
    expect(sketch(sceneOf(modular, { view: { module: 'brakes' } }))).toEqual([
      'G1: goal, public',
      'Sn1: solution',
      'G2: goal, away in base',
      "D1: challenge, 'open' bad",
      'G1 => Sn1',
      'D1 x> G2',
    ]);
  });

  test('a goal that another module develops, without a contract', () => {
    const of = { ...modular, modules: modular.modules.map((one) => ({ ...one, contract: false })) };
    expect(sketch(sceneOf(of, { view: { module: 'base' } }))).toContain(
      "G3: goal, undeveloped, 'developed in contract'",
    );
  });

  test('architecture: who rests on whom', () => {
    // The contract names the file of base only in order to develop its goal, so that is no edge.
    const layers = ['additional'];
    expect(sketch(sceneOf(modular, { view: 'architecture', layers }))).toEqual([
      "base: module, '3 elements', '1 undeveloped' open, 'additional: First'",
      "brakes: module, '3 elements', '1 open challenge' open",
      "power: module, '3 elements'",
      "contract: contract, 'no element'",
      'base -> power',
      'base -> contract',
      'contract -> brakes',
      'brakes x> base',
    ]);
  });

  test('a masked module is one node', () => {
    expect(sketch(sceneOf(modular, { mask: ['power', 'brakes'] }))).toEqual([
      'G1@base: goal',
      "power: module, '3 elements'",
      "G2@base: goal, undeveloped, 'open challenge' open",
      "brakes: module, '3 elements', '1 open challenge' open",
      'G3@base: goal',
      'G1@base ~> power',
      'G1@base => G2@base',
      'G1@base => G3@base',
      'G1@base => power',
      'G3@base => brakes',
      'brakes x> G2@base',
    ]);
  });

  test('between masked modules there is one link, whatever it is made of', () => {
    const mask = ['base', 'power', 'brakes'];
    expect(sketch(sceneOf(modular, { mask })).slice(3)).toEqual(['base -> power', 'base -> brakes', 'brakes x> base']);
  });

  test('what stands in no module has a name too', () => {
    const of = {
      ...modular,
      elements: [...modular.elements, bareElement('G9', 'goal', { supportedBy: [edge('G1@base')] })],
    };
    expect(modulesOf(modular)).toEqual(['base', 'power', 'brakes', 'contract']);
    expect(modulesOf(of)).toEqual(['base', 'power', 'brakes', 'contract', 'no module']);
    expect(sketch(sceneOf(of, { view: { module: 'no module' } }))).toEqual([
      'G9: goal',
      'G1: goal, away in base',
      'G9 => G1',
    ]);
    expect(sketch(sceneOf(of, { view: 'architecture' }))).toContain('no module -> base');
  });

  test('links lead to the other modules', () => {
    const options = { view: { module: 'base' }, link: ({ module: at }: { module?: string }) => `${at}.svg` } as const;
    const away = sceneOf(modular, options).nodes.find((node) => node.away === 'power');
    expect(away?.link).toBe('power.svg');
    const { nodes } = sceneOf(modular, { view: 'architecture', linkToModule: (name) => `${name}.svg` });
    expect(nodes.map(({ link }) => link)).toEqual(['base.svg', 'brakes.svg', 'power.svg', 'contract.svg']);
  });
});

describe('patterns', () => {
  const of = caseOf(`
patterns:
  capability:
    parameters: { system: Name of the model, capability: One of the capabilities }
    argument:
      G1: { text: "{system} does no harm", supportedBy: [S1], inContextOf: [C1] }
      C1: { text: Outcomes }
      S1: { text: For each capability, supportedBy: [{ to: S2, multiplicity: per capability }, { to: G4, optional: true }] }
      S2: { text: "{capability}", choose: 1 of 2, supportedBy: [G2, G3] }
      G2: { text: It cannot }
      G3: { text: It is kept from it, uninstantiated: true }
      G4: { text: Nothing else, undeveloped: true }
`);

  test('as written: multiplicity, options, choices and placeholders', () => {
    const scene = sceneOf(of, { view: { pattern: 'capability' } });
    expect(sketch(scene)).toEqual([
      'G1: goal, uninstantiated',
      'C1: context',
      'S1: strategy',
      'S2: strategy, uninstantiated',
      '1 of 2: choice',
      'G2: goal',
      'G3: goal, uninstantiated',
      'G4: goal, undeveloped',
      'G1 ~> C1',
      'G1 => S1',
      'S1 => S2 per capability',
      'S1 => G4 optional',
      'S2 => 1 of 2',
      '1 of 2 => G2',
      '1 of 2 => G3',
    ]);
    expect(scene.title).toBe('Tiny: pattern capability');
    expect(scene.description).toBe(
      'Pattern: 4 goals, 2 strategies, 1 context, 1 choice; 1 undeveloped. ' +
        'Parameters: system (Name of the model), capability (One of the capabilities).',
    );
  });

  test('say nothing of the elements of the case with the same ids', () => {
    const used = caseOf(`
outcomes: { leak: { text: Leak, claim: G1, threshold: { probability: 0.01, per: window } } }
patterns: { P1: { parameters: {}, argument: { G1: { text: In the pattern, undeveloped: true } } } }
argument: { G1: { text: In the case, doubt: 1e-3 } }
riskCases: { leak: { claim: R1, argument: { R1: { text: It will, undeveloped: true } } } }
`);
    const assessment = assess(used, {}, { asOf: '2026-11-23' });
    const diff = { union: used, elements: new Map([['G1', 'added']] as const), links: new Map() };
    const scene = sceneOf(used, { view: { pattern: 'P1' }, assessment, diff });
    expect(sketch(scene)).toEqual(['G1: goal, undeveloped']);
    expect(scene.description).toBe('Pattern: 1 goal; 1 undeveloped.');
  });

  test('a choice is among what is optional, and the rest stands beside it', () => {
    const some = caseOf(`
patterns:
  P1:
    parameters: {}
    argument:
      G1: { text: Top, choose: at least 1 of 2, supportedBy: [G2, { to: G3, optional: true }, { to: G4, optional: true }] }
      G2: { text: Always, undeveloped: true }
      G3: { text: Maybe, undeveloped: true }
      G4: { text: Or this, undeveloped: true }
`);
    expect(sketch(sceneOf(some, { view: { pattern: 'P1' } })).slice(-4)).toEqual([
      'G1 => G2',
      'G1 => at least 1 of 2',
      'at least 1 of 2 => G3',
      'at least 1 of 2 => G4',
    ]);
  });

  test('a depth counts a choice as no level', () => {
    const scene = sceneOf(of, { view: { pattern: 'capability' }, depth: 3 });
    expect(scene.nodes.map(({ name, text }) => name || text)).toEqual([
      'G1',
      'C1',
      'S1',
      'S2',
      '1 of 2',
      'G2',
      'G3',
      'G4',
    ]);
  });
});

describe('a comparison', () => {
  test('marks what changed, links that came with an element included', () => {
    const before = bareElement('G1', 'goal', { supportedBy: [edge('G2'), edge('G3'), edge('G4')] });
    const union = bareCase({ elements: [before, ...['G2', 'G3', 'G4'].map((id) => bareElement(id, 'goal'))] });
    const diff = {
      union,
      elements: new Map([
        ['G1', 'changed'],
        ['G2', 'removed'],
        ['G4', 'moved'],
      ] as const),
      links: new Map([['G1 -> G4', 'added']] as const),
    };
    const scene = sceneOf(bareCase(), { diff });
    expect(sketch(scene)).toEqual([
      'G1: goal, changed',
      'G2: goal, removed',
      'G3: goal',
      'G4: goal, moved',
      'G1 => G2 removed',
      'G1 => G3',
      'G1 => G4 added',
    ]);
    expect(scene.legend.map(({ text }) => text)).toEqual(['is supported by', 'added', 'removed', 'moved', 'changed']);
  });
});
