import { example, failing, type RuleExamples } from '../example.js';

export const elicitationExamples = {
  'one-mind': {
    passes: example(`
argument:
  G1: { text: Barrier 1 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
  G2: { text: Barrier 2 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
  G3: { text: Barrier 3 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
  G4: { text: Barrier 4 holds, doubt: { elicited: 0.1, by: ben, date: 2026-11-01, because: Tests } }
`),
    fails: failing(
      `
argument:
  G1: { text: Barrier 1 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
  G2: { text: Barrier 2 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
  G3: { text: Barrier 3 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
  G4: { text: Barrier 4 holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
`,
      ['4:39 4 of 4 elicited doubts are from anna'],
    ),
  },
  'doubt-provenance': {
    passes: example(`
argument:
  G1: { text: The agent is contained, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, doubt: { elicited: 0.1, by: anna }, inContextOf: [A1] }
  A1: { text: Nobody removes the sandbox, doubt: 0.01 }
`,
      [
        '4:46 The doubt of G1 does not state `date` and `because`',
        '5:50 The doubt of A1 does not state `by`, `date` and `because`',
      ],
    ),
  },
  'inference-required': {
    passes: example(`
policy: { inference: required }
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], inference: 0.02 }
  Sn1: { text: Containment tests, doubt: 0.01 }
`),
    fails: failing(
      `
policy: { inference: required }
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1] }
  Sn1: { text: Containment tests, doubt: 0.01 }
`,
      ['5:39 Nobody assessed the step from Sn1 to G1'],
    ),
  },
  'inference-unassessed': {
    passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1], inference: 0.02 }
  Sn1: { text: Containment tests, doubt: 0.01 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [Sn1] }
  Sn1: { text: Containment tests, doubt: 0.01 }
`,
      ['4:39 Nobody assessed the step from Sn1 to G1'],
    ),
  },
  'opinion-dates': {
    passes: example(
      `
argument:
  G1: { text: The barrier holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-01, because: Tests } }
`,
      { asOf: '2026-11-01' },
    ),
    fails: failing(
      `
argument:
  G1: { text: The barrier holds, doubt: { elicited: 0.1, by: anna, date: 2026-11-02, because: Tests } }
`,
      ['4:41 The doubt of G1 was stated by anna on 2026-11-02, after the day of the check, 2026-11-01'],
      { asOf: '2026-11-01' },
    ),
  },
} satisfies RuleExamples;
