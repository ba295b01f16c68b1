import type { Case } from './model/index.js';

/** What a name of the case is, where it is not one of an element: `subsystem`, `outcome`, `quantity`, `evidence`. */
export function kindOfName(of: Case, name: string): string | undefined {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['a subsystem', of.system.map(({ id }) => id)],
    ['an outcome', of.outcomes.map(({ id }) => id)],
    ['a quantity', of.quantities.map((one) => one.name)],
    ['a piece of evidence', of.evidence.map(({ id }) => id)],
    ['an indicator', of.indicators.map(({ id }) => id)],
  ];
  return kinds.find(([, names]) => names.includes(name))?.[0];
}
