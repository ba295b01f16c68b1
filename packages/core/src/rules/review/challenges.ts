import type { Element } from '../../case/index.js';
import { example, type Found, failing, type RuleContext, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

/** All challenges of the case with what is said of them. */
function challenges({ case: of }: RuleContext) {
  return of.elements.flatMap((element) =>
    element.challenge === undefined ? [] : [{ element, challenge: element.challenge }],
  );
}

function targetOf({ challenge }: Element): string {
  const target = challenge?.target;
  if (target === undefined) return 'nothing';
  return target.kind === 'element' ? target.element : `${target.from} -> ${target.to}`;
}

export const challengeOpen = rule({
  code: 'challenge-open',
  title: 'Open challenge',
  severity: 'warning',
  why: 'An objection that nobody answered stands. It blocks the verdict unless the text says that it does not, and in either case the reader must know of it.',
  check: (context) =>
    challenges(context)
      .filter(({ challenge }) => challenge.status === 'open')
      .map(({ element, challenge }) => ({
        message: `Challenge ${element.id} to ${targetOf(element)} is open and ${challenge.blocking ? 'blocks the verdict' : 'is marked as not blocking'}${element.defeated ? '; that it is marked as defeated is no answer' : ''}`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: 'Answer it by a goal (`answeredBy`), or accept it.',
      })),
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
});

export const challengeStatus = rule({
  code: 'challenge-status',
  title: 'Challenge whose status and answer disagree',
  severity: 'warning',
  why: 'An open challenge has no answer yet and an accepted one needs none: it is right. Where an answer stands beside either, the text says two things about who prevailed.',
  check: (context) =>
    challenges(context)
      .filter(({ challenge }) => challenge.answeredBy !== undefined && challenge.status !== 'answered')
      .map(({ element, challenge }) => ({
        message: `Challenge ${element.id} is ${challenge.status} and names the answer ${challenge.answeredBy}`,
        at: inside(element.origin, 'status'),
        element: element.id,
        hint:
          challenge.status === 'open' ? 'Say `status: answered`.' : 'Remove `answeredBy`, or say `status: answered`.',
      })),
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
});

export const answerUndeveloped = rule({
  code: 'answer-undeveloped',
  title: 'Answer that is not developed',
  severity: 'warning',
  why: 'An answer is a claim of its own, with its own support. While it is undeveloped it fails, and the challenge stands although it reads as answered.',
  check: (context) =>
    challenges(context).flatMap(({ element, challenge }): Found[] => {
      const answer = challenge.answeredBy === undefined ? undefined : context.lookup.element(challenge.answeredBy);
      if (answer === undefined || !(answer.undeveloped || answer.uninstantiated)) return [];
      return [
        {
          message: `Challenge ${element.id} is answered by ${answer.id}, which is not developed`,
          at: inside(element.origin, 'answeredBy'),
          element: element.id,
          related: [{ message: `${answer.id} stands here`, at: answer.origin }],
        },
      ];
    }),
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
});

export const challengeProvenance = rule({
  code: 'challenge-provenance',
  title: 'Challenge without a person or a date',
  severity: 'info',
  why: 'Who raised an objection and when is what lets the author ask back, and lets a reviewer see whether it was raised from outside.',
  check: (context) =>
    challenges(context).flatMap(({ element, challenge }) => {
      const missing = (['raisedBy', 'date'] as const).filter((key) => !challenge[key]?.trim());
      if (missing.length === 0) return [];
      return [
        {
          message: `Challenge ${element.id} does not state ${list(missing.map((key) => `\`${key}\``))}`,
          at: element.origin,
          atKey: true,
          element: element.id,
        },
      ];
    }),
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
});

export const challengeToChallenge = rule({
  code: 'challenge-to-challenge',
  title: 'Challenge to a challenge',
  severity: 'warning',
  why: 'GSN lets a challenge be challenged in turn. Here what opposes a challenge is its answer, a goal with its own support; a challenge to a challenge is shown and changes no number.',
  check: (context) =>
    challenges(context).flatMap(({ element, challenge }): Found[] => {
      const { target } = challenge;
      const against = target.kind === 'element' ? target.element : target.from;
      if (against === element.id || context.lookup.element(against)?.type !== 'challenge') return [];
      return [
        {
          message: `Challenge ${element.id} is against ${targetOf(element)}, and ${against} is itself a challenge`,
          at: target.origin,
          element: element.id,
          hint: `Make it a goal and name it at ${against} as \`answeredBy\`.`,
        },
      ];
    }),
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
});

export const defeated = rule({
  code: 'defeated',
  title: 'Element marked as defeated',
  severity: 'warning',
  why: 'The mark says that somebody refuted the element, so it counts as failed; a challenge that is marked so stands until it is answered. By whom, when and with what reason stands nowhere; a challenge with status `accepted` says it.',
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) => [
      // What nothing challenges is told by `defeated-unchallenged`.
      ...(element.defeated && lookup.challengesTo(element.id).length > 0
        ? [
            {
              message: `${named(element)} is marked as defeated`,
              at: inside(element.origin, 'defeated'),
              atKey: true,
              element: element.id,
            },
          ]
        : []),
      ...(element.defeatedRelation.length > 0
        ? [
            {
              message: `The relation of ${element.id} to ${list(element.defeatedRelation)} is marked as defeated`,
              at: inside(element.origin, 'defeatedRelation'),
              atKey: true,
              element: element.id,
            },
          ]
        : []),
    ]),
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
});
