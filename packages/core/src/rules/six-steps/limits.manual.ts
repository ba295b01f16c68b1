import { example, failing, type RuleManuals } from '../example.js';

export const limitsManual = {
  'no-axis-value': {
    why: 'A claim that holds up to a capability, a number of tasks or a length of window is worth nothing until the case says where the system stands on that axis. It counts as failed until then.',
    passes: example(`
system:
  coder: { kind: model, capability: 6 }
argument:
  G1: { text: The agent cannot do it, subsystem: coder, holdsUntil: { capability: 8 }, undeveloped: true }
`),
    fails: failing(
      `
system:
  coder: { kind: model }
argument:
  G1: { text: The agent cannot do it, subsystem: coder, holdsUntil: { capability: 8, tasks: 1000 }, undeveloped: true }
`,
      [
        '6:83 Goal G1 has a limit on capability, and the case states no value for it',
        '6:93 Goal G1 has a limit on tasks, and the case states no value for it',
      ],
    ),
  },
  'beyond-limit': {
    why: 'Inability and control arguments fail as capability and scale rise, and this one says where. The system is past that point, so the claim counts as failed.',
    passes: example(`
system:
  coder: { kind: model, capability: 8 }
argument:
  G1: { text: The agent cannot do it, subsystem: coder, holdsUntil: { capability: 8 }, undeveloped: true }
`),
    fails: failing(
      `
system:
  coder: { kind: model, capability: 9 }
argument:
  G1: { text: The agent cannot do it, subsystem: coder, holdsUntil: { capability: 8 }, undeveloped: true }
`,
      ['6:83 Goal G1 holds until capability 8, and capability is 9'],
    ),
  },
} satisfies RuleManuals;
