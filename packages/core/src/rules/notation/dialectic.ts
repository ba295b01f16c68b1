import type { Element } from '../../case/index.js';
import { example, type Found, failing, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const challengeWithoutTarget = rule({
  code: 'challenge-without-target',
  title: 'Challenge that is against nothing',
  severity: 'error',
  fatal: true,
  why: 'A challenge is against an element or a link; a counter-goal or counter-solution may instead support another challenge. One that does neither bears on nothing, and an objection that somebody raised is silently lost.',
  check: ({ case: of, lookup }) =>
    of.elements
      .filter(
        (element) =>
          element.type === 'challenge' &&
          element.challenge === undefined &&
          !lookup.parents(element.id).some(({ element: parent }) => parent.type === 'challenge'),
      )
      .map((element) => ({
        message: `${named(element)} does not say what it is against`,
        at: element.origin,
        atKey: true,
        element: element.id,
        hint: 'Add `challenges: G1`, or `challenges: G1 -> Sn1` for a link.',
      })),
  passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CG1: { text: It got out in June, challenges: G1, supportedBy: [CSn1] }
  CSn1: { text: Incident report of June }
`),
  fails: failing(
    `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  D1: { text: It got out in June }
`,
    ['5:3 Challenge D1 does not say what it is against'],
  ),
});

export const counterSolutionArgued = rule({
  code: 'counter-solution-argued',
  title: 'Counter-solution with support',
  severity: 'error',
  why: 'A counter-solution is evidence against a claim, as a solution is evidence for one: it is cited and not argued. What argues is a counter-goal.',
  check: ({ case: of }) =>
    of.elements
      .filter((element) => element.form === 'counter-solution' && element.supportedBy.length > 0)
      .map((element) => ({
        message: `${named(element)} is a counter-solution and is supported by ${list(element.supportedBy.map(({ to }) => to))}`,
        at: inside(element.origin, 'supportedBy'),
        atKey: true,
        element: element.id,
        hint: 'Let a counter-goal say what it shows, and support that.',
      })),
  passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CG1: { text: It got out in June, challenges: G1, supportedBy: [CSn1] }
  CSn1: { text: Incident report of June }
`),
  fails: failing(
    `
argument:
  G1: { text: The agent is contained, undeveloped: true }
  CSn1: { text: Incident report of June, challenges: G1, supportedBy: [CSn2] }
  CSn2: { text: Packet captures of June }
`,
    ['5:58 Challenge CSn1 is a counter-solution and is supported by CSn2'],
  ),
});

export const defeatedUnchallenged = rule({
  code: 'defeated-unchallenged',
  title: 'Element marked as defeated that nothing challenges',
  severity: 'warning',
  why: 'Defeat is the end of a dispute: a challenge was raised, and it was right. A mark without a challenge says that the element fails and not why, so nobody can answer it or learn from it.',
  check: ({ case: of, lookup }) =>
    of.elements
      .filter((element) => element.defeated && lookup.challengesTo(element.id).length === 0)
      .map((element) => ({
        message: `${named(element)} is marked as defeated, and nothing challenges it`,
        at: inside(element.origin, 'defeated'),
        atKey: true,
        element: element.id,
        hint:
          element.type === 'challenge'
            ? 'What opposes a challenge is its answer, with `status: answered` and `answeredBy`; until then it stands.'
            : `Write the challenge that defeated it, with \`challenges: ${element.id}\` and \`status: accepted\`.`,
      })),
  passes: example(`
argument:
  G1: { text: The agent is contained, undeveloped: true, defeated: true }
  CG1: { text: It got out in June, challenges: G1, status: accepted }
`),
  fails: failing(
    `
argument:
  G1: { text: The agent is contained, undeveloped: true, defeated: true }
`,
    ['4:58 Goal G1 is marked as defeated, and nothing challenges it'],
  ),
});

export const defeatedLinkMissing = rule({
  code: 'defeated-link-missing',
  title: 'Link marked as defeated that does not exist',
  severity: 'error',
  fatal: true,
  why: 'A defeated relation says that the support is no longer carried by that link. Where there is no such link, the defeat is not counted, and the argument looks better than its author meant it to.',
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) =>
      element.defeatedRelation
        .filter((to) => lookup.element(to) !== undefined && !neighbours(element).includes(to))
        .map((to): Found => {
          const links = neighbours(element);
          return {
            message: `${named(element)} marks its relation to ${to} as defeated, and has links to ${links.length === 0 ? 'nothing' : list(links)}`,
            at: inside(element.origin, 'defeatedRelation'),
            element: element.id,
          };
        }),
    ),
  passes: example(`
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G2] }
  G2: { text: The sandbox is hardened, undeveloped: true }
`),
  fails: failing(
    `
argument:
  G1: { text: The agent is contained, supportedBy: [G2], defeatedRelation: [G3] }
  G2: { text: The sandbox is hardened, undeveloped: true }
  G3: { text: The network is closed, undeveloped: true }
`,
    ['4:76 Goal G1 marks its relation to G3 as defeated, and has links to G2'],
  ),
});

function neighbours({ supportedBy, inContextOf, challenge }: Element): readonly string[] {
  const target = challenge?.target;
  const challenged = target?.kind === 'element' ? [target.element] : [];
  return [...supportedBy.map(({ to }) => to), ...inContextOf.map(({ to }) => to), ...challenged];
}
