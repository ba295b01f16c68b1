import { example, failing, type RuleManuals } from '../example.js';

export const challengesManual = {
  'challenge-open': {
    why: 'An objection that nobody answered stands. It blocks the verdict unless the text says that it does not, and in either case the reader must know of it.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  G2: { text: The tests were repeated, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: answered, answeredBy: G2 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1 }
  D2: { text: The tests are few, challenges: G1, blocking: false }
  CG1: { text: The tests are wrong, challenges: G1, defeated: true }
`,
      [
        '5:3 Challenge D1 to G1 is open and blocks the verdict',
        '6:3 Challenge D2 to G1 is open and is marked as not blocking',
        '7:3 Challenge CG1 to G1 is open and blocks the verdict; that it is marked as defeated is no answer',
      ],
    ),
  },
  'challenge-status': {
    why: 'An open challenge has no answer yet and an accepted one needs none: it is right. Where an answer stands beside either, the text says two things about who prevailed.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  G2: { text: The tests were repeated, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: answered, answeredBy: G2 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  G2: { text: The tests were repeated, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: open, answeredBy: G2 }
`,
      ['6:58 Challenge D1 is open and names the answer G2'],
    ),
  },
  'answer-undeveloped': {
    why: 'An answer is a claim of its own, with its own support. While it is undeveloped it fails, and the challenge stands although it reads as answered.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: answered, answeredBy: G2 }
  G2: { text: The tests were repeated, supportedBy: [Sn1] }
  Sn1: { text: Test report of November }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: answered, answeredBy: G2 }
  G2: { text: The tests were repeated, undeveloped: true }
`,
      ['5:80 Challenge D1 is answered by G2, which is not developed'],
    ),
  },
  'challenge-provenance': {
    why: 'Who raised an objection and when is what lets the author ask back, and lets a reviewer see whether it was raised from outside.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, raisedBy: red-team, date: 2026-11-15 }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, raisedBy: red-team }
`,
      ['5:3 Challenge D1 does not state `date`'],
    ),
  },
  'challenge-to-challenge': {
    why: 'GSN lets a challenge be challenged in turn. Here what opposes a challenge is its answer, a goal with its own support; a challenge to a challenge is shown and changes no number.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: answered, answeredBy: G2 }
  G2: { text: The tests were repeated, undeveloped: true }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1 }
  D2: { text: The tests were repeated, challenges: D1 }
`,
      ['6:52 Challenge D2 is against D1, and D1 is itself a challenge'],
    ),
  },
  defeated: {
    why: 'The mark says that somebody refuted the element, so it counts as failed; a challenge that is marked so stands until it is answered. By whom, when and with what reason stands nowhere; a challenge with status `accepted` says it.',
    passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: The tests are old, challenges: G1, status: accepted }
`),
    fails: failing(
      `
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true, defeated: true }
  D1: { text: The tests are old, challenges: G2, status: accepted }
`,
      ['4:58 The relation of G1 to G2 is marked as defeated', '5:59 Goal G2 is marked as defeated'],
    ),
  },
} satisfies RuleManuals;
