import { dependenceRules } from './dependence/index.js';
import { evidenceRules } from './evidence/index.js';
import { notationRules } from './notation/index.js';
import { quantityRules } from './quantities.js';
import { referenceRules } from './references/index.js';
import { reviewRules, waiverRules } from './review/index.js';
import type { Rule, RuleGroup } from './rule.js';
import { sixStepRules } from './six-steps/index.js';
import { structureRules } from './structure/index.js';

/** Every rule, in the order of the manual. Rules about waivers come last: they look at what the others found. */
export const rules = [
  ...structureRules,
  ...referenceRules,
  ...notationRules,
  ...sixStepRules,
  ...evidenceRules,
  ...quantityRules,
  ...dependenceRules,
  ...reviewRules,
  ...waiverRules,
] as const;

/** The code of a rule: stable, and what a waiver names. */
export type RuleCode = (typeof rules)[number]['code'];

/** The rules by concept, in the same order. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: 'The structure of the argument', rules: structureRules },
  { title: 'References', rules: referenceRules },
  { title: 'Modules, patterns, challenges and claim points', rules: notationRules },
  { title: 'Scope, outcomes, coverage and trust', rules: sixStepRules },
  { title: 'Evidence', rules: evidenceRules },
  { title: 'Quantities', rules: quantityRules },
  { title: 'Dependence and elicitation', rules: dependenceRules },
  { title: 'Challenges, status and sign-off', rules: reviewRules },
  { title: 'Waivers', rules: waiverRules },
];

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

/** Whether nothing may be computed while a finding of this code stands. */
export function isFatal(code: string): boolean {
  return byCode.get(code)?.fatal === true;
}
