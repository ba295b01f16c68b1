import { rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const unknownPattern = rule({
  code: 'unknown-pattern',
  title: 'Instantiation of a pattern that does not exist',
  severity: 'error',
  check: ({ case: of, facts }) => {
    const patterns = of.patterns.map(({ id }) => id);
    const expected = patterns.length === 0 ? 'the case has no patterns' : `expected ${list(patterns, 'or')}`;
    return of.elements.flatMap((element) => {
      const { uses, origin, id } = element;
      if (uses === undefined || patterns.includes(uses.pattern)) return [];
      return [
        {
          message: `${named(element)} uses the pattern ${uses.pattern}, which does not exist; ${expected}`,
          at: inside(origin, 'uses', 'pattern'),
          element: id,
          ...facts.didYouMean(uses.pattern, patterns),
        },
      ];
    });
  },
});
