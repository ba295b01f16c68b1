import { formatProbability, grouped, type Outcome } from '../case/index.js';
import type { Importance, Note, OutcomeAssessment, RiskCaseAssessment } from './assessment.js';
import { leafChanges } from './changes.js';
import type { ClaimDoubts } from './claim.js';
import { cutSetsOf, cutSetsWithoutNumbers } from './cut-sets.js';
import { importanceOf } from './importance.js';
import { judgeOutcome } from './judge-outcome.js';
import type { Prepared } from './prepare.js';
import { tornadoOf } from './tornado.js';

export interface AssessedOutcome {
  readonly assessment: OutcomeAssessment;
  readonly riskCase?: RiskCaseAssessment;
  /** Absent where the case is not quantified, or the outcome has no claim in the argument. */
  readonly claim?: ClaimDoubts;
}

/**
 * The verdict of one unacceptable outcome (`semantics.md` section 4), with everything that it rests on.
 * @param below whether the declared means of what stands below the claim are wanted too
 */
export function assessOutcome(prepared: Prepared, outcome: Outcome, below = false): AssessedOutcome {
  const { argument, quantified } = prepared;
  const { id, text, threshold } = outcome;
  const named = {
    id,
    text,
    ...(outcome.claim === undefined ? {} : { claim: outcome.claim }),
    ...(threshold === undefined
      ? {}
      : { threshold: { probability: threshold.probability, criterion: threshold.criterion } }),
  };
  const { verdict, statement, reasons, wouldChange, unassessed, root, claim, byNumber, riskCase } = judgeOutcome(
    prepared,
    outcome,
    below,
  );
  const conclusion = { verdict, statement, reasons, wouldChange };
  if (root === undefined) return { assessment: { ...named, ...emptyParts, ...conclusion } };
  if (quantified === undefined || claim === undefined) {
    const cutSets = cutSetsWithoutNumbers(argument, prepared.written, root);
    return { assessment: { ...named, ...emptyParts, cutSets, unassessed, ...conclusion } };
  }
  const { solution } = claim;
  const importance = importanceOf(quantified, root, solution);
  return {
    assessment: {
      ...named,
      ...conclusion,
      ...(byNumber === undefined ? {} : { number: byNumber.number }),
      doubt: claim.doubts,
      wouldChange: [
        ...wouldChange,
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
    ...(riskCase === undefined ? {} : { riskCase }),
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
  notes.push(...dominatingCause(claim));
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

/** A declared doubt this many times the independent one is due to the causes in common, and is said to be. */
const DOMINATES_FROM = 2;

/**
 * Three watchdogs of 0.01 are 1e-6 if independent and 1.0e-3 with β = 0.1 (semantics, section 9). Not told where legs without
 * credit stand in the number too: then it is not the common cause alone.
 */
function dominatingCause({ doubts: { declared, independent }, legs, groups }: ClaimDoubts): Note[] {
  const causes = [
    ...groups.filter((group) => group.inForce && group.beta > 0).map((group) => `"${group.name}"`),
    ...legs.filter(({ dependence }) => dependence === 'beta').map(({ element }) => `that of the legs of ${element}`),
  ];
  const mixed = legs.some(({ dependence }) => dependence === 'undeclared');
  if (causes.length === 0 || mixed || !('mean' in declared) || !('mean' in independent)) return [];
  if (!(declared.mean >= DOMINATES_FROM * independent.mean)) return [];
  const times =
    independent.mean === 0
      ? ''
      : `, ${grouped(Number((declared.mean / independent.mean).toPrecision(2)))} times as much`;
  return [
    {
      code: 'common-cause-dominates',
      text: `The common cause dominates: ${formatProbability(declared.mean)} with what is declared, ${formatProbability(independent.mean)} if all were independent${times} (${causes.join(', ')}); further copies hardly help`,
    },
  ];
}
