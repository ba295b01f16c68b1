import type { CaseLookup, ElementId, StepNumber } from '../case/index.js';

/**
 * The one of the six steps that an element belongs to: an assumption to the third, the other side's argument to the
 * second, what argues an interaction to the sixth, a challenge to the step of what it challenges. Of the rest of the
 * argument nothing is said.
 */
export function stepOfElements(index: CaseLookup): (id: ElementId | undefined) => StepNumber | undefined {
  const together = new Set(index.case.interactions.flatMap(({ arguedBy }) => arguedBy ?? []));
  const stepOf = (id: ElementId | undefined): StepNumber | undefined => {
    const element = id === undefined ? undefined : index.element(id);
    if (element === undefined) return undefined;
    if (element.type === 'assumption') return 3;
    if (element.riskCase !== undefined) return 2;
    const target = element.challenge?.target;
    // A challenge to a challenge says what is wrong with the review, not with a step.
    if (target !== undefined) {
      const to = index.element(target.kind === 'link' ? target.from : target.element);
      return to?.challenge === undefined ? stepOf(to?.id) : undefined;
    }
    const alone = element.subsystem !== undefined && element.outcome !== undefined;
    return !alone && together.has(element.id) ? 6 : undefined;
  };
  return stepOf;
}
