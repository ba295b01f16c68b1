import { compile, type Limits } from '@surety/engine';
import type { ArgumentShape } from './argument.js';
import type { ActingGroup } from './cone.js';
import {
  type DeclaredModel,
  declaredModel,
  type LegMode,
  leafColumn,
  type ModelGroup,
  modelColumns,
  modelGroups,
} from './declared-model.js';
import type { Column } from './group-model.js';
import { createGroupSwitch, type GroupSwitch } from './group-switch.js';
import type { Group } from './groups.js';
import type { Solved } from './quantified.js';

/** What a model takes its numbers from. */
export interface FollowedNumbers {
  readonly argument: ArgumentShape;
  /** Per leaf of the argument. */
  readonly doubts: readonly Column[];
  readonly means: readonly number[];
  readonly groups: readonly Group[];
}

/** A model of the engine whose numbers can change while its structure stays. */
export interface FollowedModel extends Solved {
  readonly switch: GroupSwitch;
  groups(): readonly ModelGroup[];
  /**
   * Takes other numbers, of an argument of the same shape. Gives the leaves of the argument whose failures are not the same
   * any more, and the gates whose legs have another common cause; nothing where the structure does not fit these numbers
   * (members of a group stand in another order), and has to be made anew.
   */
  follow(numbers: FollowedNumbers): ReadonlySet<number> | undefined;
}

export interface FollowedPlan {
  readonly mode: LegMode;
  readonly acting: readonly ActingGroup[];
  /** Positions in `acting`. */
  readonly inForce: ReadonlySet<number>;
  /** Nodes of the argument that will be asked about. */
  readonly roots: readonly number[];
  readonly trials: number;
  readonly limits: Limits;
}

export function followedModel(numbers: FollowedNumbers, plan: FollowedPlan): FollowedModel {
  const { acting } = plan;
  let now = numbers;
  let groups = actingModels(numbers, acting);
  const model = declaredModel(numbers.argument, plan.mode, groups);
  const compiled = compile(model.model, [...new Set(plan.roots.map(model.node))], plan.limits);
  const inForce = (group: number) => plan.inForce.has(group);
  const evaluation = compiled.evaluate(modelColumns(model, plan.trials, numbers.doubts, groups, inForce));
  const current = { doubts: () => now.doubts, groups: () => groups };
  const toggles = createGroupSwitch(model, evaluation, current, plan.inForce);
  const parts = partsOf(model, numbers.argument, acting);

  const write = (leaf: number): void => {
    evaluation.set(leaf, leafColumn(model.leaves[leaf]!, now.doubts, groups, toggles.isInForce));
  };

  const follow = (next: FollowedNumbers): ReadonlySet<number> | undefined => {
    const before = now;
    const changed = new Set<number>();
    const touched = new Set<number>();
    for (let leaf = 0; leaf < next.doubts.length; leaf++) {
      if (next.doubts[leaf] === before.doubts[leaf]) continue;
      changed.add(leaf);
      const group = parts.groupOf[leaf]!;
      if (group >= 0) touched.add(group);
    }
    acting.forEach(({ place }, group) => {
      if (next.groups[place]!.beta !== before.groups[place]!.beta) touched.add(group);
    });
    const other = groups.map((one, group) => (touched.has(group) ? actingModels(next, [acting[group]!])[0]! : one));
    const sameOrder = (group: number) =>
      other[group]!.model.order.every((member, at) => member === groups[group]!.model.order[at]);
    if (![...touched].every(sameOrder)) return undefined;
    groups = other;
    now = next;
    for (const leaf of changed) if (parts.leafOf[leaf]! >= 0) write(parts.leafOf[leaf]!);
    for (const group of touched) {
      for (const member of acting[group]!.members) changed.add(member);
      for (const leaf of parts.ofGroup[group]!) write(leaf);
    }
    for (const { leaf, gate } of parts.legCauses) {
      const beta = legBeta(next.argument, gate);
      if (beta === legBeta(before.argument, gate)) continue;
      evaluation.set(leaf, beta);
      changed.add(next.argument.leaves.length + gate);
    }
    return changed;
  };
  return { model, compiled, evaluation, switch: toggles, groups: () => groups, follow };
}

function actingModels({ groups, doubts, means }: FollowedNumbers, acting: readonly ActingGroup[]) {
  const found = acting.map(({ place, members }) => {
    const whole = groups[place]!;
    return { group: { ...whole, members }, whole };
  });
  return modelGroups(found, doubts, means);
}

function legBeta({ gates }: ArgumentShape, gate: number): number {
  const found = gates[gate];
  return found?.kind === 'legs' && found.dependence.kind === 'beta' ? found.dependence.beta : 0;
}

/** Where leaves of the argument are in the model: one by itself, or a member of a group (−1 otherwise). */
function partsOf({ leaves }: DeclaredModel, argument: ArgumentShape, acting: readonly ActingGroup[]) {
  const leafOf = new Int32Array(argument.leaves.length).fill(-1);
  const groupOf = new Int32Array(argument.leaves.length).fill(-1);
  acting.forEach(({ members }, group) => {
    for (const member of members) groupOf[member] = group;
  });
  const ofGroup: number[][] = acting.map(() => []);
  const legCauses: { readonly leaf: number; readonly gate: number }[] = [];
  leaves.forEach((what, leaf) => {
    if (what.kind === 'leaf') leafOf[what.leaf] = leaf;
    else if (what.kind === 'leg cause') legCauses.push({ leaf, gate: what.gate });
    else if (what.kind === 'cause' || what.kind === 'nested' || what.kind === 'own') ofGroup[what.group]!.push(leaf);
  });
  return { leafOf, groupOf, ofGroup, legCauses };
}
