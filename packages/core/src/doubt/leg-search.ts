import type { ArgumentGate, ArgumentShape } from './argument.js';
import type { DecisionModule } from './decision-modules.js';
import type { ChosenLegs, DeclaredModel } from './declared-model.js';
import type { FollowedModel } from './followed-model.js';
import { subsetsToTry } from './group-switch.js';

/** Leg choices times group subsets that are tried one by one within a module. */
const EXHAUSTIVE_LIMIT = 4096;

/** What legs are tried on. */
export interface LegSearch {
  readonly shape: ArgumentShape;
  readonly model: FollowedModel;
  readonly chosen: Map<number, readonly number[]>;
}

interface LegModule extends DecisionModule {
  /** Groups that are tried here. */
  readonly free: readonly number[];
  /** All choices are tried. */
  readonly exhaustive: boolean;
}

export type LegsGate = ArgumentGate & { kind: 'legs' };

/** @param fixed groups that are in force in every maximum */
export function legModule(shape: ArgumentShape, module: DecisionModule, fixed: ReadonlySet<number>): LegModule {
  const free = module.groups.filter((group) => !fixed.has(group));
  const combinations = module.choices.reduce((product, gate) => product * optionCount(gateOf(shape, gate)), 1);
  return { ...module, free, exhaustive: combinations * 2 ** free.length <= EXHAUSTIVE_LIMIT };
}

/**
 * Chooses the legs of a module: by trying all, or from those in `start`, one at a time. Whether they are proved to be the
 * best.
 */
export function decideModule(search: LegSearch, module: LegModule, start: ChosenLegs): boolean {
  const { root, choices, exhaustive } = module;
  if (choices.length > 0 && exhaustive) tryAll(search, module);
  if (choices.length > 0 && !exhaustive) {
    for (const gate of choices) select(search, gate, start.get(gate)!);
    improve(search, module);
  }
  const proved = choices.length === 0 || (exhaustive && meanAt(search, root).exact);
  settleGroups(search, module);
  return proved;
}

function meanAt({ model: { evaluation, model } }: LegSearch, node: number) {
  return evaluation.mean(model.node(node));
}

export function gateOf(shape: ArgumentShape, gate: number): LegsGate {
  return shape.gates[gate] as LegsGate;
}

function selector(declared: DeclaredModel, gate: number, leg: number): number {
  return declared.leafOf({ kind: 'select', gate, leg }) as number;
}

export function select(
  { model: { model, evaluation }, chosen }: LegSearch,
  gate: number,
  legs: readonly number[],
): void {
  const before = chosen.get(gate) ?? [];
  for (const leg of before) if (!legs.includes(leg)) evaluation.set(selector(model, gate, leg), 0);
  for (const leg of legs) if (!before.includes(leg)) evaluation.set(selector(model, gate, leg), 1);
  chosen.set(gate, legs);
}

/** Largest doubt of the module over the subsets of its groups; stops early once it reaches `enough`. */
function worstOverGroups(search: LegSearch, { root, free }: LegModule, enough: number): number {
  if (free.length === 0) return meanAt(search, root).upper;
  let worst = 0;
  for (const subset of subsetsToTry(free)) {
    search.model.switch.apply(free, subset);
    worst = Math.max(worst, meanAt(search, root).upper);
    if (worst >= enough) return worst;
  }
  return worst;
}

function settleGroups(search: LegSearch, { root, free }: LegModule): void {
  if (free.length === 0) return;
  let best: ReadonlySet<number> = new Set();
  let worst = -1;
  for (const subset of subsetsToTry(free)) {
    search.model.switch.apply(free, subset);
    const value = meanAt(search, root).upper;
    if (value > worst) [best, worst] = [subset, value];
  }
  search.model.switch.apply(free, best);
}

function tryAll(search: LegSearch, module: LegModule): void {
  const options = module.choices.map((gate) => combinationsOf(gateOf(search.shape, gate)));
  const at = module.choices.map(() => 0);
  let best: readonly number[] = at;
  let least = Infinity;
  for (;;) {
    module.choices.forEach((gate, i) => {
      select(search, gate, (options[i] as number[][])[at[i] as number] as number[]);
    });
    const value = worstOverGroups(search, module, least);
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
function improve(search: LegSearch, module: LegModule): void {
  let least = worstOverGroups(search, module, Infinity);
  let budget = EXHAUSTIVE_LIMIT;
  for (let improved = true; improved && budget > 0; ) {
    improved = false;
    for (const gate of module.choices) {
      for (const legs of swaps(search.chosen.get(gate) ?? [], gateOf(search.shape, gate).inputs.length)) {
        if (budget-- <= 0) return;
        const before = search.chosen.get(gate) as readonly number[];
        select(search, gate, legs);
        const value = worstOverGroups(search, module, least);
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
