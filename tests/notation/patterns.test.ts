import { describe } from 'vitest';
import { worked } from './worked.testing.js';

const barrier = `
patterns:
  P1:
    parameters: { system: text, p: number }
    argument:
      G1: { text: "{system} is contained", supportedBy: [G3] }
      G3: { text: "{system} passes its tests", supportedBy: [Sn1], inference: 0.1 }
      Sn1: { text: "Tests of {system}", doubt: "{p}" }
`;

describe('pattern forms, worked by hand', () => {
  worked({
    form: 'an element stands for the top of the pattern that it uses',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { uses: { pattern: P1, with: { system: Coder-2, p: 0.2 } } }
${barrier}`,
    links: ['G1 < G2', 'G2 < G2.G3', 'G2.G3 < G2.Sn1'],
    made: ['G2.G3 (P1)', 'G2.Sn1 (P1)'],
    findings: [],
    // 1 - 0.9 * 0.8
    doubt: 0.28,
    cutSets: [['G2.Sn1'], ['G2.G3.inference']],
  });

  worked({
    form: 'two instances are two arguments',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2, G3] }
  G2: { uses: { pattern: P1, with: { system: Coder-2, p: 0.2 } } }
  G3: { uses: { pattern: P1, with: { system: Guard-1, p: 0.5 } } }
${barrier}`,
    links: ['G1 < G2', 'G1 < G3', 'G2 < G2.G3', 'G2.G3 < G2.Sn1', 'G3 < G3.G3', 'G3.G3 < G3.Sn1'],
    made: ['G2.G3 (P1)', 'G2.Sn1 (P1)', 'G3.G3 (P1)', 'G3.Sn1 (P1)'],
    findings: [],
    // 1 - 0.9 * 0.8 * 0.9 * 0.5
    doubt: 0.676,
  });

  worked({
    form: 'a blank that is not filled stays uninstantiated',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: contained, uses: { pattern: P1, with: { p: 0.2 } } }
patterns:
  P1:
    parameters: { system: text, p: number }
    argument:
      G1: { text: top, supportedBy: [G2, Sn1] }
      G2: { text: "{system} is contained", doubt: "{p}" }
      Sn1: { text: tests, doubt: "{p}" }
`,
    links: ['G1 < G2', 'G2 < G2.G2', 'G2 < G2.Sn1'],
    made: ['G2.G2 (P1)', 'G2.G2 uninstantiated', 'G2.Sn1 (P1)'],
    findings: ['uninstantiated case.yaml:13'],
    doubt: 1,
  });

  worked({
    form: 'multiplicity makes one element, with what hangs below it, for each value',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P1, with: { subsystem: [coder, guard] } } }
  A1: { text: shared, doubt: 0.5 }
patterns:
  P1:
    parameters: { subsystem: text }
    argument:
      G1: { text: top, supportedBy: [{ to: G2, multiplicity: per subsystem }] }
      G2: { text: "{subsystem} is contained", supportedBy: [Sn1], inContextOf: [A1] }
      Sn1: { text: "Tests of {subsystem}", doubt: 0.1 }
`,
    links: [
      'G1 < G1.G2-coder',
      'G1 < G1.G2-guard',
      'G1.G2-coder < G1.Sn1-coder',
      'G1.G2-coder ~ A1',
      'G1.G2-guard < G1.Sn1-guard',
      'G1.G2-guard ~ A1',
    ],
    made: ['G1.G2-coder (P1)', 'G1.G2-guard (P1)', 'G1.Sn1-coder (P1)', 'G1.Sn1-guard (P1)'],
    findings: [],
    // 1 - 0.9 * 0.9 * 0.5: the assumption of the case is one variable.
    doubt: 0.595,
  });

  worked({
    form: 'an optional element is kept',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P1, keep: [G3] } }
patterns:
  P1:
    argument:
      G1: { text: top, supportedBy: [G2, { to: G3, optional: true }] }
      G2: { text: needed, doubt: 0.1 }
      G3: { text: optional, doubt: 0.2 }
`,
    links: ['G1 < G1.G2', 'G1 < G1.G3'],
    made: ['G1.G2 (P1)', 'G1.G3 (P1)'],
    findings: [],
    doubt: 0.28,
  });

  worked({
    form: 'an optional element is left out',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P1, omit: [G3] } }
patterns:
  P1:
    argument:
      G1: { text: top, supportedBy: [G2, { to: G3, optional: true }] }
      G2: { text: needed, doubt: 0.1 }
      G3: { text: optional, doubt: 0.2 }
`,
    links: ['G1 < G1.G2'],
    made: ['G1.G2 (P1)'],
    findings: [],
    doubt: 0.1,
  });

  worked({
    form: 'a choice keeps as many alternatives as it says',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P1, keep: [G3] } }
patterns:
  P1:
    argument:
      G1: { text: top, supportedBy: [S1] }
      S1: { text: by one barrier, choose: 1 of 2, supportedBy: [G2, G3] }
      G2: { text: first, doubt: 0.1 }
      G3: { text: second, doubt: 0.2 }
`,
    links: ['G1 < G1.S1', 'G1.S1 < G1.G3'],
    made: ['G1.S1 (P1)', 'G1.G3 (P1)'],
    findings: [],
    doubt: 0.2,
  });

  worked({
    form: 'at least 1 of 2 may keep both, and both are then needed',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P1, keep: [G2, G3] } }
patterns:
  P1:
    argument:
      G1: { text: top, supportedBy: [S1] }
      S1: { text: by barriers, choose: at least 1 of 2, supportedBy: [G2, G3] }
      G2: { text: first, doubt: 0.1 }
      G3: { text: second, doubt: 0.2 }
`,
    links: ['G1 < G1.S1', 'G1.S1 < G1.G2', 'G1.S1 < G1.G3'],
    made: ['G1.S1 (P1)', 'G1.G2 (P1)', 'G1.G3 (P1)'],
    findings: [],
    doubt: 0.28,
  });

  worked({
    form: 'a pattern may use another pattern',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P2, with: { name: Coder-2 } } }
patterns:
  P2:
    parameters: { name: text }
    argument:
      G1: { text: "{name} is safe", supportedBy: [G2, Sn1] }
      G2: { uses: { pattern: P3, with: { system: "{name}" } } }
      Sn1: { text: review, doubt: 0.1 }
  P3:
    parameters: { system: text }
    argument:
      G1: { text: "{system} is contained", supportedBy: [Sn1] }
      Sn1: { text: "Tests of {system}", doubt: 0.2 }
`,
    links: ['G1 < G1.G2', 'G1 < G1.Sn1', 'G1.G2 < G1.G2.Sn1'],
    made: ['G1.G2 (P2)', 'G1.G2.Sn1 (P3)', 'G1.Sn1 (P2)'],
    findings: [],
    doubt: 0.28,
  });

  worked({
    form: 'undeveloped parts of a pattern stay undeveloped in its instances',
    text: `
argument:
  G1: { text: claim, uses: { pattern: P1 } }
patterns:
  P1:
    argument:
      G1: { text: top, supportedBy: [G2, Sn1] }
      G2: { text: to be argued, undeveloped: true }
      Sn1: { text: tests, doubt: 0.2 }
`,
    links: ['G1 < G1.G2', 'G1 < G1.Sn1'],
    made: ['G1.G2 (P1)', 'G1.Sn1 (P1)'],
    findings: ['undeveloped case.yaml:11'],
    doubt: 1,
  });

  worked({
    form: 'links and elements of an instance can be challenged from outside',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { uses: { pattern: P1, with: { system: Coder-2, p: 0.2 } } }
  D1: { text: the tests are old, challenges: G2.G3 -> G2.Sn1, strength: 0.5 }
${barrier}`,
    links: ['G1 < G2', 'G2 < G2.G3', 'G2.G3 < G2.Sn1', 'D1 x G2.G3>G2.Sn1'],
    made: ['G2.G3 (P1)', 'G2.Sn1 (P1)'],
    findings: ['challenge-open case.yaml:8'],
    // 1 - 0.9 * 0.8 * 0.5
    doubt: 0.64,
  });
});
