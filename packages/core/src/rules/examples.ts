import { elicitationExamples } from './dependence/elicitation.examples.js';
import { groupsExamples } from './dependence/groups.examples.js';
import { legsExamples } from './dependence/legs.examples.js';
import { membersExamples } from './dependence/members.examples.js';
import { ageExamples } from './evidence/age.examples.js';
import { attestationExamples } from './evidence/attestation.examples.js';
import { countingExamples } from './evidence/counting.examples.js';
import { requirementExamples } from './evidence/requirement.examples.js';
import { settledExamples } from './evidence/settled.examples.js';
import { sourceExamples } from './evidence/source.examples.js';
import { subjectExamples } from './evidence/subject.examples.js';
import type { ExamplePair } from './example.js';
import { bareTopsExamples } from './notation/bare-tops.examples.js';
import { confidenceExamples } from './notation/confidence.examples.js';
import { dialecticExamples } from './notation/dialectic.examples.js';
import { modulesExamples } from './notation/modules.examples.js';
import { namesExamples } from './notation/names.examples.js';
import { patternsExamples } from './notation/patterns.examples.js';
import { quantitiesExamples } from './quantities.examples.js';
import { elementsExamples } from './references/elements.examples.js';
import { linksExamples } from './references/links.examples.js';
import { referenceNamesExamples } from './references/names.examples.js';
import { patternReferencesExamples } from './references/patterns.examples.js';
import type { RuleCode } from './registry.js';
import { challengesExamples } from './review/challenges.examples.js';
import { signOffsExamples } from './review/sign-offs.examples.js';
import { signatureExamples } from './review/signature.examples.js';
import { statusExamples } from './review/status.examples.js';
import { waiversExamples } from './review/waivers.examples.js';
import { cellsExamples } from './six-steps/cells.examples.js';
import { coverageExamples } from './six-steps/coverage.examples.js';
import { interactionsExamples } from './six-steps/interactions.examples.js';
import { limitsExamples } from './six-steps/limits.examples.js';
import { outcomesExamples } from './six-steps/outcomes.examples.js';
import { policyExamples } from './six-steps/policy.examples.js';
import { scopeExamples } from './six-steps/scope.examples.js';
import { thresholdsExamples } from './six-steps/thresholds.examples.js';
import { trustExamples } from './six-steps/trust.examples.js';
import { worksheetExamples } from './six-steps/worksheet.examples.js';
import { cyclesExamples } from './structure/cycles.examples.js';
import { edgesExamples } from './structure/edges.examples.js';
import { leavesExamples } from './structure/leaves.examples.js';
import { misplacedExamples } from './structure/misplaced.examples.js';
import { reachExamples } from './structure/reach.examples.js';

const all: Readonly<Record<RuleCode, ExamplePair>> = {
  ...elicitationExamples,
  ...groupsExamples,
  ...legsExamples,
  ...membersExamples,
  ...ageExamples,
  ...attestationExamples,
  ...countingExamples,
  ...requirementExamples,
  ...settledExamples,
  ...sourceExamples,
  ...subjectExamples,
  ...bareTopsExamples,
  ...confidenceExamples,
  ...dialecticExamples,
  ...modulesExamples,
  ...namesExamples,
  ...patternsExamples,
  ...quantitiesExamples,
  ...elementsExamples,
  ...linksExamples,
  ...referenceNamesExamples,
  ...patternReferencesExamples,
  ...challengesExamples,
  ...signOffsExamples,
  ...signatureExamples,
  ...statusExamples,
  ...waiversExamples,
  ...cellsExamples,
  ...coverageExamples,
  ...interactionsExamples,
  ...limitsExamples,
  ...outcomesExamples,
  ...policyExamples,
  ...scopeExamples,
  ...thresholdsExamples,
  ...trustExamples,
  ...worksheetExamples,
  ...cyclesExamples,
  ...edgesExamples,
  ...leavesExamples,
  ...misplacedExamples,
  ...reachExamples,
};

/** A case in which the rule finds nothing, and one in which it finds what is said beside it. */
export function examplesOf(code: RuleCode): ExamplePair {
  return all[code];
}
