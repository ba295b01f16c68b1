import { type Element, resultsOf } from '../../case/index.js';
import { notMetFrom, tailInWords, worstRequirementDoubt } from '../../statistics/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { named } from '../words.js';

export const requirementNotMet = rule({
  code: 'requirement-not-met',
  title: 'Requirement that the evidence speaks against',
  severity: 'warning',
  check: (context) => context.case.elements.flatMap((element) => notMet(element, context)),
});

/** A finding where what was counted speaks against what the leaf requires of it, in the way of counting that hurts most. */
function notMet(element: Element, { lookup, measures }: RuleContext): Found[] {
  const { requires, evidence: id } = element;
  if (requires === undefined || id === undefined || measures === undefined || !Object.hasOwn(measures, id)) return [];
  const measure = lookup.evidence(id)?.measure;
  if (measure === undefined || !resultsOf[measure.kind].includes(requires.result)) return [];
  const { results } = measures[id]!;
  const { doubt, index } = worstRequirementDoubt(results, requires);
  if (index === undefined || doubt < notMetFrom) return [];
  return [
    {
      message: `${named(element)}: ${tailInWords(results[index]!.counts, requires, doubt)}`,
      at: requires.origin,
      element: element.id,
      hint: 'Its doubt is that tail. Require what the evidence can show and the claim can bear, or measure more.',
    },
  ];
}
