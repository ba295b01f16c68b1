import type { Element, HorizonAxis } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, named } from '../words.js';

export const noAxisValue = rule({
  code: 'no-axis-value',
  step: 5,
  title: 'Limit on something that has no value',
  severity: 'warning',
  check: (context) =>
    context.case.elements.flatMap((element) =>
      element.holdsUntil.flatMap(({ axis }): Found[] => {
        if (axisValue(element, axis, context) !== undefined) return [];
        return [
          {
            message: `${named(element)} has a limit on ${axis}, and the case states no value for it`,
            at: inside(element.origin, 'holdsUntil', axis),
            element: element.id,
            hint: axisHint(element, axis),
          },
        ];
      }),
    ),
});

function axisHint(element: Element, axis: HorizonAxis): string {
  if (axis === 'window') return 'Add `decision.window`.';
  if (axis !== 'capability') return `Add \`decision.exposure.${axis}\`.`;
  return element.subsystem === undefined
    ? `Say which \`subsystem\` ${element.id} is about.`
    : `Add \`capability\` to system.${element.subsystem}.`;
}

export const beyondLimit = rule({
  code: 'beyond-limit',
  step: 5,
  title: 'Claim past its own limit',
  severity: 'error',
  check: (context) =>
    context.case.elements.flatMap((element) =>
      element.holdsUntil.flatMap(({ axis, value }): Found[] => {
        const now = axisValue(element, axis, context);
        if (now === undefined || now <= value) return [];
        return [
          {
            message: `${named(element)} holds until ${axis} ${value}, and ${axis} is ${now}`,
            at: inside(element.origin, 'holdsUntil', axis),
            element: element.id,
          },
        ];
      }),
    ),
});

/** Where the system stands on the axis today; capability is that of the element's own subsystem. */
function axisValue(element: Element, axis: HorizonAxis, { facts }: RuleContext): number | undefined {
  const name = {
    capability: `system.${element.subsystem}.capability`,
    instances: 'exposure.instances',
    tasks: 'exposure.tasks',
    window: 'window.days',
  }[axis];
  return facts.builtIns().get(name)?.value;
}
