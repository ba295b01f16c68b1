import type { Calculator } from './calculator.js';
import { manuals } from './manuals.js';
import { arithmetic } from './registry.js';

/** All calculators, in the order of the documentation. */
export const calculators: readonly Calculator[] = arithmetic.map((each) => ({ ...each, ...manuals[each.name]! }));

export function calculatorNamed(name: string): Calculator | undefined {
  return calculators.find((each) => each.name === name);
}
