import type { CaseLookup, Element, HorizonAxis } from '../case/index.js';
import { builtInQuantitiesOf } from '../quantities/index.js';

/** Where an axis stands today: capability is the subsystem's own. */
export function axisValue(lookup: CaseLookup, element: Element, axis: HorizonAxis): number | undefined {
  const builtIns = builtInQuantitiesOf(lookup.case);
  const name = {
    capability: `system.${element.subsystem}.capability`,
    instances: 'exposure.instances',
    tasks: 'exposure.tasks',
    window: 'window.days',
  }[axis];
  return builtIns.get(name)?.value;
}

/** `holdsUntil: {axis: v}` holds at <= v; above, or where the axis has no current value, the claim fails. */
export function isBeyondLimit(lookup: CaseLookup, element: Element): boolean {
  return element.holdsUntil.some(({ axis, value }) => {
    const current = axisValue(lookup, element, axis);
    return current === undefined || current > value;
  });
}
