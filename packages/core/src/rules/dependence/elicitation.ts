import { type Case, citedClaim, type Element, type Opinion, type StatedDoubt } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, isArgued, list } from '../words.js';

/** An opinion that somebody gave as a number or a distribution, and what it is about. */
interface Elicited {
  readonly opinion: Pick<Opinion, 'by' | 'date' | 'because' | 'origin'>;
  readonly element: Element;
  readonly of: 'doubt' | 'inference' | 'strength';
}

function elicited(of: Case): readonly Elicited[] {
  const found: Elicited[] = [];
  for (const element of of.elements) {
    for (const one of opinionsOn(element.doubt, element, 'doubt')) found.push(one);
    for (const one of opinionsOn(element.inference, element, 'inference')) found.push(one);
    for (const one of strengthOf(element)) found.push(one);
  }
  return found;
}

function opinionsOn(doubt: StatedDoubt | undefined, element: Element, of: Elicited['of']): readonly Elicited[] {
  if (doubt === undefined) return none;
  const opinions = doubt.opinions.filter(({ value }) => value.kind !== 'quantity');
  return opinions.map((opinion) => ({ opinion, element, of }));
}

const none: readonly never[] = [];

/** Whoever raised the challenge also says how strong it is, with its text as the reason, unless the strength says more. */
function strengthOf(element: Element): readonly Elicited[] {
  const { challenge, text } = element;
  if (challenge === undefined || challenge.strength === 1) return none;
  const { raisedBy, date } = challenge;
  return opinionsOn(challenge.strength, element, 'strength').map((one) => ({
    ...one,
    opinion: {
      because: text,
      ...(raisedBy === undefined ? {} : { by: raisedBy }),
      ...(date === undefined ? {} : { date }),
      ...one.opinion,
    },
  }));
}

export const oneMind = rule({
  code: 'one-mind',
  title: 'Most elicited doubts from one person',
  severity: 'warning',
  check: ({ case: of }) => {
    const opinions = elicited(of);
    const byPerson = new Map<string, Elicited[]>();
    for (const one of opinions) {
      const person = one.opinion.by;
      if (person === undefined) continue;
      const known = byPerson.get(person);
      if (known === undefined) byPerson.set(person, [one]);
      else known.push(one);
    }
    return [...byPerson].flatMap(([person, theirs]): Found[] => {
      const first = theirs[0];
      if (first === undefined || theirs.length < 4 || theirs.length * 2 <= opinions.length) return [];
      return [
        {
          message: `${theirs.length} of ${opinions.length} elicited doubts are from ${person}`,
          at: first.opinion.origin,
          element: first.element.id,
          hint: 'Ask others, independently, and list their opinions beside these.',
        },
      ];
    });
  },
});

export const doubtProvenance = rule({
  code: 'doubt-provenance',
  title: 'Elicited doubt without a person, a date or a reason',
  severity: 'warning',
  check: ({ case: of }) =>
    elicited(of).flatMap(({ opinion, element, of: what }) => {
      const missing = (['by', 'date', 'because'] as const).filter((key) => !opinion[key]?.trim());
      if (missing.length === 0) return [];
      return [
        {
          message: `The ${what} of ${element.id} does not state ${list(missing.map((key) => `\`${key}\``))}`,
          at: opinion.origin,
          element: element.id,
          hint: 'Write `{ elicited, by, date, because }`.',
        },
      ];
    }),
});

export const inferenceRequired = rule({
  code: 'inference-required',
  title: 'Inference that policy wants assessed',
  severity: 'error',
  check: (context) => (context.case.policy.inference === 'required' ? unassessed(context) : []),
});

export const inferenceUnassessed = rule({
  code: 'inference-unassessed',
  title: 'Claim on evidence whose inference nobody assessed',
  severity: 'warning',
  check: (context) =>
    context.case.policy.inference === 'required'
      ? []
      : unassessed(context, (element) =>
          element.supportedBy.some((edge) => context.lookup.element(edge.to)?.type === 'solution'),
        ),
});

/** Steps that nobody assessed, in a quantified case; without numbers there is nothing to assess them by. */
function unassessed({ case: of, facts }: RuleContext, where: (element: Element) => boolean = () => true): Found[] {
  if (!facts.quantified()) return [];
  const { chain } = of;
  const before: Found[] =
    chain?.unassessed === undefined
      ? []
      : [
          {
            message: `Nobody assessed steps that ${citedClaim(chain)} rests on: those to ${list(chain.unassessed)}`,
            at: inside(chain.origin, 'claim'),
            hint: 'Let them be assessed in the cases of the generations before.',
          },
        ];
  const own = of.elements
    .filter((element) => isArgued(element) && element.supportedBy.length > 0 && element.inference === undefined)
    .filter(where)
    .map((element) => ({
      message: `Nobody assessed the step from ${list(element.supportedBy.map((edge) => edge.to))} to ${element.id}`,
      at: inside(element.origin, 'supportedBy'),
      atKey: true,
      element: element.id,
      hint: 'Add `inference: { elicited, by, date, because }`.',
    }));
  return [...own, ...before];
}

export const opinionDates = rule({
  code: 'opinion-dates',
  title: 'Opinion from after the day of the check',
  severity: 'warning',
  check: ({ case: of, asOf }) =>
    elicited(of).flatMap(({ opinion, element, of: what }): Found[] => {
      if (opinion.date === undefined || opinion.date <= asOf) return [];
      const by = opinion.by === undefined ? '' : ` by ${opinion.by}`;
      const message = `The ${what} of ${element.id} was stated${by} on ${opinion.date}, after the day of the check, ${asOf}`;
      return [{ message, at: opinion.origin, element: element.id }];
    }),
});
