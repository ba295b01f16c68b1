import type { Element, Module, ModuleExtension } from '../../case/index.js';
import { example, type Found, failing, type RuleContext, rule } from '../rule.js';
import { list, named } from '../words.js';

/** Every extension of every module, with the module that states it. */
function extensions({ case: of }: RuleContext): readonly { readonly module: Module; readonly of: ModuleExtension }[] {
  return of.modules.flatMap((module) => module.extends.map((one) => ({ module, of: one })));
}

/** A main file, and a module `supplier` with one undeveloped public goal. */
const files = (main: string, supplier = '{ text: The sandbox is hardened, undeveloped: true, public: true }') => ({
  'main.yaml': main,
  'supplier.yaml': `module: { name: supplier }\nargument:\n  G2: ${supplier}\n`,
});
const top = `
argument:
  G1: { text: The agent is contained, supportedBy: [G2@supplier] }
`;

export const unknownModule = rule({
  code: 'unknown-module',
  title: 'Extension of a module that does not exist',
  severity: 'error',
  why: 'A module that develops the goals of another one promises to close its gaps. Where there is no such module, the gaps stay open and nobody is told.',
  check: (context) => {
    const names = [...new Set(context.case.modules.map(({ name }) => name))];
    return extensions(context).flatMap(({ module, of }): Found[] => {
      if (names.includes(of.module)) return [];
      const others = names.filter((name) => name !== module.name);
      const expected = others.length === 0 ? 'the case has no other module' : `expected ${list(others, 'or')}`;
      return [
        {
          message: `Module ${module.name} extends ${of.module}, which is no module of the case; ${expected}`,
          at: of.origin,
          hint: 'Only a file that says `module: { name: … }` can be extended.',
          ...context.facts.didYouMean(of.module, others),
        },
      ];
    });
  },
  passes: example(top, {
    files: files(`module: { name: main, extends: [{ module: supplier, develops: { G2: [G3] } }] }
argument:
  G3: { text: Every call of the system is filtered, doubt: 0.01 }
`),
  }),
  fails: failing(top, ['1:33 Module main extends suplier, which is no module of the case; expected supplier'], {
    files: files(`module: { name: main, extends: [{ module: suplier, develops: { G2: [G3] } }] }
argument:
  G3: { text: Every call of the system is filtered, doubt: 0.01 }
`),
  }),
});

export const extendsUnknown = rule({
  code: 'extends-unknown',
  title: 'Development of an element that is not there',
  severity: 'error',
  fatal: true,
  why: 'What a module develops must be an element of the module that it extends. A mistyped id leaves the goal of the other module undeveloped, and the argument that was written for it supports nothing.',
  check: (context) =>
    extensions(context).flatMap(({ module, of }) =>
      of.develops.flatMap(({ element, origin }): Found[] => {
        const found = context.lookup.element(element);
        if (found?.module === of.module || !context.case.modules.some(({ name }) => name === of.module)) return [];
        const own = context.case.elements.filter((one) => one.module === of.module).map(({ id }) => id);
        const where = found === undefined ? 'is no element of the case' : `stands in ${found.module ?? 'no module'}`;
        return [
          {
            message: `Module ${module.name} develops ${element} of ${of.module}, but ${element} ${where}`,
            at: origin,
            ...context.facts.didYouMean(element, own),
          },
        ];
      }),
    ),
  passes: example(top, {
    files: files(`module: { name: main, extends: [{ module: supplier, develops: { G2: [G3] } }] }
argument:
  G3: { text: Every call of the system is filtered, doubt: 0.01 }
`),
  }),
  fails: failing(
    top,
    ['1:69 Module main develops G5@supplier of supplier, but G5@supplier is no element of the case'],
    {
      files: files(`module: { name: main, extends: [{ module: supplier, develops: { G5: [G3] } }] }
argument:
  G3: { text: Every call of the system is filtered, doubt: 0.01 }
`),
    },
  ),
});

export const extendsDeveloped = rule({
  code: 'extends-developed',
  title: 'Development of an element that is developed already',
  severity: 'error',
  why: 'Only what a module leaves undeveloped may be developed from outside: its author argued the rest, and support added by another module would change that argument behind the author’s back.',
  check: ({ case: of, lookup }) =>
    of.modules.flatMap((module) =>
      module.extends.flatMap(({ develops }) =>
        develops.flatMap(({ element, origin }): Found[] => {
          const found = lookup.element(element);
          const own = found === undefined ? [] : ownSources(found);
          if (found === undefined || own.length === 0) return [];
          return [
            {
              message: `Module ${module.name} develops ${element}, which has ${list(own)} of its own`,
              at: origin,
              element,
              hint: `Cite ${element} instead, or let its module mark it \`undeveloped\`.`,
              related: [{ message: `${element} stands here`, at: found.origin }],
            },
          ];
        }),
      ),
    ),
  passes: example(top, {
    files: files(`module: { name: main, extends: [{ module: supplier, develops: { G2: [G3] } }] }
argument:
  G3: { text: Every call of the system is filtered, doubt: 0.01 }
`),
  }),
  fails: failing(top, ['1:69 Module main develops G2@supplier, which has a stated doubt of its own'], {
    files: files(
      `module: { name: main, extends: [{ module: supplier, develops: { G2: [G3] } }] }
argument:
  G3: { text: Every call of the system is filtered, doubt: 0.01 }
`,
      '{ text: The sandbox is hardened, doubt: 0.1, public: true }',
    ),
  }),
});

function ownSources(element: Element): readonly string[] {
  return [
    ...(element.supportedBy.some((edge) => edge.developedBy === undefined) ? ['support'] : []),
    ...(element.doubt === undefined ? [] : ['a stated doubt']),
    ...(element.evidence === undefined ? [] : ['evidence']),
  ];
}

export const awayStrategy = rule({
  code: 'away-strategy',
  title: 'Strategy of another module that is cited',
  severity: 'warning',
  why: 'GSN has away goals, solutions, contexts and assumptions, and no away strategy: a strategy says how its own goal is argued, so from outside its goal is what can be cited.',
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) =>
      element.supportedBy.flatMap((edge): Found[] => {
        const target = lookup.element(edge.to);
        if (target?.type !== 'strategy' || target.module === undefined || target.module === element.module) return [];
        if (edge.developedBy !== undefined) return [];
        return [
          {
            message: `${named(element)} cites the strategy ${edge.to} of module ${target.module}; GSN has no away strategy`,
            at: edge.origin,
            element: element.id,
            hint: `Cite the goal that ${edge.to} argues.`,
          },
        ];
      }),
    ),
  passes: example(top, { files: files('module: { name: main }\nargument: {}\n') }),
  fails: failing(
    `
argument:
  G1: { text: The agent is contained, supportedBy: [S1@supplier] }
`,
    ['4:53 Goal G1 cites the strategy S1@supplier of module supplier; GSN has no away strategy'],
    {
      files: {
        'supplier.yaml': `module: { name: supplier }
argument:
  S1: { text: By each call, supportedBy: [G2], public: true }
  G2: { text: The sandbox is hardened, undeveloped: true }
`,
      },
    },
  ),
});

const consumer = `
argument:
  G1: { text: The agent is contained, supportedBy: [G2@needs] }
`;
const contract = (needs: string, offers: string, argument: string) => ({
  'a-contract.yaml': `module: { name: hardening, contract: true, extends: [{ module: needs, develops: { G2: [S1] } }] }
argument:
${argument}`,
  'needs.yaml': `module: { name: needs }\nargument:\n  G2: ${needs}\n`,
  'offers.yaml': `module: { name: offers }\nargument:\n  G3: ${offers}\n`,
});
const needed = '{ text: The sandbox is hardened, undeveloped: true, public: true }';
const offered = '{ text: Every call of the system is filtered, doubt: 0.01, public: true }';

export const contractNotPublic = rule({
  code: 'contract-not-public',
  title: 'Contract about a goal that its module keeps private',
  severity: 'warning',
  why: 'A contract stands between the interfaces of modules: it says how what one module offers carries what another one needs. A goal that is not public is not part of an interface, and may change without the other side being told.',
  check: ({ case: of, lookup }) =>
    of.modules
      .filter((module) => module.contract)
      .flatMap((module) =>
        module.extends.flatMap(({ develops }) =>
          develops.flatMap(({ element, origin }): Found[] => {
            const found = lookup.element(element);
            if (found === undefined || found.public) return [];
            return [
              {
                message: `Contract ${module.name} develops ${element}, which its module does not make public`,
                at: origin,
                element,
                hint: `Mark ${element} \`public: true\`.`,
                related: [{ message: `${element} stands here`, at: found.origin }],
              },
            ];
          }),
        ),
      ),
  passes: example(consumer, {
    files: contract(needed, offered, '  S1: { text: The filter is what hardens it, supportedBy: [G3@offers] }\n'),
  }),
  fails: failing(consumer, ['1:87 Contract hardening develops G2@needs, which its module does not make public'], {
    files: contract(
      '{ text: The sandbox is hardened, undeveloped: true }',
      offered,
      '  S1: { text: The filter is what hardens it, supportedBy: [G3@offers] }\n',
    ),
  }),
});

export const contractEvidence = rule({
  code: 'contract-evidence',
  title: 'Evidence inside a contract',
  severity: 'warning',
  why: 'A contract connects what modules argue; it is agreed between their authors. Evidence belongs into a module, where somebody answers for it and where an assessor looks for it.',
  check: ({ case: of }) => {
    const contracts = new Set(of.modules.filter((module) => module.contract).map(({ name }) => name));
    return of.elements
      .filter(({ module, type }) => type === 'solution' && module !== undefined && contracts.has(module))
      .map((element) => ({
        message: `${named(element)} stands in the contract ${element.module}`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: 'Move it into the module that offers it, below a public goal, and cite that.',
      }));
  },
  passes: example(consumer, {
    files: contract(needed, offered, '  S1: { text: The filter is what hardens it, supportedBy: [G3@offers] }\n'),
  }),
  fails: failing(consumer, ['4:3 Solution Sn1@hardening stands in the contract hardening'], {
    files: contract(
      needed,
      offered,
      `  S1: { text: The filter is what hardens it, supportedBy: [G3@offers, Sn1] }
  Sn1: { text: Filter tests, doubt: 0.01 }
`,
    ),
  }),
});

export const contractIdle = rule({
  code: 'contract-idle',
  title: 'Contract that connects nothing',
  severity: 'warning',
  why: 'A contract exists to develop goals that one module needs by goals that others offer. One that develops nothing is a promise between modules that the argument does not hold.',
  check: ({ case: of }) =>
    of.modules
      .filter((module) => module.contract && module.extends.every(({ develops }) => develops.length === 0))
      .map((module) => ({
        message: `Contract ${module.name} develops no goal of another module`,
        at: { file: module.origin.file, path: [...module.origin.path, 'contract'] },
        atKey: true,
        hint: 'Say `extends: [{ module: …, develops: { G1: [S1] } }]`.',
      })),
  passes: example(consumer, {
    files: contract(needed, offered, '  S1: { text: The filter is what hardens it, supportedBy: [G3@offers] }\n'),
  }),
  fails: failing(
    'argument:\n  G1: { text: The agent is contained, undeveloped: true }\n',
    ['1:28 Contract hardening develops no goal of another module'],
    { files: { 'a-contract.yaml': 'module: { name: hardening, contract: true }\nargument: {}\n' } },
  ),
});
