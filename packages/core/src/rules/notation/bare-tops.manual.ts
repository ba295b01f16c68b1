import type { FailingExample, RuleManuals } from '../example.js';

const bare = (text: string, findings: readonly string[]): FailingExample => ({ text, findings });

export const bareTopsManual = {
  'several-tops': {
    why: 'A file that is an argument and nothing else names no outcome, so what it argues is what stands at its top. With several tops nobody can tell which claim the argument is for, or which link was forgotten.',
    passes: {
      text: 'G1: { text: The agent is contained, supportedBy: [G2] }\nG2: { text: The sandbox is hardened, undeveloped: true }\n',
    },
    fails: bare(
      'G1: { text: The agent is contained, undeveloped: true }\nG2: { text: The sandbox is hardened, undeveloped: true }\n',
      ['2:1 Goal G2 is a top of the argument, and so is G1'],
    ),
  },
  'top-not-goal': {
    why: 'An argument is for a claim, and in GSN claims are goals. A strategy, a solution or a context that nothing refers to supports no claim: the link to it is missing.',
    passes: { text: 'G1: { text: The agent is contained, supportedBy: [Sn1] }\nSn1: { text: Containment tests }\n' },
    fails: bare('G1: { text: The agent is contained, undeveloped: true }\nSn1: { text: Containment tests }\n', [
      '2:1 Solution Sn1 is a top of the argument; expected a goal',
    ]),
  },
} satisfies RuleManuals;
