import type { Element } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { named } from '../words.js';

/** Elements of a bare argument that nothing refers to, in text order; counter-evidence hangs from what it is against. */
function topsOf({ case: of, lookup }: RuleContext): readonly Element[] {
  if (!of.bare) return [];
  return of.elements.filter(
    ({ id, type, confidence }) => type !== 'challenge' && confidence === undefined && lookup.parents(id).length === 0,
  );
}

export const severalTops = rule({
  code: 'several-tops',
  title: 'Bare argument with several tops',
  severity: 'warning',
  check: (context) => {
    const goals = topsOf(context).filter(({ type }) => type === 'goal');
    const [first, ...rest] = goals;
    return rest.map((element) => ({
      message: `${named(element)} is a top of the argument, and so is ${first?.id}`,
      at: element.origin,
      atKey: true,
      element: element.id,
      hint: 'Link one below the other.',
    }));
  },
});

export const topNotGoal = rule({
  code: 'top-not-goal',
  title: 'Bare argument whose top is not a goal',
  severity: 'error',
  check: (context) =>
    topsOf(context)
      .filter(({ type }) => type !== 'goal')
      .map(
        (element): Found => ({
          message: `${named(element)} is a top of the argument; expected a goal`,
          at: element.origin,
          atKey: true,
          element: element.id,
          hint: `Name ${element.id} where it belongs, in \`${element.type === 'strategy' || element.type === 'solution' ? 'supportedBy' : 'inContextOf'}\`.`,
        }),
      ),
});
