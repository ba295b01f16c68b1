import { example, failing, type RuleManuals } from '../example.js';

export const elicitationManual = {
  'one-mind': {
    why: 'Numbers that one person gave share that person’s blind spots. Where more than half of a case’s elicited doubts are one mind’s, their agreement is no evidence, and the computed doubt is that person’s opinion with more digits.',
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
    why: 'A number without provenance cannot be challenged, updated or trusted: who gave it, when, and why are part of it.',
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
    why: 'This organisation requires that each step from support to claim is assessed (`policy.inference: required`, the default from status “in review” on). An unassessed step counts as doubt 0, which nobody has vouched for, so it blocks.',
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
    why: 'Evidence supports a proxy claim; the step from the proxy to the claim is graded on its own. Reviews find the evidence moderate for the proxy and weak for the deployment. Unassessed, the step counts as doubt 0.',
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
    why: 'Nobody can have said today what is dated tomorrow. Either the date is a slip, or the case is assessed as of a day on which this number was not yet known, and then it must not count.',
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
} satisfies RuleManuals;
