import { example, failing, type RuleManuals } from '../example.js';

export const edgesManual = {
  'support-ends': {
    why: 'In GSN, support is an inference: only goals and strategies are argued, and only goals, strategies and solutions can carry them. Context says what a claim means and can never show that it is true.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], inContextOf: [C1] }
  Sn1: { text: Containment tests }
  C1: { text: The sandbox as deployed }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1, C1] }
  Sn1: { text: Containment tests, supportedBy: [G2] }
  C1: { text: The sandbox as deployed }
  G2: { text: The tests were run, undeveloped: true }
`,
      [
        '4:58 Goal G1 is supported by C1, which is a context; support comes from goals, strategies and solutions',
        '5:49 Solution Sn1 cannot be supported by G2: only goals and strategies are supported',
      ],
    ),
  },
  'strategy-step': {
    why: 'In GSN a strategy is supported by goals only: it says how a claim is broken into claims. Evidence put directly under it skips the claim that the evidence is meant to show, and that claim is what a reviewer challenges.',
    passes: example(`
argument:
  S1: { text: By each stage of the attack, supportedBy: [G1] }
  G1: { text: The first stage fails, supportedBy: [Sn1] }
  Sn1: { text: Tests of the first stage }
`),
    fails: failing(
      `
argument:
  S1: { text: By each stage of the attack, supportedBy: [Sn1] }
  Sn1: { text: Tests of the first stage }
`,
      ['4:58 Strategy S1 is supported by the solution Sn1; a strategy is supported by goals'],
    ),
  },
  'context-ends': {
    why: 'InContextOf leads from a claim to what it presupposes. A goal or a solution listed as context would look like part of the argument and carry none of it.',
    passes: example(`
argument:
  G1: { text: The agent is contained, inContextOf: [C1, A1, J1], undeveloped: true }
  C1: { text: The sandbox as deployed }
  A1: { text: Nobody removes the sandbox }
  J1: { text: Containment is what the threat model asks for }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, inContextOf: [G2], undeveloped: true }
  G2: { text: The sandbox is hardened, undeveloped: true }
  C1: { text: The sandbox as deployed, inContextOf: [A1] }
  A1: { text: Nobody removes the sandbox }
`,
      [
        '4:53 Goal G1 stands in context of G2, which is a goal; expected a context, an assumption or a justification',
        '6:54 Context C1 cannot stand in context of A1: only goals and strategies have context',
      ],
    ),
  },
  'solution-in-context': {
    why: 'GSN gives context to goals and strategies. What a piece of evidence presupposes is computed as written, but other tools will not read it, and a reviewer looks for it at the claim.',
    passes: example(`
argument:
  G1: { text: The agent cannot do it, supportedBy: [Sn1], inContextOf: [A1] }
  Sn1: { text: Range evaluation }
  A1: { text: The range is as hard as the real network }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent cannot do it, supportedBy: [Sn1] }
  Sn1: { text: Range evaluation, inContextOf: [A1] }
  A1: { text: The range is as hard as the real network }
`,
      ['5:48 Solution Sn1 stands in context of A1; in GSN only goals and strategies have context'],
    ),
  },
  'self-reference': {
    why: 'A claim that supports or answers itself says nothing: it holds if it holds.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G1] }
  D1: { text: Nobody looked, challenges: D1 }
`,
      ['4:53 Goal G1 supports itself', '5:42 Challenge D1 challenges itself'],
    ),
  },
  'duplicate-edge': {
    why: 'One element is one variable however often it is listed. Under `any` or `atLeast` a leg that is listed twice would count as two, and the diversity would exist on paper only.',
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2, G3] }
  G2: { text: The sandbox is hardened, undeveloped: true }
  G3: { text: The network is closed, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G2, G3, G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
  G3: { text: The network is closed, undeveloped: true }
`,
      ['4:61 Goal G1 lists G2 twice'],
    ),
  },
} satisfies RuleManuals;
