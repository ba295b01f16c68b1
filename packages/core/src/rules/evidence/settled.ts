import { type Found, rule } from '../rule.js';
import { inside, named } from '../words.js';

export const priorCertain = rule({
  code: 'prior-certain',
  title: 'Prior confidence of 1',
  severity: 'warning',
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
