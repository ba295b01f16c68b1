import { isDigest } from '../../canonical/index.js';
import type { Case, Origin, SignOff } from '../../case/index.js';
import { type GivenSignOff, isAssessor, isAuthor, type RequiredSignOff, samePerson } from '../../signoff/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list } from '../words.js';

export const signOffMissing = rule({
  code: 'signoff-missing',
  title: 'Accepted case without a required sign-off',
  severity: 'error',
  check: (context) =>
    context.case.status === 'accepted' ? rolesTo('must sign', 'and has not', context, isMissing) : [],
});

export const signOffListed = rule({
  code: 'signoff-listed',
  title: 'Sign-off that is still to come',
  severity: 'info',
  check: (context) =>
    context.case.status === 'in review'
      ? rolesTo('has yet to sign this state', '', context, ({ state }) => state !== 'signed')
      : [],
});

function isMissing({ state }: RequiredSignOff): boolean {
  return state === 'missing' || state === 'not independent';
}

/** One finding for each role that is short of a sign-off, and for which outcomes where others have one. */
function rolesTo(
  verb: string,
  end: string,
  { case: of, facts }: RuleContext,
  isShort: (one: RequiredSignOff) => boolean,
): Found[] {
  const { required } = facts.signOffs();
  return of.review.required.flatMap((role, index): Found[] => {
    const rows = required.filter((one) => one.index === index);
    const short = rows.filter(isShort);
    if (short.length === 0) return [];
    const all = short.length === rows.length;
    const outcomes = all ? '' : `for ${list(short.flatMap(({ outcome }) => outcome ?? []))}`;
    const claims = short.flatMap(({ claim }) => claim ?? []);
    const what = claims.length < short.length ? '' : ` or ${list([...new Set(claims)])}`;
    return [
      {
        message: ['Role', role, verb, outcomes, end].filter((word) => word !== '').join(' '),
        at: atRequired(of, index),
        hint: `Let a person in that role sign the whole case${what} (\`surety sign\`).`,
      },
    ];
  });
}

function atRequired(of: Case, index: number): Origin {
  const { file, path } = of.review.origin ?? of.origin;
  return { file, path: [...path, index] };
}

export const signOffStale = rule({
  code: 'signoff-stale',
  title: 'Sign-off of another state of the case',
  severity: 'error',
  check: ({ case: of, facts }) => {
    if (of.status !== 'accepted') return [];
    const stale = facts.signOffs().required.flatMap(({ state, by }) => (state === 'stale' ? by : []));
    return [...new Set(stale)].map(
      ({ signOff, now }): Found => ({
        message: `${signOff.who} signed as ${signOff.role} another state of ${signedThing(signOff)}, ${signOff.of}`,
        at: inside(signOff.origin, 'of'),
        hint: `Let ${signOff.who} read what changed and sign again; it would be of ${now}.`,
      }),
    );
  },
});

function signedThing({ element }: SignOff): string {
  return element ?? 'the case';
}

export const signOffUnknownElement = rule({
  code: 'signoff-unknown-element',
  title: 'Sign-off of an element that does not exist',
  severity: 'error',
  check: ({ case: of, facts }) =>
    facts
      .signOffs()
      .given.filter(({ state }) => state === 'gone')
      .map(({ signOff }) => ({
        message: `${signOff.who} signed ${signOff.element} as ${signOff.role}, which is no element of the case`,
        at: inside(signOff.origin, 'element'),
        ...facts.didYouMean(
          signOff.element ?? '',
          of.elements.map(({ id }) => id),
        ),
      })),
});

export const signOffNoDigest = rule({
  code: 'signoff-no-digest',
  title: 'Sign-off that is of no digest',
  severity: 'warning',
  check: ({ case: of }) =>
    of.review.signoffs
      .filter((signOff) => !isDigest(signOff.of))
      .map((signOff) => ({
        message: `The sign-off by ${signOff.who} is of ${signOff.of}; expected \`sha256:\` and 64 digits from 0 to f`,
        at: inside(signOff.origin, 'of'),
        hint: '`surety sign` writes the record.',
      })),
});

export const signOffDate = rule({
  code: 'signoff-date',
  title: 'Sign-off of a day that is still to come',
  severity: 'error',
  check: ({ case: of, asOf }) =>
    of.review.signoffs.flatMap(({ who, date, origin }): Found[] =>
      date === undefined || date <= asOf
        ? []
        : [
            {
              message: `The sign-off by ${who} is of ${date}, and the case is checked as of ${asOf}`,
              at: inside(origin, 'date'),
            },
          ],
    ),
});

export const signedTwice = rule({
  code: 'signed-twice',
  title: 'One person in several required roles',
  severity: 'warning',
  check: ({ case: of }) =>
    of.review.signoffs.flatMap((one, index): Found[] => {
      if (!of.review.required.includes(one.role)) return [];
      const before = of.review.signoffs
        .slice(0, index)
        .filter(({ who, role }) => samePerson(who, one.who) && of.review.required.includes(role));
      const others = [...new Set(before.map(({ role }) => role))];
      // An assessor who is the author is a finding of its own.
      const told = others.filter((role) => !isAuthorAndAssessor(role, one.role));
      if (told.length === 0 || others.includes(one.role)) return [];
      return [{ message: `${one.who} signed as ${one.role} and also as ${list(told)}`, at: inside(one.origin, 'who') }];
    }),
});

function isAuthorAndAssessor(a: string, b: string): boolean {
  return (isAuthor(a) && isAssessor(b)) || (isAssessor(a) && isAuthor(b));
}

/** Of what an assessor made, the places that are shown. */
const mostPlaces = 6;

export const assessorIsAuthor = rule({
  code: 'assessor-is-author',
  title: 'Assessor who signs their own work',
  severity: 'error',
  check: ({ facts }) =>
    facts
      .signOffs()
      .given.filter(({ ownWork }) => ownWork.length > 0)
      .map(assessorsOwnWork),
});

function assessorsOwnWork({ signOff, ownWork }: GivenSignOff): Found {
  return {
    message: `${signOff.who} signed as ${signOff.role}, and also ${list(ownWork.map(({ what }) => what))}`,
    at: inside(signOff.origin, 'who'),
    hint: `Let somebody sign who had no hand in ${signedThing(signOff)}.`,
    related: ownWork.slice(0, mostPlaces).map(({ what, at }) => ({ message: `${signOff.who} ${what}`, at })),
  };
}
