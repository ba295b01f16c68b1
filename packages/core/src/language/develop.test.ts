import { expect, test } from 'vitest';
import { outline } from './patterns/outline.testing.js';
import { caseOf, elementOf, head } from './texts.testing.js';

const main = (argument: string) => ({ path: '1.yaml', text: `${head}argument:\n${argument}` });

test('a module develops the undeveloped goals of another one', () => {
  const found = caseOf([
    main('  G0: { text: top, supportedBy: [G1@plan] }\n'),
    {
      path: 'plan.yaml',
      text: `module: { name: plan }
argument:
  G1: { text: planned, public: true, supportedBy: [G2, G3] }
  G2: { text: first, undeveloped: true }
  G3: { text: second, undeveloped: true }
`,
    },
    {
      path: 'power.yaml',
      text: `module:
  name: power
  extends:
    - { module: plan, develops: { G3: [G8, G9], G2: G7 } }
argument:
  G7: { text: seven, undeveloped: true }
  G8: { text: eight, undeveloped: true }
  G9: { text: nine, undeveloped: true }
`,
    },
  ]);
  expect(outline(found)).toEqual([
    'G0 top | on G1@plan',
    'G1@plan planned | on G2@plan, G3@plan',
    'G2@plan first | on G7@power (by power)',
    'G3@plan second | on G8@power (by power), G9@power (by power)',
    'G7@power seven | undeveloped',
    'G8@power eight | undeveloped',
    'G9@power nine | undeveloped',
  ]);
  const at = (...path: (string | number)[]) => ({ file: 'power.yaml', path: ['module', 'extends', 0, ...path] });
  expect(found.modules[1]?.extends).toEqual([
    {
      module: 'plan',
      develops: [
        { element: 'G3@plan', by: ['G8@power', 'G9@power'], origin: at('develops', 'G3') },
        { element: 'G2@plan', by: ['G7@power'], origin: at('develops', 'G2') },
      ],
      origin: at(),
    },
  ]);
  expect(elementOf(found, 'G3@plan').supportedBy[1]).toEqual({
    to: 'G9@power',
    optional: false,
    developedBy: 'power',
    origin: at('develops', 'G3'),
  });
});

test('a contract develops a goal of one module by a goal of another', () => {
  const found = caseOf([
    main('  G0: { text: top, supportedBy: [G1@plan] }\n'),
    {
      path: 'a.yaml',
      text: 'module: { name: plan }\nargument:\n  G1: { text: planned, public: true, undeveloped: true }\n',
    },
    {
      path: 'b.yaml',
      text: 'module: { name: power }\nargument:\n  G1: { text: done, public: true, undeveloped: true }\n',
    },
    {
      path: 'c.yaml',
      text: 'module: { name: deal, contract: true, extends: { module: plan, develops: { G1: [G1@power] } } }\nargument:\n  C1: { text: what was agreed }\n',
    },
  ]);
  expect(outline(found)).toEqual([
    'G0 top | on G1@plan',
    'G1@plan planned | on G1@power (by deal)',
    'G1@power done | undeveloped',
    'C1@deal what was agreed',
  ]);
  expect(found.modules.map(({ name, contract }) => [name, contract])).toEqual([
    ['plan', false],
    ['power', false],
    ['deal', true],
  ]);
  expect(found.modules[2]?.extends[0]?.origin.path).toEqual(['module', 'extends']);
});

test('what is made of patterns can be developed, and can develop; defaults go along', () => {
  const found = caseOf([
    {
      path: 'case.yaml',
      text: `${head}patterns:
  P1: { argument: { G1: { text: top, supportedBy: G2 }, G2: { text: open, undeveloped: true } } }
argument:
  G0: { text: zero, supportedBy: [G5@plan], defaults: { category: control } }
`,
    },
    { path: 'plan.yaml', text: 'module: { name: plan }\nargument:\n  G5: { public: true, uses: { pattern: P1 } }\n' },
    {
      path: 'power.yaml',
      text: 'module: { name: power, extends: [{ module: plan, develops: { G5.G2: [G5, G5.G2] } }] }\nargument:\n  G5: { uses: { pattern: P1 } }\n',
    },
  ]);
  expect(outline(found)).toEqual([
    'G0 zero | on G5@plan',
    'G5@plan top | on G5.G2@plan',
    'G5.G2@plan open | on G5@power (by power), G5.G2@power (by power)',
    'G5@power top | on G5.G2@power',
    'G5.G2@power open | undeveloped',
  ]);
  expect(found.elements.map(({ category }) => category)).toEqual([undefined, ...Array(4).fill('control')]);
});

test('what is wrong with an extension is kept for the rules, and nothing is lost', () => {
  const found = caseOf([
    main('  G0: { text: top, supportedBy: [G1@plan, G2@plan, G3@plan] }\n'),
    {
      path: 'a.yaml',
      text: 'module: { name: plan }\nargument:\n  G1: { text: argued, public: true, supportedBy: G2 }\n  G2: { text: open, public: true, undeveloped: true }\n  G3: { text: open, public: true, undeveloped: true }\n',
    },
    {
      path: 'b.yaml',
      text: `module:
  name: power
  extends:
    - nowhere
    - { module: plan, develops: { G1: [G2@plan, G7], G2: [], G3: [G8], G9: [G7] } }
    - { module: nowhere, develops: { G1: [G7] } }
argument:
  G7: { text: seven, undeveloped: true }
`,
    },
  ]);
  expect(outline(found)).toEqual([
    'G0 top | on G1@plan, G2@plan, G3@plan',
    'G1@plan argued | on G2@plan, G7@power (by power)',
    'G2@plan open | undeveloped',
    'G3@plan open | on G8@power (by power) | undeveloped',
    'G7@power seven | undeveloped',
  ]);
  const [bare, plan, other] = found.modules[1]!.extends;
  expect(bare).toMatchObject({ module: 'nowhere', develops: [] });
  expect(plan?.develops.map(({ element, by }) => [element, by])).toEqual([
    ['G1@plan', ['G2@plan', 'G7@power']],
    ['G2@plan', []],
    ['G3@plan', ['G8@power']],
    ['G9@plan', ['G7@power']],
  ]);
  expect(other?.develops).toMatchObject([{ element: 'G1@nowhere', by: ['G7@power'] }]);
});

test('in a single file the own name of the module is no other module', () => {
  const found = caseOf(
    'module: { name: m, extends: [{ module: m, develops: { G1: [G2@m] } }, { module: n, develops: { G1: [G2] } }] }\nargument:\n  G1: { text: a, undeveloped: true }\n  G2: { text: b, undeveloped: true }\n',
  );
  expect(outline(found)).toEqual(['G1 a | on G2 (by m)', 'G2 b | undeveloped']);
  expect(found.modules[0]?.extends[1]?.develops).toMatchObject([{ element: 'G1@n', by: ['G2'] }]);
});

test.each([
  ['a solution by a goal', 'Sn1: { text: s', '[G9]'],
  ['a goal by an assumption', 'Sn1: { type: goal, text: s', '[A1]'],
  ['a goal by a challenge and a context', 'Sn1: { type: goal, text: s', '[D1, C1]'],
  ['a goal by nothing', 'Sn1: { type: goal, text: s', '[G77]'],
])('%s stays undeveloped', (_, element, by) => {
  const found = caseOf([
    main('  G0: { text: top, supportedBy: [Sn1@plan] }\n'),
    { path: 'plan.yaml', text: `module: { name: plan }\nargument:\n  ${element}, public: true, undeveloped: true }\n` },
    {
      path: 'power.yaml',
      text: `module: { name: power, extends: [{ module: plan, develops: { Sn1: ${by} } }] }
argument: { A1: { text: a }, C1: { text: c }, G9: { text: g, undeveloped: true }, D1: { text: d, challenges: G9 } }
`,
    },
  ]);
  expect(elementOf(found, 'Sn1@plan').undeveloped).toBe(true);
});
