import type { CaseLookup } from './lookup.js';
import type { Element, Outcome } from './model/index.js';
import { textOf } from './text-of.js';

/**
 * Goals that nothing rests on, in the order of the text; confidence arguments and risk cases have tops of their own. A
 * bare argument names no outcomes: what it argues are these.
 */
export function topGoals(index: CaseLookup): readonly Element[] {
  return index.case.elements.filter(
    ({ id, type, riskCase, confidence }) =>
      type === 'goal' && riskCase === undefined && confidence === undefined && index.parents(id).length === 0,
  );
}

/** What a case is to be assessed for: its outcomes; of a bare argument, each top goal as if it were the claim of one. */
export function outcomesOf(index: CaseLookup): readonly Outcome[] {
  if (!index.case.bare || index.case.outcomes.length > 0) return index.case.outcomes;
  return topGoals(index).map((goal) => ({ id: goal.id, text: textOf(goal), claim: goal.id, origin: goal.origin }));
}
