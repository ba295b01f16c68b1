import { type Found, rule } from '../rule.js';
import { inside, named } from '../words.js';

export const priorCertain = rule({
  code: 'prior-certain',
  title: 'Prior confidence of 1',
  severity: 'warning',
  why: 'Who is certain beforehand that a rate is low learns nothing from trials: the doubt is 0 before the first one, and the evidence only looks like some.',
  check: ({ case: of }) =>
    of.evidence.flatMap(({ id, measure }): Found[] =>
      measure?.kind === 'rate' && measure.prior?.confidence === 1
        ? [
            {
              message: `Evidence ${id} has a prior confidence of 1, which no trial could change`,
              at: inside(measure.origin, 'prior', 'confidence'),
              hint: 'State how sure one was before the trials, below 1.',
            },
          ]
        : [],
    ),
});

export const marginWithoutEffect = rule({
  code: 'margin-without-effect',
  title: 'Margin that changes nothing',
  severity: 'info',
  why: 'A margin multiplies the rate, or the rest to 1. Required to be 0, or 1, these stay what they are, and the margin reads as a caution that is not there.',
  check: ({ case: of }) =>
    of.elements.flatMap((element): Found[] => {
      const { requires } = element;
      if (requires === undefined || requires.margin === 1) return [];
      const { result, direction, value, margin } = requires;
      if (value !== (direction === '<=' ? 0 : 1)) return [];
      return [
        {
          message: `${named(element)} requires ${result} ${direction} ${value} with a margin of ${margin}, which changes nothing`,
          at: inside(requires.origin, 'margin'),
          element: element.id,
        },
      ];
    }),
});
