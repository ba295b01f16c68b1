import type { Evaluation } from '@surety/engine';
import { type DeclaredModel, leafColumn, type ModelGroup } from './declared-model.js';
import type { Column } from './group-model.js';

/** Groups that are tried in all subsets within one module; beyond, a few telling subsets are tried, and it is said. */
export const SUBSET_GROUPS = 12;
/** The same where each subset means a sweep over all trials. */
export const SUBSET_GROUPS_OF_TRIALS = 6;

/** Puts groups of an evaluation in and out of force; out of force is the same diagram with beta = 0. */
export interface GroupSwitch {
  /** Among the groups `of`, exactly those in `inForce` are in force from now on. */
  apply(of: readonly number[], inForce: ReadonlySet<number>): void;
  isInForce(group: number): boolean;
}

export function createGroupSwitch(
  declared: DeclaredModel,
  evaluation: Evaluation,
  /** What the numbers are at present. */
  now: { readonly doubts: () => readonly Column[]; readonly groups: () => readonly ModelGroup[] },
  initially: ReadonlySet<number>,
): GroupSwitch {
  const state = now.groups().map((_, group) => initially.has(group));
  const leavesOf: number[][] = state.map(() => []);
  declared.leaves.forEach((what, leaf) => {
    if (what.kind === 'cause' || what.kind === 'own') (leavesOf[what.group] as number[]).push(leaf);
  });
  const set = (group: number, on: boolean) => {
    if (state[group] === on) return;
    state[group] = on;
    for (const leaf of leavesOf[group] as number[]) {
      const what = declared.leaves[leaf];
      if (what !== undefined)
        evaluation.set(
          leaf,
          leafColumn(what, now.doubts(), now.groups(), (g) => state[g] === true),
        );
    }
  };
  return {
    apply: (of, inForce) => {
      for (const group of of) set(group, inForce.has(group));
    },
    isInForce: (group) => state[group] === true,
  };
}

/**
 * All subsets of the groups, the empty one first, each differing from the one before in one group (Gray code). Of more
 * groups than `most`: none, all, and each alone; a maximum over those is not proved to be the largest.
 */
export function* subsetsToTry(groups: readonly number[], most = SUBSET_GROUPS): Generator<ReadonlySet<number>> {
  if (groups.length > most) {
    yield new Set();
    yield new Set(groups);
    for (const group of groups) yield new Set([group]);
    return;
  }
  for (let i = 0; i < 2 ** groups.length; i++) {
    const code = i ^ (i >>> 1);
    yield new Set(groups.filter((_, bit) => (code & (1 << bit)) !== 0));
  }
}
