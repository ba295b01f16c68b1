import type { Element } from '../../case/index.js';
import { type Found, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const challengeWithoutTarget = rule({
  code: 'challenge-without-target',
  title: 'Challenge that is against nothing',
  severity: 'error',
  fatal: true,
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
});

export const counterSolutionArgued = rule({
  code: 'counter-solution-argued',
  title: 'Counter-solution with support',
  severity: 'error',
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
});

export const defeatedUnchallenged = rule({
  code: 'defeated-unchallenged',
  title: 'Element marked as defeated that nothing challenges',
  severity: 'warning',
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
});

export const defeatedLinkMissing = rule({
  code: 'defeated-link-missing',
  title: 'Link marked as defeated that does not exist',
  severity: 'error',
  fatal: true,
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
});

function neighbours({ supportedBy, inContextOf, challenge }: Element): readonly string[] {
  const target = challenge?.target;
  const challenged = target?.kind === 'element' ? [target.element] : [];
  return [...supportedBy.map(({ to }) => to), ...inContextOf.map(({ to }) => to), ...challenged];
}
