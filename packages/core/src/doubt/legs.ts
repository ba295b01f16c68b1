import type { Limits } from '@surety/engine';
import type { Argument, ArgumentGate } from './argument.js';
import { actingGroups, type Cone, coneOf } from './cone.js';
import { type DecisionModule, decisionModules } from './decision-modules.js';
import { type ChosenLegs, type DeclaredModel, needsChoice } from './declared-model.js';
import { type FollowedModel, followedModel } from './followed-model.js';
import { subsetsToTry } from './group-switch.js';
import type { Group } from './groups.js';
import { type Users, withAllAbove } from './users.js';

/** Leg choices times group subsets that are tried one by one within a module. */
export const EXHAUSTIVE_LIMIT = 4096;

export interface Legs {
  readonly chosen: ChosenLegs;
  /** The legs minimise (the largest doubt over group subsets) on the mean doubts: proved by trying all, module by module. */
  readonly provedBest: boolean;
}

/** What legs are chosen by. */
export interface LegNumbers {
  /** Of the shape that the chooser was made for. */
  readonly argument: Argument;
  readonly means: readonly number[];
  readonly groups: readonly Group[];
  /** Leaves of the bound's path set for the root (see `pathSet` of the engine). */
  readonly heldLeaves: readonly number[];
}

/**
 * Chooses the legs that stand for each strategy without full credit: the minimum over leg choices of (the maximum over
 * group subsets of the doubt), on the mean doubts, per module; ties go to the first in text order. Beyond the limit:
 * starts from the legs of the bound's path set and changes one strategy at a time while the doubt falls.
 *
 * What is chosen depends on the numbers alone, and not on those asked about before: of other numbers only the modules are
 * decided again in which something is another.
 */
export function legChooser(
  argument: Argument,
  root: number,
  groups: readonly Group[],
  users: Users,
  limits: Limits,
): (numbers: LegNumbers) => Legs {
  const cone = coneOf(argument, root);
  const place = (gate: number) => (argument.gates[gate] as LegsGate).place;
  const choices = cone.gates
    .filter((gate) => needsChoice(argument.gates[gate] as ArgumentGate))
    .sort((a, b) => place(a) - place(b));
  if (choices.length === 0) return () => ({ chosen: new Map(), provedBest: true });

  // A group that can never raise the doubt is out of force in every maximum; one that cannot lower it is in force.
  const { acting, fixed } = actingGroups(argument, cone, groups);
  const modules = decisionModules(
    argument,
    cone,
    choices,
    acting.map(({ members }) => members),
  ).map((module): LegModule => {
    const free = module.groups.filter((group) => !fixed.has(group));
    const combinations = module.choices.reduce((product, gate) => product * optionCount(gateOf(argument, gate)), 1);
    return { ...module, free, exhaustive: combinations * 2 ** free.length <= EXHAUSTIVE_LIMIT };
  });
  const allTried = modules.every(({ choices: own, exhaustive }) => own.length === 0 || exhaustive);
  let search: Search | undefined;
  let start: ChosenLegs = new Map();
  const proved = modules.map(() => true);
  let last: Legs | undefined;

  return (numbers) => {
    const of = { ...numbers, doubts: numbers.means };
    const changed = search?.model.follow(of);
    const before = start;
    // Where all choices are tried, it does not matter what they start from.
    if (search === undefined || !allTried) start = legsThatHold(argument, cone, choices, numbers.heldLeaves);
    const isAnother = (gate: number) => !sameLegs(before.get(gate), start.get(gate));
    if (search === undefined || changed === undefined) {
      // What stands outside of the modules has no part in what is chosen in them.
      const roots = modules.map((module) => module.root);
      const plan = { mode: { kind: 'selectable' }, acting, inForce: fixed, roots, trials: 1, limits } as const;
      search = { argument, model: followedModel(of, plan), chosen: new Map() };
      for (const [gate, legs] of start) select(search, gate, legs);
    }
    const above = changed === undefined ? undefined : withAllAbove(users, changed);
    let decided = false;
    for (const [at, module] of modules.entries()) {
      const { root: top, choices: own, free, exhaustive } = module;
      const startsAnew = !exhaustive && own.some(isAnother);
      if (above !== undefined && !above.has(top) && !startsAnew) continue;
      decided = true;
      if (own.length > 0 && exhaustive) tryAll(search, module, free);
      if (own.length > 0 && !exhaustive) {
        for (const gate of own) select(search, gate, start.get(gate)!);
        improve(search, module, free);
      }
      proved[at] = own.length === 0 || (exhaustive && meanAt(search, top).exact);
      settleGroups(search, module, free);
    }
    if (last === undefined || decided)
      last = { chosen: inTextOrder(choices, search.chosen), provedBest: proved.every(Boolean) };
    return last;
  };
}

interface LegModule extends DecisionModule {
  /** Groups that are tried here. */
  readonly free: readonly number[];
  readonly exhaustive: boolean;
}

interface Search {
  readonly argument: Argument;
  readonly model: FollowedModel;
  readonly chosen: Map<number, readonly number[]>;
}

function sameLegs(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((leg, at) => leg === b[at]);
}

function inTextOrder(choices: readonly number[], chosen: ChosenLegs): ChosenLegs {
  return new Map(choices.map((gate) => [gate, chosen.get(gate)!]));
}

function meanAt({ model: { evaluation, model } }: Search, node: number) {
  return evaluation.mean(model.node(node));
}

type LegsGate = ArgumentGate & { kind: 'legs' };

function gateOf(argument: Argument, gate: number): LegsGate {
  return argument.gates[gate] as LegsGate;
}

function selector(declared: DeclaredModel, gate: number, leg: number): number {
  return declared.leafOf({ kind: 'select', gate, leg }) as number;
}

function select({ model: { model, evaluation }, chosen }: Search, gate: number, legs: readonly number[]): void {
  const before = chosen.get(gate) ?? [];
  for (const leg of before) if (!legs.includes(leg)) evaluation.set(selector(model, gate, leg), 0);
  for (const leg of legs) if (!before.includes(leg)) evaluation.set(selector(model, gate, leg), 1);
  chosen.set(gate, legs);
}

/** Largest doubt of the module over the subsets of its groups; stops early once it reaches `enough`. */
function worstOverGroups(search: Search, module: DecisionModule, free: readonly number[], enough: number): number {
  let worst = 0;
  for (const subset of subsetsToTry(free)) {
    search.model.switch.apply(free, subset);
    worst = Math.max(worst, meanAt(search, module.root).upper);
    if (worst >= enough) return worst;
  }
  return worst;
}

function settleGroups(search: Search, module: DecisionModule, free: readonly number[]): void {
  if (free.length === 0) return;
  let best: ReadonlySet<number> = new Set();
  let worst = -1;
  for (const subset of subsetsToTry(free)) {
    search.model.switch.apply(free, subset);
    const value = meanAt(search, module.root).upper;
    if (value > worst) [best, worst] = [subset, value];
  }
  search.model.switch.apply(free, best);
}

function tryAll(search: Search, module: DecisionModule, free: readonly number[]): void {
  const options = module.choices.map((gate) => combinationsOf(gateOf(search.argument, gate)));
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
      for (const legs of swaps(search.chosen.get(gate) ?? [], gateOf(search.argument, gate).inputs.length)) {
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
  held: readonly number[],
): Map<number, readonly number[]> {
  const leaves = argument.leaves.length;
  const fails = new Uint8Array(leaves + argument.gates.length);
  fails.fill(1, 0, leaves);
  for (const leaf of held) fails[leaf] = 0;
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
