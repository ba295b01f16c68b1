import { applicable } from './applicable.js';
import { factsOf } from './facts.js';
import { type RuleCode, rules } from './registry.js';
import type { CheckInput, RuleContext, RuleFinding } from './rule.js';

const codes: readonly string[] = rules.map((rule) => rule.code);

/**
 * Everything that the rules find in a case, waived or not, in the order of the registry and then of the case;
 * `diagnose` puts findings in the order of the text. Total: any `Case` may be checked, however broken its argument.
 * Linear in the size of the case (legs that are declared independent inside one another are walked once per level).
 * @param errorsOnly whether rules whose findings are no errors are left out
 */
export function check(input: CheckInput, errorsOnly = false): readonly RuleFinding<RuleCode>[] {
  const found: RuleFinding<RuleCode>[] = [];
  const context: RuleContext = { ...input, facts: factsOf(input.case, input.lookup), found, codes };
  for (const rule of applicable(input.case)) {
    if (errorsOnly && rule.severity !== 'error') continue;
    for (const finding of rule.check(context)) found.push(finding);
  }
  return found;
}
