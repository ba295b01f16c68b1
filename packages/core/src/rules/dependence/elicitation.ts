import { citedClaim, type Element } from '../../case/index.js';
import type { Elicited } from '../elicited.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, isArgued, list } from '../words.js';

export const oneMind = rule({
  code: 'one-mind',
  title: 'Most elicited doubts from one person',
  severity: 'warning',
  check: ({ facts }) => {
    const opinions = facts.elicited();
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
  check: ({ facts }) => {
    const found: Found[] = [];
    facts.elicited().forEach(({ opinion, element, of: what }) => {
      const missing = ofOpinion.filter((key) => !opinion[key]?.trim());
      if (missing.length === 0) return;
      found.push({
        message: `The ${what} of ${element.id} does not state ${list(missing.map((key) => `\`${key}\``))}`,
        at: opinion.origin,
        element: element.id,
        hint: 'Write `{ elicited, by, date, because }`.',
      });
    });
    return found;
  },
});

const ofOpinion = ['by', 'date', 'because'] as const;

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
  check: ({ facts, asOf }) =>
    facts.elicited().flatMap(({ opinion, element, of: what }): Found[] => {
      if (opinion.date === undefined || opinion.date <= asOf) return [];
      const by = opinion.by === undefined ? '' : ` by ${opinion.by}`;
      const message = `The ${what} of ${element.id} was stated${by} on ${opinion.date}, after the day of the check, ${asOf}`;
      return [{ message, at: opinion.origin, element: element.id }];
    }),
});
