import { example, failing, type RuleManuals } from '../example.js';

/** A main file, and a module `supplier` with one undeveloped public goal. */
const files = (main: string, supplier = '{ text: The sandbox is hardened, undeveloped: true, public: true }') => ({
  'main.yaml': main,
  'supplier.yaml': `module: { name: supplier }\nargument:\n  G2: ${supplier}\n`,
});

const top = `
argument:
  G1: { text: The agent is contained, supportedBy: [G2@supplier] }
`;

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

export const modulesManual = {
  'unknown-module': {
    why: 'A module that develops the goals of another one promises to close its gaps. Where there is no such module, the gaps stay open and nobody is told.',
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
  },
  'extends-unknown': {
    why: 'What a module develops must be an element of the module that it extends. A mistyped id leaves the goal of the other module undeveloped, and the argument that was written for it supports nothing.',
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
  },
  'extends-developed': {
    why: 'Only what a module leaves undeveloped may be developed from outside: its author argued the rest, and support added by another module would change that argument behind the author’s back.',
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
  },
  'away-strategy': {
    why: 'GSN has away goals, solutions, contexts and assumptions, and no away strategy: a strategy says how its own goal is argued, so from outside its goal is what can be cited.',
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
  },
  'contract-not-public': {
    why: 'A contract stands between the interfaces of modules: it says how what one module offers carries what another one needs. A goal that is not public is not part of an interface, and may change without the other side being told.',
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
  },
  'contract-evidence': {
    why: 'A contract connects what modules argue; it is agreed between their authors. Evidence belongs into a module, where somebody answers for it and where an assessor looks for it.',
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
  },
  'contract-idle': {
    why: 'A contract exists to develop goals that one module needs by goals that others offer. One that develops nothing is a promise between modules that the argument does not hold.',
    passes: example(consumer, {
      files: contract(needed, offered, '  S1: { text: The filter is what hardens it, supportedBy: [G3@offers] }\n'),
    }),
    fails: failing(
      'argument:\n  G1: { text: The agent is contained, undeveloped: true }\n',
      ['1:28 Contract hardening develops no goal of another module'],
      { files: { 'a-contract.yaml': 'module: { name: hardening, contract: true }\nargument: {}\n' } },
    ),
  },
} satisfies RuleManuals;
