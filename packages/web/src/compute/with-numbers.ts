import type { Assessment } from '@surety/core/doubt';
import type { WhatIfAnswer } from '@surety/core/what-if';

/**
 * An assessment with the numbers of a what-if in place of its own. What an answer does not say anew (cut sets,
 * importance, the tornado) stays that of the case as it stands.
 */
export function withNumbers(assessment: Assessment, answer: WhatIfAnswer): Assessment {
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]));
  const elements = new Map(answer.elements.map(({ id, doubt }) => [id, doubt]));
  const leaves = new Map(answer.leaves.map(({ id, doubt }) => [id, doubt]));
  return {
    ...assessment,
    outcomes: assessment.outcomes.map((outcome) => {
      const found = outcomes.get(outcome.id);
      if (found === undefined) return outcome;
      const { threshold, distribution: _old, number: _number, doubt: _doubt, ...rest } = outcome;
      const { threshold: limit, ...told } = found;
      return {
        ...rest,
        ...told,
        ...(threshold === undefined || limit === undefined ? {} : { threshold: { ...threshold, probability: limit } }),
      };
    }),
    elements: assessment.elements.map((element) => {
      const doubt = elements.get(element.id);
      return doubt === undefined ? element : { ...element, doubt };
    }),
    leaves: assessment.leaves.map((leaf) => {
      const mean = leaves.get(leaf.id);
      return mean === undefined ? leaf : { ...leaf, doubt: { mean } };
    }),
    riskCases: answer.riskCases,
  };
}
