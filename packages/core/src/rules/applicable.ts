import { type RuleCode, rules } from './registry.js';
import type { Rule } from './rule.js';

/**
 * Rules that ask for what only a text with sections has (a decision, outcomes, owners, numbers), or insist on marks that
 * gsn2x does not know.
 */
const ofSections: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'no-scope',
  'no-outcomes',
  'no-assumptions',
  'nothing-to-cover',
  'not-quantified',
  'assumption-without-owner',
  'indicator-missing',
  'challenge-provenance',
  'claim-point-unargued',
  'not-public',
]);

const ofBare: readonly Rule<RuleCode>[] = rules.filter(({ code }) => !ofSections.has(code));

/** The rules that a case is held against: of a bare argument, those about arguments. */
export function applicable({ bare }: { readonly bare: boolean }): readonly Rule<RuleCode>[] {
  return bare ? ofBare : rules;
}
