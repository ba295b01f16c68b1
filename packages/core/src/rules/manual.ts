import { elicitationManual } from './dependence/elicitation.manual.js';
import { groupsManual } from './dependence/groups.manual.js';
import { legsManual } from './dependence/legs.manual.js';
import { membersManual } from './dependence/members.manual.js';
import { ageManual } from './evidence/age.manual.js';
import { attestationManual } from './evidence/attestation.manual.js';
import { countingManual } from './evidence/counting.manual.js';
import { notMetManual } from './evidence/not-met.manual.js';
import { requirementManual } from './evidence/requirement.manual.js';
import { settledManual } from './evidence/settled.manual.js';
import { sourceManual } from './evidence/source.manual.js';
import { subjectManual } from './evidence/subject.manual.js';
import type { RuleManual } from './example.js';
import { bareTopsManual } from './notation/bare-tops.manual.js';
import { confidenceManual } from './notation/confidence.manual.js';
import { dialecticManual } from './notation/dialectic.manual.js';
import { modulesManual } from './notation/modules.manual.js';
import { namesManual } from './notation/names.manual.js';
import { patternsManual } from './notation/patterns.manual.js';
import { quantitiesManual } from './quantities.manual.js';
import { elementsManual } from './references/elements.manual.js';
import { linksManual } from './references/links.manual.js';
import { referenceNamesManual } from './references/names.manual.js';
import { patternReferencesManual } from './references/patterns.manual.js';
import type { RuleCode } from './registry.js';
import { challengesManual } from './review/challenges.manual.js';
import { signOffsManual } from './review/sign-offs.manual.js';
import { signatureManual } from './review/signature.manual.js';
import { statusManual } from './review/status.manual.js';
import { waiversManual } from './review/waivers.manual.js';
import { cellsManual } from './six-steps/cells.manual.js';
import { coverageManual } from './six-steps/coverage.manual.js';
import { interactionsManual } from './six-steps/interactions.manual.js';
import { limitsManual } from './six-steps/limits.manual.js';
import { outcomesManual } from './six-steps/outcomes.manual.js';
import { policyManual } from './six-steps/policy.manual.js';
import { scopeManual } from './six-steps/scope.manual.js';
import { thresholdsManual } from './six-steps/thresholds.manual.js';
import { trustManual } from './six-steps/trust.manual.js';
import { worksheetManual } from './six-steps/worksheet.manual.js';
import { cyclesManual } from './structure/cycles.manual.js';
import { edgesManual } from './structure/edges.manual.js';
import { leavesManual } from './structure/leaves.manual.js';
import { misplacedManual } from './structure/misplaced.manual.js';
import { reachManual } from './structure/reach.manual.js';

const all: Readonly<Record<RuleCode, RuleManual>> = {
  ...elicitationManual,
  ...groupsManual,
  ...legsManual,
  ...membersManual,
  ...ageManual,
  ...attestationManual,
  ...countingManual,
  ...requirementManual,
  ...notMetManual,
  ...settledManual,
  ...sourceManual,
  ...subjectManual,
  ...bareTopsManual,
  ...confidenceManual,
  ...dialecticManual,
  ...modulesManual,
  ...namesManual,
  ...patternsManual,
  ...quantitiesManual,
  ...elementsManual,
  ...linksManual,
  ...referenceNamesManual,
  ...patternReferencesManual,
  ...challengesManual,
  ...signOffsManual,
  ...signatureManual,
  ...statusManual,
  ...waiversManual,
  ...cellsManual,
  ...coverageManual,
  ...interactionsManual,
  ...limitsManual,
  ...outcomesManual,
  ...policyManual,
  ...scopeManual,
  ...thresholdsManual,
  ...trustManual,
  ...worksheetManual,
  ...cyclesManual,
  ...edgesManual,
  ...leavesManual,
  ...misplacedManual,
  ...reachManual,
};

/** What the manual says of a rule: why it matters, a case in which it finds nothing, and one in which it finds what is said there. */
export function manualOf(code: RuleCode): RuleManual {
  return all[code];
}
