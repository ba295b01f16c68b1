import { type Case, type ElementId, lookup, type Measures, type Outcome, outcomesOf } from '../case/index.js';
import { type AssessedOutcome, assessOutcome } from './assess-outcome.js';
import type { Assessment, AssessmentInShort, ElementAssessment } from './assessment.js';
import { caseNotes } from './case-notes.js';
import { type ClaimDoubts, doubtsOfClaim } from './claim.js';
import { nodesBelow } from './cone.js';
import { elementDoubts } from './element-doubts.js';
import { type AssessOptions, type Prepared, prepare } from './prepare.js';
import { evidenceAssessments, leafAssessments, quantityAssessments } from './provenance.js';
import { subjectTo } from './subject-to.js';

/**
 * What the case is worth on a date: one verdict per unacceptable outcome, the three doubts of every element, and where
 * each number comes from. Pure and deterministic: same case, measures, date and seed, same bytes.
 *
 * A bare argument names no outcomes; its top goals are assessed as if each were the claim of one of the same name.
 *
 * The case must have passed the rules that are fatal (no cycles, no dangling references, quantities that compute).
 */
export function assess(of: Case, measures: Measures, options: AssessOptions): Assessment {
  const { prepared, argued } = prepareCase(of, measures, options);
  const outcomes = argued.map((outcome) => assessOutcome(prepared, outcome, true));
  const { evidence, riskCases, notes, ...verdicts } = inShort(prepared, outcomes);
  return {
    ...verdicts,
    case: { ...verdicts.case, contentHash: of.contentHash },
    elements: elementAssessments(prepared, outcomes),
    leaves: leafAssessments(prepared),
    quantities: quantityAssessments(prepared),
    evidence,
    riskCases,
    notes,
  };
}

/** The same without what is told of each element, leaf and quantity, of which there may be thousands, and the hash. */
export function assessInShort(of: Case, measures: Measures, options: AssessOptions): AssessmentInShort {
  const { prepared, argued } = prepareCase(of, measures, options);
  return inShort(
    prepared,
    argued.map((outcome) => assessOutcome(prepared, outcome)),
  );
}

function inShort(prepared: Prepared, outcomes: readonly AssessedOutcome[]): AssessmentInShort {
  const { case: of } = prepared.lookup;
  return {
    format: 'surety-assessment/1',
    case: { id: of.id, title: of.title, status: of.status },
    asOf: prepared.asOf,
    seed: prepared.plan.seed,
    ...sampling(prepared),
    quantified: prepared.quantified !== undefined,
    outcomes: outcomes.map((outcome) => outcome.assessment),
    evidence: evidenceAssessments(prepared),
    riskCases: outcomes.flatMap((outcome) => outcome.riskCase ?? []),
    notes: caseNotes(prepared),
  };
}

/**
 * The case with its numbers in place, and the outcomes that are asked about.
 * @param before another case that was prepared with the same options: what is the same is taken from it
 */
export function prepareCase(
  of: Case,
  measures: Measures,
  options: AssessOptions,
  before?: Prepared,
): { readonly prepared: Prepared; readonly argued: readonly Outcome[] } {
  const argued = of.bare ? outcomesOf(lookup(of)) : of.outcomes;
  const claims = argued.flatMap((outcome) => outcome.claim ?? []);
  const risks = of.riskCases.map((riskCase) => riskCase.claim);
  const known = new Set(of.elements.map((element) => element.id));
  const roots = [...new Set([...claims, ...risks])].filter((id) => known.has(id));
  return { prepared: prepare(of, measures, options, roots, before), argued };
}

/** One claim on its own: the outcome-like view of any element, with the legs and groups that are best for it. */
export function assessElement(
  of: Case,
  measures: Measures,
  options: AssessOptions,
  element: ElementId,
): AssessedOutcome & { readonly prepared: Prepared } {
  const prepared = prepare(of, measures, options, [element]);
  const outcome = {
    id: element,
    text: prepared.lookup.element(element)?.text ?? '',
    claim: element,
    origin: of.origin,
  };
  return { ...assessOutcome(prepared, outcome, true), prepared };
}

function sampling({ quantified, plan, dimensions }: Prepared): Pick<Assessment, 'sampling'> {
  if (quantified === undefined || quantified.trials === 1) return {};
  return { sampling: { randomisations: plan.randomisations, points: plan.points, dimensions } };
}

function elementAssessments(prepared: Prepared, outcomes: readonly AssessedOutcome[]): ElementAssessment[] {
  const claims = [...outcomes.flatMap((outcome) => outcome.claim ?? []), ...riskClaims(prepared)];
  const doubts = elementDoubts(prepared, claims);
  const cited = subjectTo(prepared.lookup);
  return prepared.lookup.case.elements.map((element) => {
    const { id, type } = element;
    const doubt = doubts.get(id);
    return doubt === undefined ? { id, type, subjectTo: cited(id) } : { id, type, doubt, subjectTo: cited(id) };
  });
}

/** The claims of risk cases, so that what stands under them is reported under their own legs and groups. */
function riskClaims({ quantified, argument, lookup }: Prepared): readonly ClaimDoubts[] {
  if (quantified === undefined) return [];
  return lookup.case.riskCases.flatMap(({ claim }) => {
    const root = argument.nodeOf.get(claim);
    return root === undefined ? [] : [doubtsOfClaim(quantified, root, nodesBelow(argument, root))];
  });
}
