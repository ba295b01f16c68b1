import type { ElementId, Outcome } from '../case/index.js';
import type { Doubts, OutcomeAssessment, Reason, RiskCaseAssessment, Verdict } from './assessment.js';
import { type Ground, reasonsOf, type TextReasons, textReasons } from './blockers.js';
import { liftsFor } from './changes.js';
import { type ClaimDoubts, doubtsOfClaim } from './claim.js';
import { nodesBelow } from './cone.js';
import type { ModelGroup } from './declared-model.js';
import type { Prepared } from './prepare.js';
import { leafBehind, type QuantifiedArgument, type Solved } from './quantified.js';
import { requirementsNotMet } from './requirements-not-met.js';
import { riskCaseAgainst } from './risk-case.js';
import { type NumberVerdict, verdictByNumber } from './verdict.js';
import { withoutValue } from './without-value.js';

/** The verdict of one outcome, and what it follows from: all that a question about the verdict alone needs. */
export interface Judgement extends Conclusion {
  readonly unassessed: readonly string[];
  /** Node of the claim; absent where the outcome has none in the argument. */
  readonly root?: number;
  /** Absent where the case is not quantified, or there is no claim. */
  readonly claim?: ClaimDoubts;
  /** Absent where there is no number, or no threshold to hold it against. */
  readonly byNumber?: NumberVerdict;
  readonly riskCase?: RiskCaseAssessment;
}

/** What a judgement is made from; a followed case keeps of it what stays the same. */
export interface Basis {
  readonly doubts: (quantified: QuantifiedArgument, root: number, threshold: number | undefined) => ClaimDoubts;
  readonly reasons: (prepared: Prepared, outcome: Outcome, claim: ElementId) => TextReasons;
  /** Leaves of the argument in some minimal cut set. */
  readonly support: (solved: Solved, groups: readonly ModelGroup[], root: number) => ReadonlySet<number>;
}

/** Everything made anew. */
export function freshBasis(prepared: Prepared, below: boolean): Basis {
  const { argument } = prepared;
  return {
    doubts: (quantified, root, threshold) =>
      doubtsOfClaim(quantified, root, below ? nodesBelow(argument, root) : [], threshold),
    reasons: reasonsOfText,
    support: (solved, groups, root) => supportOf(solved, argument.leaves.length, groups, root),
  };
}

export function reasonsOfText(prepared: Prepared, outcome: Outcome, claim: ElementId): TextReasons {
  const { lookup, argument, statuses, evidenceUnder, quantified } = prepared;
  const ground: Ground = {
    lookup,
    argument,
    statuses,
    evidenceUnder,
    withoutValue: (scope) => withoutValue(prepared, scope),
    requirementsNotMet: (scope) => (quantified === undefined ? [] : requirementsNotMet(prepared, scope)),
  };
  return textReasons(ground, outcome, claim);
}

/**
 * The verdict of one unacceptable outcome (`semantics.md` section 4) with its doubts and reasons.
 * @param below whether the declared means of what stands below the claim are wanted too
 */
export function judgeOutcome(prepared: Prepared, outcome: Outcome, below = false): Judgement {
  return judgeOn(freshBasis(prepared, below), prepared, outcome);
}

/** The same from what is kept. */
export function judgeOn(basis: Basis, prepared: Prepared, outcome: Outcome): Judgement {
  const { lookup, argument, quantified } = prepared;
  const { id, threshold } = outcome;
  const claimElement = outcome.claim === undefined ? undefined : lookup.element(outcome.claim);
  const root = outcome.claim === undefined ? undefined : argument.nodeOf.get(outcome.claim);
  if (claimElement === undefined || root === undefined) {
    const reason: Reason = {
      code: 'no-claim',
      text: `No goal claims that the outcome ${id} will not occur`,
      blocks: true,
    };
    return { ...concluded(prepared, [reason], undefined, { unassessed: [], steps: [] }), unassessed: [] };
  }
  const ofText = basis.reasons(prepared, outcome, claimElement.id);
  const { unassessed } = ofText;
  if (quantified === undefined) {
    const support = basis.support(prepared.written, [], root);
    const reasons = reasonsOf({ lookup, argument, quantified: false }, outcome, ofText, support);
    return { ...concluded(prepared, reasons, undefined, ofText), unassessed, root };
  }
  const claim = basis.doubts(quantified, root, threshold?.probability);
  const { solution } = claim;
  const support = basis.support(solution, solution.groups, root);
  const grounds = reasonsOf({ lookup, argument, quantified: true }, outcome, ofText, support);
  const byNumber = threshold === undefined ? undefined : verdictByNumber(claim.doubts.declared, threshold);
  const other = lookup.case.riskCases.find((riskCase) => riskCase.outcome === id);
  const safety: { doubts: Doubts; number: number } | undefined =
    byNumber === undefined ? undefined : { doubts: claim.doubts, number: byNumber.number };
  const against = other === undefined ? undefined : riskCaseAgainst(prepared, other, outcome, safety);
  const reasons = [...(against?.reason === undefined ? [] : [against.reason]), ...grounds];
  return {
    ...concluded(prepared, reasons, byNumber, ofText),
    unassessed,
    root,
    claim,
    ...(byNumber === undefined ? {} : { byNumber }),
    ...(against === undefined ? {} : { riskCase: against.assessment }),
  };
}

interface Conclusion {
  readonly verdict: Verdict;
  readonly statement: string;
  readonly reasons: readonly Reason[];
  readonly wouldChange: OutcomeAssessment['wouldChange'];
}

/** The first that applies: sketch, not quantified, blocked, by number. */
function concluded(
  prepared: Prepared,
  grounds: readonly Reason[],
  byNumber: ReturnType<typeof verdictByNumber> | undefined,
  { unassessed, steps }: Pick<TextReasons, 'unassessed' | 'steps'>,
): Conclusion {
  const blocking = grounds.filter((reason) => reason.blocks);
  const listed = grounds.filter((reason) => !reason.blocks);
  const count = unassessed.length === 1 ? 'this 1 step is' : `these ${unassessed.length} steps are`;
  const { status } = prepared.lookup.case;
  const all = [
    ...blocking,
    ...(byNumber?.reasons ?? []),
    ...listed,
    ...(prepared.lookup.case.policy.inference === 'required' ? [] : steps),
  ];
  const conclude = (verdict: Verdict, statement: string, first: readonly Reason[] = []): Conclusion => {
    const reasons = [...first, ...all];
    return { verdict, statement, reasons, wouldChange: liftsFor(reasons, byNumber?.verdict === 'not supported') };
  };
  if (status === 'sketch') {
    const first: Reason = { code: 'sketch', text: 'The case is a sketch: no verdict is claimed', blocks: false };
    return conclude('sketch', 'sketch: computed in full, no verdict claimed', [first]);
  }
  if (prepared.quantified === undefined) {
    const statement =
      blocking.length === 0
        ? 'not quantified; the structure is complete'
        : 'not quantified; the structure is not complete';
    const first: Reason = {
      code: 'not-quantified',
      text: 'No doubt is stated anywhere: the case is checked and drawn, not computed',
      blocks: false,
    };
    return conclude('not quantified', statement, [first]);
  }
  if (blocking.length > 0 || byNumber === undefined) return conclude('not supported', 'not supported');
  const { verdict } = byNumber;
  return conclude(verdict, verdict === 'supported' && unassessed.length > 0 ? `supported if ${count} sound` : verdict);
}

/** Leaves of the argument in some minimal cut set of the declared structure. */
export function supportOf(
  solved: Solved,
  leaves: number,
  groups: readonly ModelGroup[],
  root: number,
): ReadonlySet<number> {
  const { leaves: found, exact } = solved.compiled.support(solved.model.node(root));
  // Where a limit was met every leaf may be in one: a blocker too many is the cautious side.
  if (!exact) return new Set(Array.from({ length: leaves }, (_, leaf) => leaf));
  // A member's nested causes are shared with others of its group; what forces it as a whole is its own.
  const own = found.filter((leaf) => ['leaf', 'force'].includes(solved.model.leaves[leaf]?.kind ?? ''));
  return new Set(own.flatMap((leaf) => leafBehind(solved.model, groups, leaf) ?? []));
}
