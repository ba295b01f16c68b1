import { example, failing, type RuleExamples } from '../example.js';

export const patternsExamples = {
  'pattern-reference': {
    passes: example(`
patterns:
  P1:
    argument:
      G1: { text: It is contained, supportedBy: [G2] }
      G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
patterns:
  P1:
    argument:
      G1: { text: It is contained, supportedBy: [G3] }
      G2: { text: The sandbox is hardened, undeveloped: true }
`,
      ['6:50 Goal G1 of pattern P1 has a link to G3, which is in neither the pattern nor the case'],
    ),
  },
  'pattern-top': {
    passes: example(`
patterns:
  P1:
    argument:
      G1: { text: It is contained, supportedBy: [G2] }
      G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
patterns:
  P1:
    argument:
      G1: { text: It is contained, undeveloped: true }
      G2: { text: The sandbox is hardened, undeveloped: true }
  P2:
    argument:
      Sn1: { text: Containment tests }
`,
      [
        '7:7 Goal G2 of pattern P1 is not below its top, G1',
        '10:7 Pattern P2 begins with the solution Sn1; expected a goal or a strategy',
      ],
    ),
  },
  'choice-place': {
    passes: example(`
argument:
  S1: { text: By one barrier, choose: 1 of 2, supportedBy: [G1, G2] }
  G1: { text: The sandbox is hardened, undeveloped: true }
  G2: { text: The network is closed, undeveloped: true }
`),
    fails: failing(
      `
argument:
  S1: { text: By one barrier, choose: 1 of 3, supportedBy: [G1, G2] }
  G1: { text: The sandbox is hardened, undeveloped: true }
  G2: { text: The network is closed, undeveloped: true }
`,
      ['4:39 Strategy S1 is to choose 1 of 3, but it has 2 alternatives'],
    ),
  },
  'unused-pattern': {
    passes: example(`
argument:
  G1: { text: Coder-2 is contained, uses: { pattern: P1 } }
patterns:
  P1: { argument: { G1: { text: It is contained, undeveloped: true } } }
`),
    fails: failing(
      `
patterns:
  P1: { argument: { G1: { text: It is contained, undeveloped: true } } }
`,
      ['4:3 No element instantiates the pattern P1'],
    ),
  },
} satisfies RuleExamples;
