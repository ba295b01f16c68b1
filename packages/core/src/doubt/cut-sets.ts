import type { Argument } from './argument.js';
import type { CutSets } from './assessment.js';
import { costsOf } from './claim.js';
import { disjointSets } from './disjoint-sets.js';
import { jointProbability } from './joint-probability.js';
import { type DeclaredSolution, leafBehind, type QuantifiedArgument, type Solved } from './quantified.js';

/** How many cut sets are listed. */
export const LISTED_CUT_SETS = 20;
/** How many are looked at to find them, where the joint probability is not the product that ranks them. */
const CANDIDATES = 500;

/**
 * Minimal cut sets of the argument as written (`any`: all legs fail), over leaves as the author wrote them. A set's
 * probability is the joint probability that its members fail under the groups that are in force in the declared number,
 * averaged over the trials.
 */
export function cutSetsOf(quantified: QuantifiedArgument, root: number, solution: DeclaredSolution): CutSets {
  const { argument, means, written } = quantified;
  const node = written.model.node(root);
  const clusters = clustersOf(quantified, solution);
  const products = costsOf(written.model, means);
  const joint = jointProbability(quantified, solution);
  const found = new Map<string, { leaves: readonly number[]; probability: number }>();
  const look = (weights: Float64Array, top: number) => {
    const list = written.compiled.cutSets(node, { weights, top });
    for (const set of list.sets) {
      const leaves = argumentLeaves(written, set.leaves);
      const key = leaves.join(' ');
      if (!found.has(key)) found.set(key, { leaves, probability: joint(leaves) });
    }
    const all = list.sets.length < top;
    return { exact: list.exact, unseen: all ? 0 : (list.sets.at(-1)?.weight ?? 0) };
  };
  let search: ReturnType<typeof look>;
  if (clusters.size === 0) {
    search = look(products, LISTED_CUT_SETS);
    search.unseen = 0;
  } else {
    look(products, CANDIDATES);
    search = look(boundingWeights(written, products, clusters), CANDIDATES);
  }
  const ranked = [...found.values()].sort(
    (a, b) => b.probability - a.probability || a.leaves.length - b.leaves.length || compareLeaves(a.leaves, b.leaves),
  );
  const top = ranked.slice(0, LISTED_CUT_SETS);
  const least = top.length < LISTED_CUT_SETS ? 0 : (top.at(-1)?.probability ?? 0);
  return {
    ...countsOf(written, node),
    top: top.map(({ leaves, probability }) => ({ elements: namesOf(argument, leaves), probability })),
    // Under intervals it is not known which groups are in force.
    topIsProved: search.exact && least >= search.unseen && isExact(solution, root),
  };
}

/** Cut sets of an argument without numbers: smallest first. */
export function cutSetsWithoutNumbers(argument: Argument, written: Solved, root: number): CutSets {
  const node = written.model.node(root);
  const weights = new Float64Array(written.model.leaves.length).fill(0.5);
  const list = written.compiled.cutSets(node, { weights, top: LISTED_CUT_SETS });
  const top = list.sets.map((set) => ({ elements: namesOf(argument, argumentLeaves(written, set.leaves)) }));
  return { ...countsOf(written, node), top, topIsProved: list.exact };
}

/**
 * Weights whose product is never below the joint probability of a set: in a cluster of m leaves that may fail together,
 * P(all fail) <= min p <= (product of p)^(1/m).
 */
function boundingWeights(written: Solved, products: Float64Array, clusters: ReadonlyMap<number, number>): Float64Array {
  return products.map((p, leaf) => {
    const behind = leafBehind(written.model, [], leaf);
    const size = behind === undefined ? 1 : (clusters.get(behind) ?? 1);
    return size === 1 ? p : Math.min(1, root(p, size) * (1 + 1e-9));
  });
}

/** The m-th root, by halving: only an upper bound is needed, and it must not depend on the platform. */
function root(p: number, m: number): number {
  let value = p;
  for (let covered = 1; covered < m; covered *= 2) value = Math.sqrt(value);
  return value;
}

/** Size of the cluster of each leaf that shares a cause or an uncertain source with another. */
function clustersOf(quantified: QuantifiedArgument, solution: DeclaredSolution): ReadonlyMap<number, number> {
  const { argument, sharedSources } = quantified;
  const { find, join } = disjointSets(argument.leaves.length);
  const joinAll = (leaves: readonly number[]) => {
    for (const leaf of leaves) join(leaves[0] as number, leaf);
  };
  for (const leaves of sharedSources) joinAll(leaves);
  for (const group of solution.inForce) joinAll(solution.groups[group]?.group.members ?? []);
  const sizes = new Map<number, number>();
  for (let leaf = 0; leaf < argument.leaves.length; leaf++) sizes.set(find(leaf), (sizes.get(find(leaf)) ?? 0) + 1);
  const clusters = new Map<number, number>();
  for (let leaf = 0; leaf < argument.leaves.length; leaf++) {
    const size = sizes.get(find(leaf)) as number;
    if (size > 1) clusters.set(leaf, size);
  }
  return clusters;
}

function countsOf(written: Solved, node: number): Pick<CutSets, 'count' | 'byOrder'> {
  const counts = written.compiled.cutSetCounts(node);
  if (counts === null) return {};
  const byOrder = counts.slice(1).map(String);
  while (byOrder.at(-1) === '0') byOrder.pop();
  return { count: counts.reduce((sum, one) => sum + one, 0n).toString(), byOrder };
}

function argumentLeaves(written: Solved, leaves: readonly number[]): readonly number[] {
  return leaves.flatMap((leaf) => leafBehind(written.model, [], leaf) ?? []).sort((a, b) => a - b);
}

function namesOf(argument: Argument, leaves: readonly number[]): string[] {
  return leaves.map((leaf) => argument.leaves[leaf]?.id ?? '');
}

function compareLeaves(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}

function isExact({ evaluation, model }: DeclaredSolution, root: number): boolean {
  return evaluation.mean(model.node(root)).exact;
}
