import type { Outcome } from '../case/index.js';
import type { Importance, Note, OutcomeAssessment, Reason, RiskCaseAssessment, Verdict } from './assessment.js';
import { type Ground, reasonsOf } from './blockers.js';
import { leafChanges, liftsFor } from './changes.js';
import { type ClaimDoubts, doubtsOfClaim } from './claim.js';
import { nodesBelow } from './cone.js';
import { cutSetsOf, cutSetsWithoutNumbers } from './cut-sets.js';
import { importanceOf } from './importance.js';
import type { Prepared } from './prepare.js';
import { leafBehind, type Solved } from './quantified.js';
import { requirementsNotMet } from './requirement-words.js';
import { riskCaseAgainst } from './risk-case.js';
import { tornadoOf } from './tornado.js';
import { verdictByNumber } from './verdict.js';

export interface AssessedOutcome {
  readonly assessment: OutcomeAssessment;
  readonly riskCase?: RiskCaseAssessment;
  /** Absent where the case is not quantified, or the outcome has no claim in the argument. */
  readonly claim?: ClaimDoubts;
}

/** The verdict of one unacceptable outcome (`semantics.md` section 4), with everything that it rests on. */
export function assessOutcome(prepared: Prepared, outcome: Outcome): AssessedOutcome {
  const { lookup, argument, quantified } = prepared;
  const { id, text, threshold } = outcome;
  const named = {
    id,
    text,
    ...(outcome.claim === undefined ? {} : { claim: outcome.claim }),
    ...(threshold === undefined
      ? {}
      : { threshold: { probability: threshold.probability, criterion: threshold.criterion } }),
  };
  const claimElement = outcome.claim === undefined ? undefined : lookup.element(outcome.claim);
  const root = outcome.claim === undefined ? undefined : argument.nodeOf.get(outcome.claim);
  if (claimElement === undefined || root === undefined) {
    const reason: Reason = {
      code: 'no-claim',
      text: `No goal claims that the outcome ${id} will not occur`,
      blocks: true,
    };
    return { assessment: { ...named, ...emptyParts, ...concluded(prepared, [reason], undefined, []) } };
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
    const cutSets = cutSetsWithoutNumbers(argument, prepared.written, root);
    return {
      assessment: {
        ...named,
        ...emptyParts,
        cutSets,
        unassessed,
        ...concluded(prepared, reasons, undefined, unassessed),
      },
    };
  }

  const claim = doubtsOfClaim(quantified, root, nodesBelow(argument, root), threshold?.probability);
  const { solution } = claim;
  const support = supportOf(solution, argument.leaves.length, solution.groups, root);
  const { reasons: grounds, unassessed } = reasonsOf(ground, outcome, claimElement.id, support);
  const byNumber = threshold === undefined ? undefined : verdictByNumber(claim.doubts.declared, threshold);
  const other = lookup.case.riskCases.find((riskCase) => riskCase.outcome === id);
  const safety = byNumber === undefined ? undefined : { doubts: claim.doubts, number: byNumber.number };
  const against = other === undefined ? undefined : riskCaseAgainst(prepared, other, outcome, safety);
  const reasons = [...(against?.reason === undefined ? [] : [against.reason]), ...grounds];
  const importance = importanceOf(quantified, root, solution);
  const conclusion = concluded(prepared, reasons, byNumber, unassessed);
  return {
    assessment: {
      ...named,
      ...conclusion,
      ...(byNumber === undefined ? {} : { number: byNumber.number }),
      doubt: claim.doubts,
      wouldChange: [
        ...conclusion.wouldChange,
        ...(threshold === undefined || byNumber === undefined
          ? []
          : leafChanges(quantified, root, importance, threshold, byNumber.verdict === 'supported')),
      ],
      legs: claim.legs,
      legsProvedBest: claim.legsProvedBest,
      groups: claim.groups,
      cutSets: cutSetsOf(quantified, root, solution),
      pathSet: claim.pathSet.map((leaf) => argument.leaves[leaf]?.id ?? ''),
      importance,
      ...(claim.distribution === undefined ? {} : { distribution: claim.distribution }),
      tornado: tornadoOf(prepared, root, claim.column, importance),
      unassessed,
      notes: notesOf(claim, importance),
    },
    ...(against === undefined ? {} : { riskCase: against.assessment }),
    claim,
  };
}

const emptyParts = {
  wouldChange: [],
  legs: [],
  legsProvedBest: true,
  groups: [],
  pathSet: [],
  importance: [],
  tornado: [],
  unassessed: [],
  notes: [],
} as const;

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
    return { verdict, statement, reasons, wouldChange: liftsFor(reasons) };
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

function notesOf(claim: ClaimDoubts, importance: readonly Importance[]): Note[] {
  const notes: Note[] = [...claim.notes];
  for (const group of claim.groups) {
    if (group.inForce) continue;
    notes.push({
      code: 'group-no-credit',
      text: `Group "${group.name}" would not raise the doubt: it earns no credit`,
    });
  }
  const common = claim.groups.filter((group) => group.inForce);
  if (common.length > 0) {
    notes.push({
      code: 'common-cause',
      text: `Common causes count in full: ${common.map((group) => `"${group.name}" (beta ${group.beta})`).join(', ')}`,
    });
  }
  const first = importance[0];
  if (first !== undefined && first.fussellVesely > 0) {
    const share = first.fussellVesely < 0.01 ? 'less than 1' : (100 * first.fussellVesely).toFixed(0);
    notes.push({
      code: 'three-numbers',
      text: `One number is easily implausible: look at all three, and at ${first.leaf}, on which ${share} % of the doubt rests`,
    });
  }
  return notes;
}
