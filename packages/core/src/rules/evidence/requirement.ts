import { type Element, reachesEvent, resultsOf, type StatedDoubt } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const requirementWithoutMeasure = rule({
  code: 'requirement-without-measure',
  title: 'Requirement on evidence that measures nothing',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) => {
      const evidence = element.evidence === undefined ? undefined : lookup.evidence(element.evidence);
      if (element.requires === undefined || evidence === undefined || evidence.measure !== undefined) return [];
      return [
        {
          message: `${named(element)} requires a ${element.requires.result} of ${evidence.id}, which states no measure`,
          at: element.requires.origin,
          element: element.id,
          hint: `Add \`measure\` to evidence ${evidence.id}.`,
          related: [{ message: `${evidence.id} stands here`, at: evidence.origin }],
        },
      ];
    }),
});

export const unknownResult = rule({
  code: 'unknown-result',
  title: 'Requirement on a result that the measure does not have',
  severity: 'error',
  fatal: true,
  check: ({ case: of, lookup }) =>
    of.elements.flatMap((element) => {
      const evidence = element.evidence === undefined ? undefined : lookup.evidence(element.evidence);
      const { requires } = element;
      if (requires === undefined || evidence?.measure === undefined) return [];
      const expected = resultsOf[evidence.measure.kind];
      if (expected.includes(requires.result)) return [];
      return [
        {
          message: `${named(element)} requires a ${requires.result} of ${evidence.id}, whose ${evidence.measure.kind} measure has the result ${expected.join(' or ')}`,
          at: requires.origin,
          element: element.id,
        },
      ];
    }),
});

export const rateIsNotEvent = rule({
  code: 'rate-is-not-event',
  title: 'Rate taken for an event',
  severity: 'error',
  check: (context) => context.case.elements.flatMap((element) => withoutStep(element, context)),
});

/** One finding per leaf, naming the elements that cite it and do not take the step. */
function withoutStep(leaf: Element, { lookup, facts }: RuleContext): Found[] {
  const { requires } = leaf;
  if (requires === undefined || reachesEvent(lookup, leaf)) return [];
  const citing = lookup.parents(leaf.id);
  if (citing.length === 0 && !facts.reached().has(leaf.id)) return [];
  const lacking = citing.filter(
    ({ element, relation }) => relation === 'inContextOf' || !isAssessed(element.inference),
  );
  const names = list([...new Set(lacking.map(({ element }) => element.id))]);
  const fault =
    names === ''
      ? 'is a claim by itself, so no inference leads from the rate to the event'
      : `reaches ${names} without an assessed inference (doubt and \`because\`) from the rate to the event`;
  return [
    {
      message: `${named(leaf)} requires ${requires.result} ${requires.direction} ${requires.value}, and ${fault}`,
      at: requires.origin,
      element: leaf.id,
      hint: `State \`inference: { elicited, by, date, because }\` at ${names || 'a goal above it'}, or let ${leaf.id} take a quantity such as \`1 - (1 - p)^n\`.`,
      related: lacking.map(({ element, edge }) => ({ message: `${element.id} cites it here`, at: edge.origin })),
    },
  ];
}

function isAssessed(inference: StatedDoubt | undefined): boolean {
  return inference?.opinions.every((opinion) => opinion.because?.trim()) ?? false;
}

export const groupByNoneUnreasoned = rule({
  code: 'group-by-none-unreasoned',
  title: 'Epochs counted as trials without a reason',
  severity: 'warning',
  check: ({ case: of }) =>
    of.evidence.flatMap(({ id, measure }) =>
      measure?.groupBy !== 'none' || measure.groupByBecause?.trim()
        ? []
        : [
            {
              message: `Evidence ${id} counts every epoch as a trial (\`groupBy: none\`) and does not say why`,
              at: inside(measure.origin, 'groupBy'),
            },
          ],
    ),
});
