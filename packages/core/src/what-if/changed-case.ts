import type { Case, Element, LegDependence } from '../case/index.js';
import type { Instead } from '../doubt/index.js';
import { moveAxis } from '../horizon/index.js';
import type { CaseChange } from './types.js';

/** The case with the changes made, and what leaves and quantities are taken to be in it. */
export interface ChangedCase {
  readonly case: Case;
  readonly instead: Required<Instead>;
}

/**
 * What was signed is the text as it stands, as in a horizon: nobody could have signed what is only asked about. Of changes
 * to one thing the last one counts.
 */
export function changedCase(of: Case, changes: readonly CaseChange[]): ChangedCase {
  const doubts = new Map<string, number>();
  const quantities = new Map<string, number>();
  let changed: Case = changes.length === 0 ? of : { ...of, stated: of.stated ?? of };
  for (const change of changes) {
    if (change.kind === 'doubt') doubts.set(change.leaf, change.doubt);
    else if (change.kind === 'quantity') quantities.set(change.name, change.value);
    else changed = withChange(changed, change);
  }
  return { case: changed, instead: { doubts, quantities } };
}

function withChange(of: Case, change: Exclude<CaseChange, { kind: 'doubt' | 'quantity' }>): Case {
  switch (change.kind) {
    case 'axis':
      return moveAxis(of, change.over, change.value);
    case 'group': {
      const { name, beta } = change;
      return { ...of, dependence: of.dependence.map((group) => (group.name === name ? { ...group, beta } : group)) };
    }
    case 'legs':
      return { ...of, elements: of.elements.map((element) => withLegs(element, change.element, change.dependence)) };
    case 'threshold': {
      const { outcome, probability } = change;
      const outcomes = of.outcomes.map((one) =>
        one.id === outcome && one.threshold !== undefined
          ? { ...one, threshold: { ...one.threshold, probability } }
          : one,
      );
      return { ...of, outcomes };
    }
  }
}

function withLegs(element: Element, id: string, dependence: LegDependence): Element {
  return element.id === id ? { ...element, legs: dependence } : element;
}
