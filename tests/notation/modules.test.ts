import { describe } from 'vitest';
import { worked } from './worked.testing.js';

describe('modular forms, worked by hand', () => {
  worked({
    form: 'an away goal is the variable that it cites',
    text: `
argument:
  G1: { text: claim, supportedBy: [S1] }
  S1: { text: either, combine: any, dependence: { independent: true, because: hand }, supportedBy: [G2, G3] }
  G2: { text: first, supportedBy: [G7@engine] }
  G3: { text: second, supportedBy: [G7@engine] }
`,
    files: {
      'engine.yaml': `module: { name: engine }
argument:
  G7: { text: the engine holds, doubt: 0.1, public: true }
`,
    },
    links: ['G1 < S1', 'S1 < G2', 'S1 < G3', 'G2 < G7@engine', 'G3 < G7@engine'],
    findings: [],
    // One variable under both legs: no credit for them.
    doubt: 0.1,
    cutSets: [['G7@engine']],
  });

  worked({
    form: 'away solutions, contexts, assumptions and justifications',
    text: `
argument:
  G1: { text: claim, supportedBy: [Sn1@engine], inContextOf: [C1@engine, A1@engine, J1@engine] }
`,
    files: {
      'engine.yaml': `module: { name: engine }
argument:
  Sn1: { text: tests, doubt: 0.1, public: true }
  C1: { text: context, public: true }
  A1: { text: assumption, doubt: 0.2, owner: anna, public: true }
  J1: { text: justification, public: true }
`,
    },
    links: ['G1 < Sn1@engine', 'G1 ~ C1@engine', 'G1 ~ A1@engine', 'G1 ~ J1@engine'],
    findings: [],
    // 1 - 0.9 * 0.8
    doubt: 0.28,
  });

  worked({
    form: 'an element that is not public may not be cited',
    text: `
argument:
  G1: { text: claim, supportedBy: [G7@engine] }
`,
    files: {
      'engine.yaml': `module: { name: engine }
argument:
  G7: { text: the engine holds, doubt: 0.1 }
`,
    },
    links: ['G1 < G7@engine'],
    findings: ['not-public case.yaml:6'],
    doubt: 0.1,
  });

  worked({
    form: 'a module develops an undeveloped goal of another one',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2@template] }
`,
    files: {
      'instance.yaml': `module: { name: instance, extends: [{ module: template, develops: { G2: [G3, G4] } }] }
argument:
  G3: { text: first part, doubt: 0.1 }
  G4: { text: second part, doubt: 0.2 }
`,
      'template.yaml': `module: { name: template }
argument:
  G2: { text: to be argued elsewhere, undeveloped: true, public: true }
`,
    },
    links: ['G1 < G2@template', 'G2@template < G3@instance', 'G2@template < G4@instance'],
    findings: [],
    // 1 - 0.9 * 0.8
    doubt: 0.28,
    cutSets: [['G4@instance'], ['G3@instance']],
  });

  worked({
    form: 'a contract develops a goal of one module by public goals of another',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2@needs] }
`,
    files: {
      'hardening.yaml': `module: { name: hardening, contract: true, extends: [{ module: needs, develops: { G2: [S1] } }] }
argument:
  S1: { text: the filter is what hardens it, supportedBy: [G3@offers], inference: 0.1 }
`,
      'needs.yaml': `module: { name: needs }
argument:
  G2: { text: hardened, undeveloped: true, public: true }
`,
      'offers.yaml': `module: { name: offers }
argument:
  G3: { text: filtered, doubt: 0.2, public: true }
`,
    },
    links: ['G1 < G2@needs', 'S1@hardening < G3@offers', 'G2@needs < S1@hardening'],
    findings: [],
    // 1 - 0.9 * 0.8
    doubt: 0.28,
    cutSets: [['G3@offers'], ['S1@hardening.inference']],
  });

  worked({
    form: 'a goal that nobody develops stays undeveloped',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2@needs, Sn1] }
  Sn1: { text: tests, doubt: 0.2 }
`,
    files: {
      'needs.yaml': `module: { name: needs }
argument:
  G2: { text: hardened, undeveloped: true, public: true }
`,
    },
    links: ['G1 < G2@needs', 'G1 < Sn1'],
    findings: ['undeveloped needs.yaml:3'],
    doubt: 1,
  });

  worked({
    form: 'a challenge from another module counts where it bears',
    text: `
argument:
  G1: { text: claim, supportedBy: [G7@engine] }
`,
    files: {
      'engine.yaml': `module: { name: engine }
argument:
  G7: { text: the engine holds, doubt: 0.1, public: true }
`,
      'red-team.yaml': `module: { name: red-team }
argument:
  D1: { text: it was seen to stop, challenges: G7@engine, strength: 0.5 }
`,
    },
    links: ['G1 < G7@engine', 'D1@red-team x G7@engine'],
    findings: ['challenge-open red-team.yaml:3'],
    // 1 - 0.9 * 0.5
    doubt: 0.55,
  });
});
