import type { ElementId } from '../case/index.js';
import type { Prepared } from './prepare.js';

/** Elements in scope whose doubt names a quantity that has no value, and why. */
export function withoutValue(
  { argument, leaves }: Prepared,
  scope: ReadonlySet<ElementId>,
): readonly { readonly id: ElementId; readonly text: string }[] {
  return argument.leaves.flatMap(({ id, element }, index) => {
    const problem = leaves[index]?.problem;
    return problem === undefined || !scope.has(element.id) ? [] : [{ id: element.id, text: `${id}: ${problem}` }];
  });
}
