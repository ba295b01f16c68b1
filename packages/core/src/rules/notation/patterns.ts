import type { Element, Pattern } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { choiceOf, inside, isArgued, named } from '../words.js';

/** Elements of all patterns, with the pattern that each stands in. */
function patternElements({
  case: of,
}: RuleContext): readonly { readonly pattern: Pattern; readonly element: Element }[] {
  return of.patterns.flatMap((pattern) => pattern.elements.map((element) => ({ pattern, element })));
}

export const patternReference = rule({
  code: 'pattern-reference',
  title: 'Link in a pattern that leads nowhere',
  severity: 'error',
  check: (context) =>
    patternElements(context).flatMap(({ pattern, element }) => {
      const own = pattern.elements.map(({ id }) => id);
      return [...element.supportedBy, ...element.inContextOf].flatMap((edge): Found[] => {
        if (own.includes(edge.to) || edge.to.includes('{') || context.lookup.element(edge.to) !== undefined) return [];
        return [
          {
            message: `${named(element)} of pattern ${pattern.id} has a link to ${edge.to}, which is in neither the pattern nor the case`,
            at: edge.origin,
            ...context.facts.didYouMean(edge.to, own),
          },
        ];
      });
    }),
});

export const patternTop = rule({
  code: 'pattern-top',
  title: 'Pattern that is not one argument',
  severity: 'warning',
  check: ({ case: of }) =>
    of.patterns.flatMap((pattern): Found[] => {
      const [top] = pattern.elements;
      if (top === undefined) {
        const at = inside(pattern.origin, 'argument');
        return [{ message: `Pattern ${pattern.id} has no elements`, at, atKey: true }];
      }
      if (!isArgued(top)) {
        const message = `Pattern ${pattern.id} begins with the ${top.type} ${top.id}; expected a goal or a strategy`;
        return [{ message, at: top.origin, atKey: true }];
      }
      const below = reachedFrom(top, pattern);
      return pattern.elements
        .filter((element) => !below.has(element.id) && element.type !== 'challenge' && element.confidence === undefined)
        .map((element) => ({
          message: `${named(element)} of pattern ${pattern.id} is not below its top, ${top.id}`,
          at: element.origin,
          atKey: true,
        }));
    }),
});

/** Elements of the pattern below its top, answers to challenges included. */
function reachedFrom(top: Element, pattern: Pattern): ReadonlySet<string> {
  const byId = new Map(pattern.elements.map((element) => [element.id, element]));
  const answers = pattern.elements.flatMap(({ challenge }) => challenge?.answeredBy ?? []);
  const seen = new Set<string>();
  const stack = [top.id, ...answers];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const element = byId.get(id);
    if (element === undefined || seen.has(id)) continue;
    seen.add(id);
    for (const { to } of [...element.supportedBy, ...element.inContextOf]) stack.push(to);
  }
  return seen;
}

export const choicePlace = rule({
  code: 'choice-place',
  title: 'Choice that does not fit its alternatives',
  severity: 'error',
  check: ({ case: of }) =>
    of.elements.flatMap((element): Found[] => {
      const { choose, supportedBy } = element;
      if (choose === undefined) return [];
      const fault = !isArgued(element)
        ? 'only goals and strategies have alternatives'
        : choose.of !== supportedBy.length
          ? `it has ${supportedBy.length} ${supportedBy.length === 1 ? 'alternative' : 'alternatives'}`
          : choose.keep < 1 || choose.keep > choose.of
            ? 'that is no choice'
            : undefined;
      if (fault === undefined) return [];
      return [
        {
          message: `${named(element)} is to choose ${choiceOf(choose)}, but ${fault}`,
          at: inside(element.origin, 'choose'),
          element: element.id,
        },
      ];
    }),
});

export const unusedPattern = rule({
  code: 'unused-pattern',
  title: 'Pattern that nothing instantiates',
  severity: 'info',
  check: ({ case: of }) => {
    const used = new Set(
      [...of.elements, ...of.patterns.flatMap(({ elements }) => elements)].flatMap(({ uses }) => uses?.pattern ?? []),
    );
    return of.patterns
      .filter(({ id }) => !used.has(id))
      .map(({ id, origin }) => ({ message: `No element instantiates the pattern ${id}`, at: origin, atKey: true }));
  },
});
