import { compile } from '@surety/engine';
import type { Argument, ArgumentGate } from './argument.js';
import { actingGroups, type Cone, coneOf, groupAction } from './cone.js';
import { type DecisionModule, decisionModules } from './decision-modules.js';
import { type ChosenLegs, declaredModel, type ModelGroup, modelColumns, modelGroups } from './declared-model.js';
import type { Column } from './group-model.js';
import { createGroupSwitch, SUBSET_GROUPS, SUBSET_GROUPS_OF_TRIALS, subsetsToTry } from './group-switch.js';
import type { DeclaredSolution, QuantifiedArgument, Solved } from './quantified.js';
import { largest, statisticsOf, type TrialStatistics } from './statistics-of-trials.js';

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
 */
export function declaredUnder(
  quantified: QuantifiedArgument,
  root: number,
  chosen: ChosenLegs,
  below: readonly number[],
): DeclaredNumbers {
  const { argument, randomisations, doubts, trials } = quantified;
  const found = actingGroups(argument, coneOf(argument, root), quantified.groups);
  const acting = modelGroups(found.acting, doubts, quantified.means);
  const solved = solve(quantified, root, chosen, acting);
  const { model, evaluation } = solved;
  const cone = coneOf(argument, root, chosen);
  const toggles = createGroupSwitch(model, evaluation, doubts, acting, new Set(acting.keys()));
  const means = new Map<number, NodeMean>();
  const keepLargest = (nodes: readonly number[]) => {
    for (const node of nodes) {
      const mean = evaluation.mean(model.node(node));
      if (mean.upper > (means.get(node)?.upper ?? -1)) means.set(node, mean);
    }
  };
  // All groups in force first: what stands in legs that were not chosen may be raised by what cannot raise the root.
  keepLargest(below);
  const free = acting.flatMap(({ group }, i) => {
    const action = groupAction(argument, cone, group.members, chosen);
    if (action === 'lowers' || action === 'none') toggles.apply([i], new Set());
    return action === 'either' ? [i] : [];
  });
  keepLargest(below);
  const most = trials === 1 ? SUBSET_GROUPS : SUBSET_GROUPS_OF_TRIALS;
  // Over trials all subsets are tried together where they are few, for the percentiles; else module by module.
  const together = trials > 1 && free.length <= most;
  const modules = together ? wholeClaim(root, free) : modulesOf(quantified, cone, chosen, acting, free);
  let statistics: TrialStatistics | undefined;
  for (const module of modules) {
    const touched = nodesAbove(
      argument,
      below,
      module.groups.flatMap((g) => (acting[g] as ModelGroup).group.members),
    );
    let best: ReadonlySet<number> = new Set();
    let worst = -1;
    for (const subset of subsetsToTry(module.groups, most)) {
      toggles.apply(module.groups, subset);
      const { upper, exact } = evaluation.mean(model.node(module.root));
      // Among upper ends that tie, nothing says that a group does not hurt: it stays in force.
      if (upper > worst || (!exact && upper === worst && subset.size > best.size)) [best, worst] = [subset, upper];
      if (together) {
        const tried = statisticsOf(evaluation.values(model.node(root)).upper, randomisations);
        statistics = statistics === undefined ? tried : largest(statistics, tried);
      }
      keepLargest(touched);
    }
    toggles.apply(module.groups, best);
  }
  const values = evaluation.values(model.node(root));
  const final = statisticsOf(values.upper, randomisations);
  keepLargest([root]);
  const inForce = new Set([...acting.keys()].filter(toggles.isInForce));
  return {
    statistics: statistics === undefined ? final : largest(statistics, final),
    ...(values.exact ? {} : { lower: evaluation.mean(model.node(root)).lower }),
    column: values.upper,
    exhaustive: modules.every((module) => module.groups.length <= most),
    percentilesToo: trials === 1 || together,
    means,
    solution: { ...solved, groups: acting, inForce, chosen },
  };
}

function solve(
  quantified: QuantifiedArgument,
  root: number,
  chosen: ChosenLegs,
  acting: readonly ModelGroup[],
): Solved {
  const { argument, written, trials, doubts, limits } = quantified;
  if (chosen.size === 0 && acting.length === 0) return written;
  const model = declaredModel(argument, { kind: 'chosen', legs: chosen }, acting);
  // Legs that were not chosen are asked about too.
  const rest = [...chosen].flatMap(([gate, legs]) =>
    (argument.gates[gate] as ArgumentGate).inputs.filter((_, leg) => !legs.includes(leg)),
  );
  const compiled = compile(model.model, [...new Set([root, ...rest].map(model.node))], limits);
  return { model, compiled, evaluation: compiled.evaluate(modelColumns(model, trials, doubts, acting, () => true)) };
}

type GroupModule = Pick<DecisionModule, 'root' | 'groups'>;

function modulesOf(
  { argument, sharedSources, trials }: QuantifiedArgument,
  cone: Cone,
  chosen: ChosenLegs,
  acting: readonly ModelGroup[],
  free: readonly number[],
): readonly GroupModule[] {
  const members = acting.map(({ group }) => group.members);
  const ties = trials === 1 ? [] : sharedSources;
  return decisionModules(argument, cone, [], members, chosen, ties).map(({ root, groups }) => ({
    root,
    groups: groups.filter((group) => free.includes(group)),
  }));
}

function wholeClaim(root: number, free: readonly number[]): readonly GroupModule[] {
  return free.length === 0 ? [] : [{ root, groups: free }];
}

/** Those of the nodes that have one of these leaves below them. */
function nodesAbove(argument: Argument, nodes: readonly number[], members: readonly number[]): readonly number[] {
  if (members.length === 0) return [];
  const leaves = argument.leaves.length;
  const marked = new Uint8Array(leaves + argument.gates.length);
  for (const member of members) marked[member] = 1;
  argument.gates.forEach((gate, g) => {
    if (gate.inputs.some((input) => marked[input] === 1)) marked[leaves + g] = 1;
  });
  return nodes.filter((node) => marked[node] === 1);
}
