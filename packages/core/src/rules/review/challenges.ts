import type { Element } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
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
});

export const challengeStatus = rule({
  code: 'challenge-status',
  title: 'Challenge whose status and answer disagree',
  severity: 'warning',
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
});

export const answerUndeveloped = rule({
  code: 'answer-undeveloped',
  title: 'Answer that is not developed',
  severity: 'warning',
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
});

export const challengeProvenance = rule({
  code: 'challenge-provenance',
  title: 'Challenge without a person or a date',
  severity: 'info',
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
});

export const challengeToChallenge = rule({
  code: 'challenge-to-challenge',
  title: 'Challenge to a challenge',
  severity: 'warning',
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
});

export const defeated = rule({
  code: 'defeated',
  title: 'Element marked as defeated',
  severity: 'warning',
  check: ({ case: of, lookup }) =>
    of.elements
      .filter(({ defeated, defeatedRelation }) => defeated || defeatedRelation.length > 0)
      .flatMap((element) => [
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
});
