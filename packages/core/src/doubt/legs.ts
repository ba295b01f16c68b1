import type { Interval, Limits } from '@surety/engine';
import type { Argument, ArgumentGate } from './argument.js';
import { actingGroups, type Cone, coneOf } from './cone.js';
import { decisionModules } from './decision-modules.js';
import { type ChosenLegs, needsChoice } from './declared-model.js';
import { type FollowedNumbers, followedModel } from './followed-model.js';
import type { Group } from './groups.js';
import { decideModule, gateOf, type LegSearch, type LegsGate, legModule, select } from './leg-search.js';
import { type OpenPart, openPart } from './open-part.js';
import { usersOf, withAllAbove } from './users.js';

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
  /** Doubt of a node of the argument as written, all leaves at their means. */
  readonly doubtAt: (node: number) => Interval;
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
  limits: Limits,
): (numbers: LegNumbers) => Legs {
  const cone = coneOf(argument, root);
  const place = (gate: number) => gateOf(argument, gate).place;
  const choices = cone.gates
    .filter((gate) => needsChoice(argument.gates[gate] as ArgumentGate))
    .sort((a, b) => place(a) - place(b));
  if (choices.length === 0) return () => ({ chosen: new Map(), provedBest: true });
  let choose: ((numbers: LegNumbers) => Legs) | undefined;
  return (numbers) => {
    // What the engine has no number for does not depend on the numbers.
    choose ??= chooserOf(argument, cone, choices, groups, limits, (node) => numbers.doubtAt(node).exact);
    return choose(numbers);
  };
}

function chooserOf(
  argument: Argument,
  cone: Cone,
  choices: readonly number[],
  groups: readonly Group[],
  limits: Limits,
  isKnown: (node: number) => boolean,
): (numbers: LegNumbers) => Legs {
  // A group that can never raise the doubt is out of force in every maximum; one that cannot lower it is in force.
  const { acting: actingInAll, fixed } = actingGroups(argument, cone, groups);
  const members = actingInAll.flatMap((group) => group.members);
  // Legs are chosen on the part of the argument in which there is something to choose: mostly that is small.
  const part = openPart(argument, cone, members, isKnown);
  const shape = part.of(argument);
  const leaves = argument.leaves.length;
  const inPart = (gate: number) => part.nodeOf[leaves + gate]! - shape.leaves.length;
  const inAll = (gate: number) => part.behind[shape.leaves.length + gate]! - leaves;
  const users = usersOf(shape);
  const open = choices.map(inPart);
  const acting = actingInAll.map(({ place, members: whole }) => ({
    place,
    members: whole.map((member) => part.nodeOf[member]!),
  }));
  const modules = decisionModules(
    shape,
    coneOf(shape, part.root),
    open,
    acting.map((group) => group.members),
  ).map((module) => legModule(shape, module, fixed));
  const allTried = modules.every(({ choices: own, exhaustive }) => own.length === 0 || exhaustive);
  const follow = partNumbers(part, leaves);
  let search: LegSearch | undefined;
  let start: ChosenLegs = new Map();
  const proved = modules.map(() => true);
  let last: Legs | undefined;

  return (numbers) => {
    const of = follow(numbers);
    const changed = search?.model.follow(of);
    const before = start;
    // Where all choices are tried, it does not matter what they start from.
    if (search === undefined || !allTried) {
      const held = legsThatHold(argument, cone, choices, numbers.heldLeaves);
      start = new Map([...held].map(([gate, legs]) => [inPart(gate), legs]));
    }
    const isAnother = (gate: number) => !sameLegs(before.get(gate), start.get(gate));
    if (search === undefined || changed === undefined) {
      // What stands outside of the modules has no part in what is chosen in them.
      const roots = modules.map((module) => module.root);
      const plan = { mode: { kind: 'selectable' }, acting, inForce: fixed, roots, trials: 1, limits } as const;
      search = { shape, model: followedModel(of, plan), chosen: new Map() };
      for (const [gate, legs] of start) select(search, gate, legs);
    }
    const above = changed === undefined ? undefined : withAllAbove(users, changed);
    let decided = false;
    for (const [at, module] of modules.entries()) {
      const { root: top, choices: own, exhaustive } = module;
      const startsAnew = !exhaustive && own.some(isAnother);
      if (above !== undefined && !above.has(top) && !startsAnew) continue;
      decided = true;
      proved[at] = decideModule(search, module, start);
    }
    if (last === undefined || decided) {
      const { chosen } = search;
      last = {
        chosen: new Map(open.map((gate) => [inAll(gate), chosen.get(gate)!])),
        provedBest: proved.every(Boolean),
      };
    }
    return last;
  };
}

/** The numbers of the part, for the numbers of the argument; what did not change is not asked about again. */
function partNumbers({ behind, leafOf, of }: OpenPart, leaves: number): (numbers: LegNumbers) => FollowedNumbers {
  let last: { readonly numbers: LegNumbers; readonly own: FollowedNumbers } | undefined;
  return (numbers) => {
    const { argument, means, doubtAt, groups } = numbers;
    const shape = last?.numbers.argument === argument ? last.own.argument : of(argument);
    const doubt = (node: number) => (node < leaves ? means[node]! : doubtAt(node).upper);
    let doubts: number[];
    if (last === undefined) doubts = Array.from(behind.subarray(0, shape.leaves.length), doubt);
    else {
      doubts = last.own.means.slice();
      const before = last.numbers.means;
      for (let leaf = 0; leaf < leaves; leaf++) {
        const at = leafOf[leaf]!;
        if (at >= 0 && means[leaf] !== before[leaf]) doubts[at] = doubt(behind[at]!);
      }
    }
    last = { numbers, own: { argument: shape, doubts, means: doubts, groups } };
    return last.own;
  };
}

function sameLegs(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every((leg, at) => leg === b[at]);
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
