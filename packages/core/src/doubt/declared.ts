import type { Argument, ArgumentGate } from './argument.js';
import { type ActingGroup, actingGroups, type Cone, coneOf, groupAction } from './cone.js';
import { type DecisionModule, decisionModules } from './decision-modules.js';
import type { ChosenLegs } from './declared-model.js';
import { type FollowedModel, followedModel } from './followed-model.js';
import type { Column } from './group-model.js';
import { SUBSET_GROUPS, SUBSET_GROUPS_OF_TRIALS, subsetsToTry } from './group-switch.js';
import type { DeclaredSolution, QuantifiedArgument } from './quantified.js';
import { largest, statisticsOf, type TrialStatistics } from './statistics-of-trials.js';
import { type Users, withAllAbove } from './users.js';

/** Mean of a node; the two ends differ where the engine gave an interval. */
export interface NodeMean {
  readonly lower: number;
  readonly upper: number;
  readonly exact: boolean;
}

export interface DeclaredNumbers {
  readonly statistics: TrialStatistics;
  /** Lower end of the mean, where the engine gave an interval. */
  readonly lower?: number;
  /** Per trial, under the groups that give the largest mean. */
  readonly column: Column;
  /** All subsets of the groups were tried, module by module: the mean is the largest. */
  readonly exhaustive: boolean;
  /** So are the percentiles: all subsets were tried together. */
  readonly percentilesToo: boolean;
  /** Mean by node of the argument: the root and the nodes asked for. */
  readonly means: ReadonlyMap<number, NodeMean>;
  readonly solution: DeclaredSolution;
}

/**
 * The declared doubt under chosen legs: each statistic over the trials is the largest over the subsets of the groups.
 * Point doubts are decided module by module, as are means over
 * trials where the groups are many: a mean is monotone in that of each module. Groups that by the shape of the argument can
 * only raise, or only lower, are in force, or out of it, without trying.
 *
 * What is answered depends on the numbers alone; of other numbers, of an argument of the same shape and with as many
 * trials, only what depends on those that changed is computed again.
 *
 * @param below nodes of the argument for which the mean is wanted too
 */
export function declaredUnder(
  first: QuantifiedArgument,
  root: number,
  chosen: ChosenLegs,
  below: readonly number[],
  users: Users,
): (quantified: QuantifiedArgument) => DeclaredNumbers {
  const { argument, randomisations, trials } = first;
  const { acting } = actingGroups(argument, coneOf(argument, root), first.groups);
  const cone = coneOf(argument, root, chosen);
  const actions = acting.map(({ members }) => groupAction(argument, cone, members, chosen));
  const out = actions.flatMap((action, i) => (action === 'lowers' || action === 'none' ? [i] : []));
  const free = actions.flatMap((action, i) => (action === 'either' ? [i] : []));
  const all = new Set(acting.keys());
  const most = trials === 1 ? SUBSET_GROUPS : SUBSET_GROUPS_OF_TRIALS;
  // Over trials all subsets are tried together where they are few, for the percentiles; else module by module.
  const together = trials > 1 && free.length <= most;
  const modules = (together ? wholeClaim(root, free) : modulesOf(first, cone, chosen, acting, free)).map((module) => ({
    ...module,
    above: withAllAbove(
      users,
      module.groups.flatMap((g) => acting[g]!.members),
    ),
  }));
  const asked = new Set(below);
  const best: ReadonlySet<number>[] = modules.map(() => new Set());
  const means = new Map<number, NodeMean>();
  const ownModel = chosen.size > 0 || acting.length > 0;
  let followed: FollowedModel | undefined;
  let last: { readonly quantified: QuantifiedArgument; readonly numbers: DeclaredNumbers } | undefined;

  /** The nodes whose means may be others; nothing where all may be. */
  const followTo = (quantified: QuantifiedArgument): ReadonlySet<number> | undefined => {
    if (!ownModel) return last === undefined ? undefined : withAllAbove(users, differing(last.quantified, quantified));
    const changed = followed?.follow(quantified);
    if (changed !== undefined) return withAllAbove(users, changed);
    const plan = {
      mode: { kind: 'chosen', legs: chosen },
      acting,
      inForce: all,
      trials,
      limits: first.limits,
    } as const;
    // Legs that were not chosen are asked about too.
    followed = followedModel(quantified, { ...plan, roots: [root, ...legsLeftOut(argument, chosen)] });
    return undefined;
  };

  /** Decides which groups are in force, and the means of the nodes given; whether a module was decided otherwise. */
  const decide = (quantified: QuantifiedArgument, changed: ReadonlySet<number> | undefined) => {
    const { model, evaluation } = followed ?? quantified.written;
    const toggle = (groups: readonly number[], inForce: ReadonlySet<number>) => followed?.switch.apply(groups, inForce);
    const keepLargest = (nodes: Iterable<number>) => {
      for (const node of nodes) {
        const mean = evaluation.mean(model.node(node));
        if (mean.upper > (means.get(node)?.upper ?? -1)) means.set(node, mean);
      }
    };
    const nodes = changed === undefined ? below : [...changed].filter((node) => asked.has(node));
    for (const node of nodes) means.delete(node);
    let statistics: TrialStatistics | undefined;
    let otherwise = false;
    // All groups in force first: what stands in legs that were not chosen may be raised by what cannot raise the root.
    toggle([...all], all);
    keepLargest(nodes);
    if (out.length > 0) {
      toggle(out, new Set());
      keepLargest(nodes);
    }
    modules.forEach(({ root: top, groups, above }, at) => {
      if (changed !== undefined && !changed.has(top)) {
        toggle(groups, best[at]!);
        return;
      }
      const touched = nodes.filter((node) => above.has(node));
      let worstUnder: ReadonlySet<number> = new Set();
      let worst = -1;
      for (const subset of subsetsToTry(groups, most)) {
        toggle(groups, subset);
        const { upper, exact } = evaluation.mean(model.node(top));
        // Among upper ends that tie, nothing says that a group does not hurt: it stays in force.
        if (upper > worst || (!exact && upper === worst && subset.size > worstUnder.size))
          [worstUnder, worst] = [subset, upper];
        if (together) {
          const tried = statisticsOf(evaluation.values(model.node(root)).upper, randomisations);
          statistics = statistics === undefined ? tried : largest(statistics, tried);
        }
        keepLargest(touched);
      }
      toggle(groups, worstUnder);
      otherwise ||= !sameGroups(best[at]!, worstUnder);
      best[at] = worstUnder;
    });
    return {
      statistics,
      otherwise,
      keepLargest,
      solved: { model, compiled: (followed ?? quantified.written).compiled, evaluation },
    };
  };

  return (quantified) => {
    if (last?.quantified === quantified) return last.numbers;
    const changed = followTo(quantified);
    if (last !== undefined && changed?.has(root) === false) {
      last = { quantified, numbers: last.numbers };
      return last.numbers;
    }
    means.delete(root);
    let decided = decide(quantified, changed);
    // What one module decides shows in the means that outer ones give.
    if (changed !== undefined && decided.otherwise) decided = decide(quantified, undefined);
    const { statistics, solved } = decided;
    const { model, evaluation } = solved;
    const values = evaluation.values(model.node(root));
    const final = statisticsOf(values.upper, randomisations);
    decided.keepLargest([root]);
    const isInForce = followed?.switch.isInForce ?? (() => false);
    const numbers: DeclaredNumbers = {
      statistics: statistics === undefined ? final : largest(statistics, final),
      ...(values.exact ? {} : { lower: evaluation.mean(model.node(root)).lower }),
      column: values.upper,
      exhaustive: modules.every((module) => module.groups.length <= most),
      percentilesToo: trials === 1 || together,
      means,
      solution: { ...solved, groups: followed?.groups() ?? [], inForce: new Set([...all].filter(isInForce)), chosen },
    };
    last = { quantified, numbers };
    return numbers;
  };
}

/** Leaves whose doubts differ. */
function differing(a: QuantifiedArgument, b: QuantifiedArgument): number[] {
  return b.doubts.flatMap((doubt, leaf) => (doubt === a.doubts[leaf] ? [] : [leaf]));
}

function legsLeftOut(argument: Argument, chosen: ChosenLegs): number[] {
  return [...chosen].flatMap(([gate, legs]) =>
    (argument.gates[gate] as ArgumentGate).inputs.filter((_, leg) => !legs.includes(leg)),
  );
}

function sameGroups(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((group) => b.has(group));
}

type GroupModule = Pick<DecisionModule, 'root' | 'groups'>;

function modulesOf(
  { argument, sharedSources, trials }: QuantifiedArgument,
  cone: Cone,
  chosen: ChosenLegs,
  acting: readonly ActingGroup[],
  free: readonly number[],
): readonly GroupModule[] {
  const members = acting.map((group) => group.members);
  const ties = trials === 1 ? [] : sharedSources;
  return decisionModules(argument, cone, [], members, chosen, ties).map(({ root, groups }) => ({
    root,
    groups: groups.filter((group) => free.includes(group)),
  }));
}

function wholeClaim(root: number, free: readonly number[]): readonly GroupModule[] {
  return free.length === 0 ? [] : [{ root, groups: free }];
}
