import type { FailingExample, RuleExamples } from '../example.js';

const bare = (text: string, findings: readonly string[]): FailingExample => ({ text, findings });

export const bareTopsExamples = {
  'several-tops': {
    passes: {
      text: 'G1: { text: The agent is contained, supportedBy: [G2] }\nG2: { text: The sandbox is hardened, undeveloped: true }\n',
    },
    fails: bare(
      'G1: { text: The agent is contained, undeveloped: true }\nG2: { text: The sandbox is hardened, undeveloped: true }\n',
      ['2:1 Goal G2 is a top of the argument, and so is G1'],
    ),
  },
  'top-not-goal': {
    passes: { text: 'G1: { text: The agent is contained, supportedBy: [Sn1] }\nSn1: { text: Containment tests }\n' },
    fails: bare('G1: { text: The agent is contained, undeveloped: true }\nSn1: { text: Containment tests }\n', [
      '2:1 Solution Sn1 is a top of the argument; expected a goal',
    ]),
  },
} satisfies RuleExamples;
