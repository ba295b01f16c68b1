import type { Compiled } from '@surety/engine';
import { type Case, type ElementId, lookupLike, type Outcome } from '../case/index.js';
import type { Argument } from './argument.js';
import type { Doubts, LeafId } from './assessment.js';
import type { TextReasons } from './blockers.js';
import { type ClaimDoubts, followedClaim } from './claim.js';
import { nodesBelow } from './cone.js';
import { elementDoubts } from './element-doubts.js';
import type { Column } from './group-model.js';
import type { Group } from './groups.js';
import { type Basis, type Judgement, judgeOn, reasonsOfText, supportOf } from './judge-outcome.js';
import type { Prepared } from './prepare.js';
import type { QuantifiedArgument } from './quantified.js';
import { followDoubts } from './quantify.js';
import { usersOf, withAllAbove } from './users.js';

/** A case with other numbers: its elements, evidence, limits that are passed and kinds of dependence stay. */
export interface OtherNumbers {
  readonly case: Case;
  readonly outcomes: readonly Outcome[];
  /** Of the shape that was prepared. */
  readonly argument: Argument;
  /** Per leaf of the argument. */
  readonly doubts: readonly Column[];
  /** With the members that they were prepared with. */
  readonly groups: readonly Group[];
  /** The doubts of all elements are wanted, not only of those where they can differ. */
  readonly all?: boolean;
}

export interface FollowedJudgement {
  /** Parallel to the outcomes. */
  readonly judgements: readonly Judgement[];
  /** The three doubts of the elements whose doubts can differ from those of the case as it was prepared. */
  readonly elements: ReadonlyMap<ElementId, Doubts>;
}

/** Judges a prepared case under one set of numbers after another; absent where it is not quantified. */
export type FollowedCase = (numbers: OtherNumbers) => FollowedJudgement;

/**
 * Answers what a full assessment of the case with these numbers answers, and whatever was asked before, but computes again
 * only what depends on numbers that changed since the last question.
 */
export function followCase(prepared: Prepared, outcomes: readonly Outcome[]): FollowedCase {
  const { argument, quantified } = prepared;
  if (quantified === undefined) {
    return (numbers) => ({
      judgements: numbers.outcomes.map((outcome) =>
        judgeOn(kept(prepared, new Map()), withCase(prepared, numbers), outcome),
      ),
      elements: new Map(),
    });
  }
  const users = usersOf(argument);
  const riskRoots = prepared.lookup.case.riskCases.flatMap(({ claim }) => argument.nodeOf.get(claim) ?? []);
  const roots = [
    ...outcomes.flatMap(({ claim }) => (claim === undefined ? [] : (argument.nodeOf.get(claim) ?? []))),
    ...riskRoots,
  ];
  const claims = new Map(
    [...new Set(roots)].map((root) => [root, followedClaim(quantified, root, nodesBelow(argument, root))]),
  );
  const basis = kept(prepared, claims);
  const idsAt = new Map<number, ElementId[]>();
  for (const [id, node] of argument.nodeOf) idsAt.set(node, [...(idsAt.get(node) ?? []), id]);

  let now: QuantifiedArgument = quantified;
  const judge = (numbers: OtherNumbers) => {
    now = followDoubts(now, numbers.argument, numbers.doubts, numbers.groups);
    const present: Prepared = {
      ...withCase(prepared, numbers),
      argument: numbers.argument,
      quantified: now,
      written: now.written,
    };
    const judgements = numbers.outcomes.map((outcome) => judgeOn(basis, present, outcome));
    const found = [
      ...judgements.flatMap(({ claim }) => claim ?? []),
      ...riskRoots.map((root) => claims.get(root)!(now)),
    ];
    return { present, judgements, found };
  };
  const first = judge({
    case: prepared.lookup.case,
    outcomes,
    argument,
    doubts: quantified.doubts,
    groups: quantified.groups,
  });
  const decidedFirst = first.found.map(decisions);

  return (numbers) => {
    const { present, judgements, found } = judge(numbers);
    const isSame = found.every((claim, at) => decisions(claim) === decidedFirst[at]);
    const only =
      isSame && numbers.all !== true
        ? [...withAllAbove(users, changedNodes(quantified, now))].flatMap((node) => idsAt.get(node) ?? [])
        : undefined;
    return { judgements, elements: elementDoubts(present, found, only) };
  };
}

/**
 * Judges one outcome of a prepared case with one set of doubts of some leaves after another, whatever the text says of them.
 * The answers are those of `judgeOutcome` of the case with these doubts, and hold until the next is asked for; a leaf that is not
 * there is left out of account.
 */
export function followOutcome(
  prepared: Prepared,
  outcome: Outcome,
): (doubts: ReadonlyMap<LeafId, number>) => Judgement {
  const { argument, quantified } = prepared;
  const root = outcome.claim === undefined ? undefined : argument.nodeOf.get(outcome.claim);
  if (quantified === undefined || root === undefined) {
    const judgement = judgeOn(kept(prepared, new Map()), prepared, outcome);
    return () => judgement;
  }
  const basis = kept(prepared, new Map([[root, followedClaim(quantified, root, [])]]));
  let now = quantified;
  return (doubts) => {
    const columns = quantified.doubts.slice();
    for (const [id, doubt] of doubts) {
      const leaf = argument.leafByName.get(id);
      if (leaf !== undefined) columns[leaf] = doubt;
    }
    now = followDoubts(now, argument, columns, quantified.groups);
    return judgeOn(basis, { ...prepared, quantified: now, written: now.written }, outcome);
  };
}

function withCase(prepared: Prepared, { case: of }: OtherNumbers): Prepared {
  return { ...prepared, lookup: lookupLike(prepared.lookup, of) };
}

/** What the text says against a claim, and what a model depends on, is found out once. */
function kept(prepared: Prepared, claims: ReadonlyMap<number, ReturnType<typeof followedClaim>>): Basis {
  const texts = new Map<string, TextReasons>();
  const supports = new WeakMap<Compiled, Map<number, ReadonlySet<number>>>();
  return {
    doubts: (quantified, root, threshold) => claims.get(root)!(quantified, threshold),
    reasons: (_, outcome, claim) => {
      const key = JSON.stringify([outcome.id, claim]);
      const found = texts.get(key) ?? reasonsOfText(prepared, outcome, claim);
      texts.set(key, found);
      return found;
    },
    support: (solved, groups, root) => {
      const known = supports.get(solved.compiled) ?? new Map<number, ReadonlySet<number>>();
      supports.set(solved.compiled, known);
      const found = known.get(root) ?? supportOf(solved, prepared.argument.leaves.length, groups, root);
      known.set(root, found);
      return found;
    },
  };
}

/** What was decided about a claim as a whole: where that differs, any element may have another doubt. */
function decisions({ solution, legsProvedBest, notes }: ClaimDoubts): string {
  const codes = notes.flatMap(({ code }) => (code === 'groups-not-exhausted' ? [code] : []));
  return JSON.stringify([[...solution.chosen], [...solution.inForce], legsProvedBest, codes]);
}

/** Leaves and gates of the argument at which these numbers differ. */
function changedNodes(a: QuantifiedArgument, b: QuantifiedArgument): Set<number> {
  const changed = new Set<number>();
  b.doubts.forEach((doubt, leaf) => {
    if (doubt !== a.doubts[leaf]) changed.add(leaf);
  });
  b.groups.forEach(({ members, beta }, at) => {
    if (beta !== a.groups[at]!.beta || members.some((member) => changed.has(member)))
      for (const member of members) changed.add(member);
  });
  b.argument.gates.forEach((gate, g) => {
    if (gate !== a.argument.gates[g]) changed.add(b.argument.leaves.length + g);
  });
  return changed;
}
