import { compile, type Evaluation, type Limits } from '@surety/engine';
import type { Argument, ArgumentGate } from './argument.js';
import { actingGroups, type Cone, coneOf } from './cone.js';
import { type DecisionModule, decisionModules } from './decision-modules.js';
import {
  type ChosenLegs,
  type DeclaredModel,
  declaredModel,
  modelColumns,
  modelGroups,
  needsChoice,
} from './declared-model.js';
import { createGroupSwitch, type GroupSwitch, subsetsToTry } from './group-switch.js';
import type { Group } from './groups.js';

/** Leg choices times group subsets that are tried one by one within a module. */
export const EXHAUSTIVE_LIMIT = 4096;

export interface Legs {
  readonly chosen: ChosenLegs;
  /** The legs minimise (the largest doubt over group subsets) on the mean doubts: proved by trying all, module by module. */
  readonly provedBest: boolean;
}

/**
 * Chooses the legs that stand for each strategy without full credit: the minimum over leg choices of (the maximum over
 * group subsets of the doubt), on the mean doubts, per module; ties go to the first in text order. Beyond the limit:
 * starts from the legs of the bound's path set and changes one strategy at a time while the doubt falls.
 * @param heldLeaves leaves of the bound's path set for the root (see `pathSet` of the engine)
 */
export function chooseLegs(
  argument: Argument,
  root: number,
  means: readonly number[],
  groups: readonly Group[],
  heldLeaves: ReadonlySet<number>,
  limits: Limits,
): Legs {
  const cone = coneOf(argument, root);
  const place = (gate: number) => (argument.gates[gate] as LegsGate).place;
  const choices = cone.gates
    .filter((gate) => needsChoice(argument.gates[gate] as ArgumentGate))
    .sort((a, b) => place(a) - place(b));
  if (choices.length === 0) return { chosen: new Map(), provedBest: true };
  const start = legsThatHold(argument, cone, choices, heldLeaves);

  // A group that can never raise the doubt is out of force in every maximum; one that cannot lower it is in force.
  const { acting: found, fixed } = actingGroups(argument, cone, groups);
  const acting = modelGroups(found, means, means);
  const modules = decisionModules(
    argument,
    cone,
    choices,
    acting.map(({ group }) => group.members),
  );

  const declared = declaredModel(argument, { kind: 'selectable' }, acting);
  const columns = modelColumns(declared, 1, means, acting, (group) => fixed.has(group));
  for (const [gate, legs] of start) for (const leg of legs) columns.constants[selector(declared, gate, leg)] = 1;
  const compiled = compile(declared.model, [declared.node(root)], limits);
  const evaluation = compiled.evaluate(columns);
  const search: Search = {
    argument,
    declared,
    evaluation,
    chosen: new Map(start),
    switch: createGroupSwitch(declared, evaluation, means, acting, fixed),
    means,
  };

  let provedBest = true;
  for (const module of modules) {
    const free = module.groups.filter((group) => !fixed.has(group));
    if (module.choices.length === 0) {
      settleGroups(search, module, free);
      continue;
    }
    const combinations = module.choices.reduce((product, gate) => product * optionCount(gateOf(search, gate)), 1);
    const exhaustive = combinations * 2 ** free.length <= EXHAUSTIVE_LIMIT;
    if (exhaustive) tryAll(search, module, free);
    else improve(search, module, free);
    provedBest &&= exhaustive && evaluation.mean(declared.node(module.root)).exact;
    settleGroups(search, module, free);
  }
  return { chosen: search.chosen, provedBest };
}

interface Search {
  readonly argument: Argument;
  readonly declared: DeclaredModel;
  readonly evaluation: Evaluation;
  readonly chosen: Map<number, readonly number[]>;
  readonly switch: GroupSwitch;
  readonly means: readonly number[];
}

type LegsGate = ArgumentGate & { kind: 'legs' };

function gateOf(search: Search, gate: number): LegsGate {
  return search.argument.gates[gate] as LegsGate;
}

function selector(declared: DeclaredModel, gate: number, leg: number): number {
  return declared.leafOf({ kind: 'select', gate, leg }) as number;
}

function select(search: Search, gate: number, legs: readonly number[]): void {
  const before = search.chosen.get(gate) ?? [];
  for (const leg of before) if (!legs.includes(leg)) search.evaluation.set(selector(search.declared, gate, leg), 0);
  for (const leg of legs) if (!before.includes(leg)) search.evaluation.set(selector(search.declared, gate, leg), 1);
  search.chosen.set(gate, legs);
}

/** Largest doubt of the module over the subsets of its groups; stops early once it reaches `enough`. */
function worstOverGroups(search: Search, module: DecisionModule, free: readonly number[], enough: number): number {
  let worst = 0;
  for (const subset of subsetsToTry(free)) {
    search.switch.apply(free, subset);
    worst = Math.max(worst, search.evaluation.mean(search.declared.node(module.root)).upper);
    if (worst >= enough) return worst;
  }
  return worst;
}

function settleGroups(search: Search, module: DecisionModule, free: readonly number[]): void {
  if (free.length === 0) return;
  let best: ReadonlySet<number> = new Set();
  let worst = -1;
  for (const subset of subsetsToTry(free)) {
    search.switch.apply(free, subset);
    const value = search.evaluation.mean(search.declared.node(module.root)).upper;
    if (value > worst) [best, worst] = [subset, value];
  }
  search.switch.apply(free, best);
}

function tryAll(search: Search, module: DecisionModule, free: readonly number[]): void {
  const options = module.choices.map((gate) => combinationsOf(gateOf(search, gate)));
  const at = module.choices.map(() => 0);
  let best: readonly number[] = at;
  let least = Infinity;
  for (;;) {
    module.choices.forEach((gate, i) => {
      select(search, gate, (options[i] as number[][])[at[i] as number] as number[]);
    });
    const value = worstOverGroups(search, module, free, least);
    if (value < least) [best, least] = [[...at], value];
    // The last strategy turns fastest, so that among equals the first legs in text order are met first.
    let turn = at.length - 1;
    while (turn >= 0 && at[turn] === (options[turn] as number[][]).length - 1) at[turn--] = 0;
    if (turn < 0) break;
    at[turn] = (at[turn] as number) + 1;
  }
  module.choices.forEach((gate, i) => {
    select(search, gate, (options[i] as number[][])[best[i] as number] as number[]);
  });
}

/** Changes one leg of one strategy at a time, in text order, while the doubt falls. */
function improve(search: Search, module: DecisionModule, free: readonly number[]): void {
  let least = worstOverGroups(search, module, free, Infinity);
  let budget = EXHAUSTIVE_LIMIT;
  for (let improved = true; improved && budget > 0; ) {
    improved = false;
    for (const gate of module.choices) {
      for (const legs of swaps(search.chosen.get(gate) ?? [], gateOf(search, gate).inputs.length)) {
        if (budget-- <= 0) return;
        const before = search.chosen.get(gate) as readonly number[];
        select(search, gate, legs);
        const value = worstOverGroups(search, module, free, least);
        if (value < least) {
          least = value;
          improved = true;
        } else {
          select(search, gate, before);
        }
      }
    }
  }
}

function swaps(legs: readonly number[], count: number): number[][] {
  const others = Array.from({ length: count }, (_, leg) => leg).filter((leg) => !legs.includes(leg));
  return legs.flatMap((out) =>
    others.map((leg) => [...legs.filter((kept) => kept !== out), leg].sort((a, b) => a - b)),
  );
}

function optionCount({ inputs, k }: LegsGate): number {
  let count = 1;
  for (let i = 0; i < k; i++) count = (count * (inputs.length - i)) / (i + 1);
  return Math.round(count);
}

/** All sets of k legs, in text order. */
function combinationsOf({ inputs, k }: LegsGate): number[][] {
  const out: number[][] = [];
  const pick = (from: number, legs: number[]): void => {
    if (legs.length === k) {
      out.push(legs);
      return;
    }
    for (let leg = from; leg <= inputs.length - (k - legs.length); leg++) pick(leg + 1, [...legs, leg]);
  };
  pick(0, []);
  return out;
}

/** The legs that hold when just these leaves hold: where fewer than needed do, the first in text order fill up. */
function legsThatHold(
  argument: Argument,
  cone: Cone,
  choices: readonly number[],
  held: ReadonlySet<number>,
): Map<number, readonly number[]> {
  const leaves = argument.leaves.length;
  const fails = new Uint8Array(leaves + argument.gates.length);
  for (let leaf = 0; leaf < leaves; leaf++) fails[leaf] = held.has(leaf) ? 0 : 1;
  for (const g of cone.gates) {
    const gate = argument.gates[g] as ArgumentGate;
    let failing = 0;
    for (const input of gate.inputs) failing += fails[input] as number;
    const needed = gate.kind === 'legs' ? gate.inputs.length - gate.k + 1 : gate.kind === 'or' ? 1 : gate.inputs.length;
    fails[leaves + g] = failing >= needed ? 1 : 0;
  }
  return new Map(
    choices.map((g) => {
      const { inputs, k } = argument.gates[g] as LegsGate;
      const order = inputs
        .map((_, leg) => leg)
        .sort((a, b) => (fails[inputs[a] as number] as number) - (fails[inputs[b] as number] as number) || a - b);
      return [g, order.slice(0, k).sort((a, b) => a - b)];
    }),
  );
}
