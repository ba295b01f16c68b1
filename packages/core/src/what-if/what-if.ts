import type { Case, Measures } from '../case/index.js';
import {
  type Assessment,
  type AssessOptions,
  assess,
  type Column,
  columnMean,
  type Doubt,
  type Doubts,
  type Judgement,
  type LeafId,
} from '../doubt/index.js';
import { changedCase } from './changed-case.js';
import { checkChange } from './check-change.js';
import { argumentIn, doubtsIn, groupsIn, type Structure, structureKey, structureOf } from './structure.js';
import type { CaseChange, ChangeProblem, OutcomeIf, WhatIfAnswer, WhatIfResult } from './types.js';

/** Structures that are kept, besides that of the case as it stands. */
const MOST_STRUCTURES = 4;

/** A case that can be asked what it would be worth if something in it were another. */
export interface WhatIf {
  /**
   * What the case would be worth with all of these changes, and with no others: earlier questions leave no trace. Equal to
   * what `assess` says of the changed case, in the same numbers, but only what depends on a change is computed.
   */
  answer(changes: readonly CaseChange[]): WhatIfResult;
  /** The full assessment of the changed case, with cut sets, importance, and what would change each verdict. */
  assess(changes: readonly CaseChange[]): Assessment | ChangeProblem;
}

/**
 * Prepares a case for questions. This takes about as long as assessing it; an answer takes as long as what depends on the
 * change. Limits that are passed, and legs that come to depend in another manner, change the structure, which is prepared
 * when it is first asked about.
 *
 * The case must have passed the rules that are fatal, as for `assess`. Pure to the outside, and without any use of a clock,
 * a file or a thread: it runs in a worker of a browser.
 */
export function whatIf(of: Case, measures: Measures, options: AssessOptions): WhatIf {
  const base = structureOf(of, measures, options);
  const baseKey = structureKey(base, of, []);
  const structures = new Map<string, Structure>();
  const { argument, quantified } = base.prepared;
  const standing = base.judge({
    case: of,
    outcomes: base.outcomes,
    argument,
    doubts: base.doubts,
    groups: quantified?.groups ?? [],
    all: true,
  }).elements;

  const structureFor = (changed: Case, changes: readonly CaseChange[]): Structure => {
    const key = structureKey(base, changed, changes);
    if (key === baseKey) return base;
    const structure = structures.get(key) ?? structureOf(changed, measures, options);
    // The one that was asked about longest ago is forgotten first.
    structures.delete(key);
    structures.set(key, structure);
    if (structures.size > MOST_STRUCTURES) structures.delete(structures.keys().next().value!);
    return structure;
  };

  const answer = (changes: readonly CaseChange[]): WhatIfAnswer => {
    const changed = changedCase(of, changes);
    const structure = structureFor(changed.case, changes);
    const { prepared } = structure;
    const doubts = doubtsIn(structure, changed);
    const outcomes = of.bare ? structure.outcomes : changed.case.outcomes;
    const { judgements, elements } = structure.judge({
      case: changed.case,
      outcomes,
      argument: argumentIn(prepared, changes),
      doubts,
      groups: groupsIn(prepared, changes),
      all: structure !== base,
    });
    return {
      outcomes: judgements.map((judgement, at) => outcomeIf(outcomes[at]!, judgement)),
      elements: [...elements].flatMap(([id, doubt]) => {
        const before = standing.get(id);
        return before !== undefined && sameDoubts(before, doubt) ? [] : [{ id, doubt }];
      }),
      leaves: otherLeaves(structure, doubts, base),
      riskCases: judgements.flatMap(({ riskCase }) => riskCase ?? []),
    };
  };

  const problemIn = (changes: readonly CaseChange[]): ChangeProblem | undefined => {
    for (const [at, change] of changes.entries()) {
      const trouble = checkChange(base.prepared, change);
      if (trouble !== undefined) return { at, ...trouble };
    }
    return undefined;
  };

  return {
    answer: (changes) => {
      const problem = problemIn(changes);
      return problem === undefined ? { ok: true, value: answer(changes) } : { ok: false, problem };
    },
    assess: (changes) => {
      const problem = problemIn(changes);
      if (problem !== undefined) return problem;
      const { case: changed, instead } = changedCase(of, changes);
      return assess(changed, measures, { ...options, instead });
    },
  };
}

/** Leaves whose doubts are not those of the case as it stands; those that are not in it at all, too. */
function otherLeaves({ prepared }: Structure, doubts: readonly Column[], base: Structure): WhatIfAnswer['leaves'] {
  const { leafByName } = base.prepared.argument;
  const isBase = prepared === base.prepared;
  const found: { id: LeafId; doubt: number }[] = [];
  for (let leaf = 0; leaf < doubts.length; leaf++) {
    const column = doubts[leaf]!;
    if (isBase && column === base.doubts[leaf]) continue;
    const { id } = prepared.argument.leaves[leaf]!;
    const before = isBase ? leaf : leafByName.get(id);
    if (before === undefined || base.doubts[before] !== column) found.push({ id, doubt: columnMean(column) });
  }
  return found;
}

function outcomeIf(outcome: Case['outcomes'][number], judgement: Judgement): OutcomeIf {
  const { verdict, statement, reasons, byNumber, claim } = judgement;
  return {
    id: outcome.id,
    ...(outcome.claim === undefined ? {} : { claim: outcome.claim }),
    ...(outcome.threshold === undefined ? {} : { threshold: outcome.threshold.probability }),
    verdict,
    statement,
    reasons: reasons.filter(({ code }) => code !== 'inference-unassessed'),
    ...(byNumber === undefined ? {} : { number: byNumber.number }),
    ...(claim === undefined ? {} : { doubt: claim.doubts }),
    ...(claim?.distribution === undefined ? {} : { distribution: claim.distribution }),
    legs: claim?.legs ?? [],
    legsProvedBest: claim?.legsProvedBest ?? true,
    groups: claim?.groups ?? [],
    notes: claim?.notes ?? [],
  };
}

function sameDoubts(a: Doubts, b: Doubts): boolean {
  return sameDoubt(a.declared, b.declared) && sameDoubt(a.independent, b.independent) && sameDoubt(a.bound, b.bound);
}

function sameDoubt(a: Doubt, b: Doubt): boolean {
  if ('mean' in a || 'mean' in b) return 'mean' in a && 'mean' in b && a.mean === b.mean;
  return a.lower === b.lower && a.upper === b.upper;
}
