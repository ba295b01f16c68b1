import type { ModelGroup } from './declared-model.js';
import { type Column, zip } from './group-model.js';
import type { DeclaredSolution, QuantifiedArgument } from './quantified.js';
import { columnMean } from './statistics-of-trials.js';

/**
 * The joint probability that all of some leaves fail, under the groups in force, averaged over the trials.
 * @returns a function of leaves of the argument (each at most once)
 */
export function jointProbability(
  quantified: QuantifiedArgument,
  solution: DeclaredSolution,
): (leaves: readonly number[]) => number {
  const { doubts } = quantified;
  /** Leaf → its group in force, and its place in the group's order. */
  const places = new Map<number, { group: ModelGroup; at: number }>();
  for (const index of solution.inForce) {
    const group = solution.groups[index] as ModelGroup;
    group.model.order.forEach((member, at) => {
      places.set(group.group.members[member] as number, { group, at });
    });
  }
  return (leaves) => {
    let product: Column = 1;
    const together = new Map<ModelGroup, number[]>();
    for (const leaf of leaves) {
      const place = places.get(leaf);
      if (place === undefined) product = zip(product, doubts[leaf] as Column, multiply);
      else together.set(place.group, [...(together.get(place.group) ?? []), place.at]);
    }
    for (const [group, at] of together) product = zip(product, allFail(group, at), multiply);
    return columnMean(product);
  };
}

/**
 * P(all these members fail): with B, the nested events C make some member and all with larger doubts fail, and those
 * with smaller doubts must fail by themselves; without B all must.
 */
function allFail({ group, model }: ModelGroup, places: readonly number[]): Column {
  const sorted = [...places].sort((a, b) => a - b);
  let byThemselves: Column = 1;
  let withCause: Column = 0;
  let covered: Column = 0;
  for (const at of sorted) {
    const common = model.common[at] as Column;
    const newly = zip(common, covered, (c, below) => c - below);
    withCause = zip(withCause, zip(newly, byThemselves, multiply), add);
    byThemselves = zip(byThemselves, model.own[at] as Column, multiply);
    covered = common;
  }
  const none = zip(
    zip(covered, 1, (c) => 1 - c),
    byThemselves,
    multiply,
  );
  const cause = zip(withCause, none, add);
  return zip(cause, byThemselves, (c, own) => group.beta * c + (1 - group.beta) * own);
}

function multiply(a: number, b: number): number {
  return a * b;
}

function add(a: number, b: number): number {
  return a + b;
}
