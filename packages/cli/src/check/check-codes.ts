import type { Severity } from '@surety/core/case';
import { textCodes } from '@surety/core/language';
import { type Rule, type RuleCode, ruleGroups, ruleOf } from '@surety/core/rules';

/** A code that a finding may have, with what there is to say of it. */
export interface CheckCode {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly group: string;
  /** Absent on codes of the text itself. */
  readonly rule?: Rule<RuleCode>;
}

/** Every code that `surety check` can report: those of the text, then the rules by group. */
export function checkCodes(): readonly CheckCode[] {
  return [
    // A few faults are found in the text where they stand there, and by a rule where only the case shows them.
    ...Object.entries(textCodes)
      .filter(([code]) => ruleOf(code) === undefined)
      .map(([code, { severity, meaning }]) => ({
        code,
        severity,
        title: meaning.replace(/\.$/, ''),
        group: 'Text',
      })),
    ...ruleGroups.flatMap(({ title: group, rules }) =>
      rules.map((rule) => ({ code: rule.code, severity: rule.severity, title: rule.title, group, rule })),
    ),
  ];
}
