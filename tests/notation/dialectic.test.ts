import { describe } from 'vitest';
import { worked } from './worked.testing.js';

describe('dialectic forms, worked by hand', () => {
  worked({
    form: 'an open challenge to a goal: the goal fails by itself, or the challenge is right',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: goal, doubt: 0.1 }
  D1: { text: objection, challenges: G2, strength: 0.2 }
`,
    links: ['G1 < G2', 'D1 x G2'],
    findings: ['challenge-open case.yaml:8'],
    // 1 - 0.9 * 0.8
    doubt: 0.28,
    cutSets: [['D1'], ['G2']],
  });

  worked({
    form: 'a challenge without a strength is right for certain',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: goal, doubt: 0.1 }
  D1: { text: objection, challenges: G2, blocking: false }
`,
    links: ['G1 < G2', 'D1 x G2'],
    findings: ['challenge-open case.yaml:8'],
    doubt: 1,
  });

  worked({
    form: 'an answered challenge stands only if its answer fails',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: goal, doubt: 0.1 }
  D1: { text: objection, challenges: G2, strength: 0.2, status: answered, answeredBy: G3 }
  G3: { text: answer, supportedBy: [Sn1] }
  Sn1: { text: new evidence, doubt: 0.3 }
`,
    links: ['G1 < G2', 'D1 x G2', 'D1 ! G3', 'G3 < Sn1'],
    findings: [],
    // 1 - 0.9 * (1 - 0.2 * 0.3)
    doubt: 0.154,
    cutSets: [['G2'], ['D1', 'Sn1']],
  });

  worked({
    form: 'an accepted challenge defeats what it is against',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: goal, doubt: 0.1 }
  D1: { text: objection, challenges: G2, strength: 0.2, status: accepted }
`,
    links: ['G1 < G2', 'D1 x G2'],
    findings: [],
    doubt: 1,
  });

  worked({
    form: 'a challenge to a link bears on that parent only',
    text: `
argument:
  G1: { text: claim, supportedBy: [S1] }
  S1: { text: either, combine: any, dependence: { independent: true, because: hand }, supportedBy: [G2, G3] }
  G2: { text: first, supportedBy: [Sn1] }
  G3: { text: second, supportedBy: [Sn1] }
  Sn1: { text: shared, doubt: 0.1 }
  D1: { text: it does not carry the first, challenges: G2 -> Sn1, strength: 0.5 }
`,
    links: ['G1 < S1', 'S1 < G2', 'S1 < G3', 'G2 < Sn1', 'G3 < Sn1', 'D1 x G2>Sn1'],
    findings: ['challenge-open case.yaml:11'],
    // Both legs fail with Sn1; with the challenge alone the second leg still holds.
    doubt: 0.1,
    cutSets: [['Sn1']],
  });

  worked({
    form: 'a challenge to a context bears on what cites it',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2], inContextOf: [C1] }
  G2: { text: goal, doubt: 0.1 }
  C1: { text: context }
  D1: { text: it is another system, challenges: C1, strength: 0.2 }
`,
    links: ['G1 < G2', 'G1 ~ C1', 'D1 x C1'],
    findings: ['challenge-open case.yaml:9'],
    doubt: 0.28,
  });

  worked({
    form: 'a counter-goal with a counter-solution counts by its strength',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: goal, doubt: 0.1 }
  CG1: { text: it got out in June, challenges: G2, strength: 0.2, supportedBy: [CSn1] }
  CSn1: { text: incident report }
`,
    links: ['G1 < G2', 'CG1 < CSn1', 'CG1 x G2'],
    findings: ['challenge-open case.yaml:8'],
    doubt: 0.28,
  });

  worked({
    form: 'a defeated element fails',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2] }
  G2: { text: goal, doubt: 0.1, defeated: true }
`,
    links: ['G1 < G2'],
    findings: ['defeated-unchallenged case.yaml:7'],
    doubt: 1,
  });

  worked({
    form: 'a defeated relation fails for that parent only',
    text: `
argument:
  G1: { text: claim, supportedBy: [S1] }
  S1: { text: either, combine: any, dependence: { independent: true, because: hand }, supportedBy: [G2, G3], defeatedRelation: [G2] }
  G2: { text: first, doubt: 0.1 }
  G3: { text: second, doubt: 0.3 }
`,
    links: ['G1 < S1', 'S1 < G2', 'S1 < G3'],
    findings: ['defeated case.yaml:7'],
    // Only the second leg is left.
    doubt: 0.3,
  });
});

describe('confidence arguments, worked by hand', () => {
  worked({
    form: 'a claim point on a link: the link fails with its confidence argument',
    text: `
argument:
  G1: { text: claim, supportedBy: [S1] }
  S1: { text: either, combine: any, dependence: { independent: true, because: hand }, supportedBy: [G2, G3], acp: { ACP1: [G2] } }
  G2: { text: first, doubt: 0.1 }
  G3: { text: second, doubt: 0.3 }
  G4: { text: the first leg carries it, confidence: ACP1, doubt: 0.2 }
`,
    links: ['G1 < S1', 'S1 < G2', 'S1 < G3'],
    findings: [],
    // (1 - 0.9 * 0.8) * 0.3
    doubt: 0.084,
    cutSets: [
      ['G3', 'G4'],
      ['G2', 'G3'],
    ],
  });

  worked({
    form: 'a claim point on an element: its inference fails with the confidence argument',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2], acp: { ACP1: [G1] } }
  G2: { text: goal, doubt: 0.1 }
  G4: { text: the step is sound, confidence: ACP1, supportedBy: [Sn1] }
  Sn1: { text: review, doubt: 0.2 }
`,
    links: ['G1 < G2', 'G4 < Sn1'],
    findings: [],
    // 1 - 0.9 * 0.8
    doubt: 0.28,
    cutSets: [['Sn1'], ['G2']],
  });

  worked({
    form: 'a claim point on a context link, and one that nobody argues',
    text: `
argument:
  G1: { text: claim, supportedBy: [G2], inContextOf: [C1], acp: { ACP1: [C1], ACP2: [G2] } }
  G2: { text: goal, doubt: 0.1 }
  C1: { text: context }
  G4: { text: the context is the right one, confidence: ACP1, doubt: 0.2 }
`,
    links: ['G1 < G2', 'G1 ~ C1'],
    findings: ['claim-point-unargued case.yaml:6'],
    doubt: 0.28,
  });
});
