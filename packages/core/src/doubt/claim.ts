import type { PathSet } from '@surety/engine';
import type { Argument, ArgumentGate } from './argument.js';
import type { Distribution, Doubts, GroupAssessment, LegChoice, Note } from './assessment.js';
import { type Cone, coneOf } from './cone.js';
import { type DeclaredNumbers, declaredUnder, type NodeMean } from './declared.js';
import type { ChosenLegs, DeclaredModel } from './declared-model.js';
import { distributionOf } from './distribution.js';
import { type Column, zip } from './group-model.js';
import { type Legs, legChooser } from './legs.js';
import { meanDoubts } from './mean-doubts.js';
import { type DeclaredSolution, leafBehind, type QuantifiedArgument } from './quantified.js';
import {
  doubtOf,
  quantilesBetween,
  statisticsOf,
  type TrialStatistics,
  tailShare,
  upperEnd,
} from './statistics-of-trials.js';
import { usersOf } from './users.js';

export interface ClaimDoubts {
  readonly doubts: Doubts;
  /** Of the declared doubt's upper end, over the trials; absent where nothing is uncertain. */
  readonly distribution?: Distribution;
  /** The declared doubt's upper end in each trial, before it is capped by the bound. */
  readonly column: Column;
  readonly legs: readonly LegChoice[];
  readonly legsProvedBest: boolean;
  readonly groups: readonly GroupAssessment[];
  /** Leaves of the argument whose doubts add up to the bound. */
  readonly pathSet: readonly number[];
  readonly solution: DeclaredSolution;
  /** Declared mean under these legs, largest over the groups, for the nodes asked. */
  readonly declaredMeans: ReadonlyMap<number, NodeMean>;
  readonly notes: readonly Note[];
}

/** Sum of doubts under `all` above which negative dependence could matter, and the report says so (section 3). */
const NEGATIVE_DEPENDENCE_FROM = 0.1;
/** Share of the mean from the largest 0.1 % of the trials above which its error means little. */
const HEAVY_TAIL_FROM = 0.1;
/** Relative difference beyond which the cap by the bound is more than rounding. */
const ROUNDING = 1e-12;

/**
 * The three doubts of one claim (`semantics.md` section 3), with the legs and groups behind the declared one.
 * @param root node of the argument that fails when the claim fails
 * @param below nodes of the argument for which the declared mean is wanted too
 * @param threshold probability whose exceedance the distribution tells
 */
export function doubtsOfClaim(
  quantified: QuantifiedArgument,
  root: number,
  below: readonly number[],
  threshold?: number,
): ClaimDoubts {
  return followedClaim(quantified, root, below)(quantified, threshold);
}

/** Ways of choosing legs whose compiled models are kept: going to and fro between two of them costs no time. */
const MOST_CHOICES = 8;

/**
 * The same for one set of numbers after another, of arguments of one shape: what does not depend on what changed is not
 * computed again. The answers are those of `doubtsOfClaim`, and hold until the next is asked for (`declaredMeans` is one
 * map throughout).
 */
export function followedClaim(
  { argument, groups, limits }: QuantifiedArgument,
  root: number,
  below: readonly number[],
): (quantified: QuantifiedArgument, threshold?: number) => ClaimDoubts {
  const users = usersOf(argument);
  const cone = coneOf(argument, root);
  const choose = legChooser(argument, root, groups, limits);
  const sums = columnSums();
  const onMeans = meanDoubts();
  const declared = new Map<string, ReturnType<typeof declaredUnder>>();
  return (quantified, threshold) => {
    const { argument: present, means, trials } = quantified;
    const bound = boundOf(quantified, root, sums);
    const legs = choose({
      argument: present,
      means,
      doubtAt: onMeans(quantified),
      groups: quantified.groups,
      heldLeaves: bound.pathSet,
    });
    const key = JSON.stringify([trials, ...legs.chosen.values()]);
    const known = declared.get(key) ?? declaredUnder(quantified, root, legs.chosen, below, users);
    // The one that was asked about longest ago is forgotten first.
    declared.delete(key);
    declared.set(key, known);
    if (declared.size > MOST_CHOICES) declared.delete(declared.keys().next().value!);
    return doubtsFrom(quantified, root, cone, bound, legs, known(quantified), threshold);
  };
}

function doubtsFrom(
  quantified: QuantifiedArgument,
  root: number,
  cone: Cone,
  { path, pathSet, statistics: bound }: ReturnType<typeof boundOf>,
  legs: Legs,
  declared: DeclaredNumbers,
  threshold: number | undefined,
): ClaimDoubts {
  const { argument, means, written } = quantified;
  const independent = written.evaluation.mean(written.model.node(root));

  const capped = cappedBy(
    declared.percentilesToo ? declared.statistics : withPercentilesOf(bound, declared.statistics),
    bound,
  );
  const proved = legs.provedBest && declared.exhaustive;
  const lowest = Math.min(declared.lower ?? capped.mean, bound.mean);
  const declaredDoubt = proved ? doubtOf(capped, declared.lower) : doubtOf(bound, lowest);
  const { quantiles } = proved ? capped : bound;
  const doubts: Doubts = {
    declared: declaredDoubt,
    independent: doubtOf(
      { mean: Math.min(independent.upper, upperEnd(declaredDoubt)) },
      independent.exact ? undefined : independent.lower,
    ),
    bound: doubtOf(bound, path.exact ? undefined : Math.min(path.lower, 1)),
  };

  const notes: Note[] = [];
  const note = (code: Note['code'], text: string) => notes.push({ code, text });
  if (!legs.provedBest)
    note(
      'legs-not-proved',
      'Legs not proved best: too many choices, or too large an argument, to try them all; the declared doubt is an interval up to the bound',
    );
  if (!declared.exhaustive)
    note(
      'groups-not-exhausted',
      'Too many groups to try all their subsets: the declared doubt is an interval up to the bound',
    );
  if (!declared.percentilesToo) {
    note(
      'groups-not-exhausted',
      'Too many groups to try all their subsets together: the percentiles are those of the dependence-free bound',
    );
  }
  if (!independent.exact || declared.lower !== undefined || !path.exact) {
    note('engine-limit', 'The argument did not fit in the limits of the engine: the numbers are rigorous intervals');
  }
  if (declared.percentilesToo && isCapped(declared.statistics, bound)) {
    note(
      'cap-bites',
      'The declared doubt, or a percentile of it, was above that of the dependence-free bound, and is capped by it',
    );
  }
  const sum = pathSet.reduce((total, leaf) => total + (means[leaf] as number), 0);
  if (sum > NEGATIVE_DEPENDENCE_FROM && upperEnd(declaredDoubt) < bound.mean) {
    note(
      'negative-dependence',
      `The doubts that carry the claim add up to ${sum.toPrecision(2)}: failures that exclude one another could raise its doubt, at most to the bound`,
    );
  }
  const tail = tailShare(declared.column);
  if (tail > HEAVY_TAIL_FROM) {
    note(
      'heavy-tail',
      `Heavy tail: ${(100 * tail).toFixed(0)} % of the mean comes from 0.1 % of the trials, so its error means little`,
    );
  }
  return {
    doubts,
    ...(quantiles === undefined ? {} : { distribution: distributionOf(quantiles, threshold) }),
    column: declared.column,
    legs: legChoices(argument, legs.chosen),
    legsProvedBest: legs.provedBest,
    groups: groupAssessments(quantified, cone, declared.solution),
    pathSet,
    solution: declared.solution,
    declaredMeans: proved ? declared.means : unproved(declared.means),
    notes,
  };
}

/** The dependence-free bound: path set chosen on the mean doubts and held fixed in the trials, capped at 1 in each. */
export function boundOf(
  quantified: QuantifiedArgument,
  root: number,
  sums = columnSums(),
): { readonly path: PathSet; readonly pathSet: readonly number[]; readonly statistics: TrialStatistics } {
  const { means, written, randomisations, doubts } = quantified;
  const path = written.compiled.pathSet(costsOf(written.model, means), written.model.node(root));
  if (path.leaves === null) return { path, pathSet: [], statistics: { mean: 1 } };
  const pathSet: number[] = [];
  for (const one of path.leaves) {
    const leaf = leafBehind(written.model, [], one);
    if (leaf !== undefined) pathSet.push(leaf);
  }
  let constant = 0;
  const columns: Float64Array[] = [];
  for (const leaf of pathSet) {
    const doubt = doubts[leaf] as Column;
    if (typeof doubt === 'number') constant += doubt;
    else columns.push(doubt);
  }
  const total = columns.length === 0 ? constant : zip(sums.of(columns), constant, (a, b) => a + b);
  return { path, pathSet, statistics: statisticsOf(zip(total, 1, Math.min), randomisations) };
}

/** Sums of columns, trial by trial; that of the last ones is kept, since most changes leave them as they are. */
function columnSums() {
  let last: { readonly columns: readonly Float64Array[]; readonly sum: Float64Array } | undefined;
  return {
    of: (columns: readonly Float64Array[]): Float64Array => {
      const isSame = last?.columns.length === columns.length && last.columns.every((one, at) => one === columns[at]);
      if (last !== undefined && isSame) return last.sum;
      const sum = new Float64Array(columns[0]?.length ?? 0);
      for (const column of columns) for (let t = 0; t < sum.length; t++) sum[t]! += column[t]!;
      last = { columns, sum };
      return sum;
    },
  };
}

/** Mean doubt per leaf of the written model. */
export function costsOf(model: DeclaredModel, means: readonly number[]): Float64Array {
  const costs = new Float64Array(model.leaves.length);
  model.leaves.forEach((what, leaf) => {
    if (what.kind === 'leaf') costs[leaf] = means[what.leaf] as number;
  });
  return costs;
}

/** Mean and error of the one, percentiles of the other. */
function withPercentilesOf(
  { p5, p50, p95, quantiles, mean: constant }: TrialStatistics,
  { mean, error, quantiles: own }: TrialStatistics,
): TrialStatistics {
  if (error === undefined || own === undefined) return { mean };
  return {
    mean,
    error,
    p5: p5 ?? constant,
    p50: p50 ?? constant,
    p95: p95 ?? constant,
    quantiles: quantiles ?? own.map(() => constant),
  };
}

/** Whether the bound cuts off more than rounding, of the mean or of a percentile. */
function isCapped(declared: TrialStatistics, bound: TrialStatistics): boolean {
  const above = (a: number | undefined, b: number | undefined) =>
    a !== undefined && a > (b ?? bound.mean) * (1 + ROUNDING);
  return (['mean', 'p5', 'p50', 'p95'] as const).some((key) => above(declared[key], bound[key]));
}

/** Where the legs or groups were not proved to be the best, only the element's own bound is an upper end. */
function unproved(means: ReadonlyMap<number, NodeMean>): ReadonlyMap<number, NodeMean> {
  return new Map([...means].map(([node, { lower }]) => [node, { lower, upper: 1, exact: false }]));
}

function cappedBy(declared: TrialStatistics, bound: TrialStatistics): TrialStatistics {
  const mean = Math.min(declared.mean, bound.mean);
  if (declared.error === undefined) return { mean };
  const cap = (key: 'p5' | 'p50' | 'p95') => Math.min(declared[key] ?? declared.mean, bound[key] ?? bound.mean);
  return {
    mean,
    error: declared.error,
    p5: cap('p5'),
    p50: cap('p50'),
    p95: cap('p95'),
    quantiles: quantilesBetween(declared, bound, Math.min),
  };
}

function legChoices(argument: Argument, chosen: ChosenLegs): LegChoice[] {
  return [...chosen].flatMap(([index, standing]): LegChoice[] => {
    const gate = argument.gates[index] as ArgumentGate;
    if (gate.kind !== 'legs') return [];
    const { dependence, element } = gate;
    const legs = standing.map((leg) => gate.legs[leg] as string);
    if (dependence.kind === 'beta') return [{ element: element.id, legs, dependence: 'beta', beta: dependence.beta }];
    return [{ element: element.id, legs, dependence: 'undeclared' }];
  });
}

function groupAssessments(quantified: QuantifiedArgument, cone: Cone, solution: DeclaredSolution): GroupAssessment[] {
  const { argument, groups } = quantified;
  return groups.flatMap((one) => {
    const { name, members, beta, automatic, because } = one;
    if (members.filter((member) => cone.hasLeaf[member] === 1).length < 2) return [];
    const ids = members.map((member) => argument.leaves[member]?.id ?? '');
    // With another beta it is another object, and the same group.
    const inForce = solution.inForce.has(solution.groups.findIndex(({ whole }) => whole.members === members));
    return [{ name, members: ids, beta, automatic, inForce, ...(because === undefined ? {} : { because }) }];
  });
}
