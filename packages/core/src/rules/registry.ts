import type { StepNumber } from '../case/index.js';
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
export const ruleGroups: readonly RuleGroup<RuleCode>[] = [
  { title: 'The structure of the argument', step: 5, rules: structureRules },
  { title: 'References', rules: referenceRules },
  { title: 'Modules, patterns, challenges and claim points', rules: notationRules },
  { title: 'Scope, outcomes, coverage and trust', rules: sixStepRules },
  { title: 'Evidence', step: 5, rules: evidenceRules },
  { title: 'Quantities', step: 5, rules: quantityRules },
  { title: 'Dependence and elicitation', step: 5, rules: dependenceRules },
  { title: 'Challenges, status and sign-off', rules: reviewRules },
  { title: 'Waivers', rules: waiverRules },
];

const byCode: ReadonlyMap<string, Rule<RuleCode>> = new Map(rules.map((rule) => [rule.code, rule]));

const groupOf: ReadonlyMap<string, RuleGroup> = new Map(
  ruleGroups.flatMap((group) => group.rules.map(({ code }) => [code, group] as const)),
);

/** The one of the six steps that findings of this code belong to where nothing nearer says. */
export function stepOfGroup(code: string): StepNumber | undefined {
  return groupOf.get(code)?.step;
}

export function ruleOf(code: string): Rule<RuleCode> | undefined {
  return byCode.get(code);
}

/** Whether nothing may be computed while a finding of this code stands. */
export function isFatal(code: string): boolean {
  return byCode.get(code)?.fatal === true;
}
