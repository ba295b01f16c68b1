import type { Outcome } from '../case/index.js';
import type { Doubts, OutcomeAssessment, Reason, RiskCaseAssessment, Verdict } from './assessment.js';
import { type Ground, reasonsOf } from './blockers.js';
import { liftsFor } from './changes.js';
import { type ClaimDoubts, doubtsOfClaim } from './claim.js';
import { nodesBelow } from './cone.js';
import type { Prepared } from './prepare.js';
import { leafBehind, type Solved } from './quantified.js';
import { requirementsNotMet } from './requirement-words.js';
import { riskCaseAgainst } from './risk-case.js';
import { type NumberVerdict, verdictByNumber } from './verdict.js';

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

/**
 * The verdict of one unacceptable outcome (`semantics.md` section 4) with its doubts and reasons.
 * @param below whether the declared means of what stands below the claim are wanted too
 */
export function judgeOutcome(prepared: Prepared, outcome: Outcome, below = false): Judgement {
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
    return { ...concluded(prepared, [reason], undefined, []), unassessed: [] };
  }
  const ground: Ground = {
    lookup,
    argument,
    statuses: prepared.statuses,
    evidenceUnder: prepared.evidenceUnder,
    requirementsNotMet: (scope) => (quantified === undefined ? [] : requirementsNotMet(prepared, scope)),
  };
  if (quantified === undefined) {
    const support = supportOf(prepared.written, argument.leaves.length, [], root);
    const { reasons, unassessed } = reasonsOf(ground, outcome, claimElement.id, support);
    return { ...concluded(prepared, reasons, undefined, unassessed), unassessed, root };
  }
  const claim = doubtsOfClaim(quantified, root, below ? nodesBelow(argument, root) : [], threshold?.probability);
  const { solution } = claim;
  const support = supportOf(solution, argument.leaves.length, solution.groups, root);
  const { reasons: grounds, unassessed } = reasonsOf(ground, outcome, claimElement.id, support);
  const byNumber = threshold === undefined ? undefined : verdictByNumber(claim.doubts.declared, threshold);
  const other = lookup.case.riskCases.find((riskCase) => riskCase.outcome === id);
  const safety: { doubts: Doubts; number: number } | undefined =
    byNumber === undefined ? undefined : { doubts: claim.doubts, number: byNumber.number };
  const against = other === undefined ? undefined : riskCaseAgainst(prepared, other, outcome, safety);
  const reasons = [...(against?.reason === undefined ? [] : [against.reason]), ...grounds];
  return {
    ...concluded(prepared, reasons, byNumber, unassessed),
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
  unassessed: readonly string[],
): Conclusion {
  const blocking = grounds.filter((reason) => reason.blocks);
  const listed = grounds.filter((reason) => !reason.blocks);
  const steps = unassessed.map(
    (id): Reason => ({
      code: 'inference-unassessed',
      text: `Nobody assessed the step from its support to ${id}`,
      element: id,
      blocks: false,
    }),
  );
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
function supportOf(
  solved: Solved,
  leaves: number,
  groups: Parameters<typeof leafBehind>[1],
  root: number,
): ReadonlySet<number> {
  const { leaves: found, exact } = solved.compiled.support(solved.model.node(root));
  // Where a limit was met every leaf may be in one: a blocker too many is the cautious side.
  if (!exact) return new Set(Array.from({ length: leaves }, (_, leaf) => leaf));
  // A member's nested causes are shared with others of its group; what forces it as a whole is its own.
  const own = found.filter((leaf) => ['leaf', 'force'].includes(solved.model.leaves[leaf]?.kind ?? ''));
  return new Set(own.flatMap((leaf) => leafBehind(solved.model, groups, leaf) ?? []));
}
