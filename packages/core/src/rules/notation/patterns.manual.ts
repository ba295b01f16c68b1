import { example, failing, type RuleManuals } from '../example.js';

export const patternsManual = {
  'pattern-reference': {
    why: 'A link in a pattern leads to an element of the pattern, or to one of the case that every instance shares. One that leads nowhere is a hole in every argument that is made from the pattern.',
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
    why: 'An element that instantiates a pattern stands for its first element. That must be a goal or a strategy, and all others must hang below it: what does not is made in every instance and supports nothing.',
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
    why: 'A choice says how many of the alternatives below it an argument keeps. Where the number of alternatives is another one, nobody can tell which of them were meant.',
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
    why: 'A pattern is no argument: nothing in it is assessed until an element instantiates it. One that nobody uses may be a library for others, or an argument that its author believes to be made.',
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
} satisfies RuleManuals;
