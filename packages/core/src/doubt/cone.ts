import type { ElementId } from '../case/index.js';
import type { Argument, ArgumentGate, ArgumentShape } from './argument.js';
import type { LeafId } from './assessment.js';
import { type ChosenLegs, hasPartialCredit, needsChoice } from './declared-model.js';
import type { Group } from './groups.js';

/** The part of the argument below one node. */
export interface Cone {
  readonly root: number;
  /** Gates by number (without the offset of the leaves), children first. */
  readonly gates: readonly number[];
  /** Indexed by leaf, and by gate. */
  readonly hasLeaf: Uint8Array;
  readonly hasGate: Uint8Array;
}

/** Everything that the node depends on; with chosen legs, what stands below legs that were not chosen is left out. */
export function coneOf(argument: ArgumentShape, root: number, chosen?: ChosenLegs): Cone {
  const leaves = argument.leaves.length;
  const hasLeaf = new Uint8Array(leaves);
  const hasGate = new Uint8Array(argument.gates.length);
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node < leaves) {
      hasLeaf[node] = 1;
      continue;
    }
    const g = node - leaves;
    if (hasGate[g] === 1) continue;
    hasGate[g] = 1;
    standingInputs(argument.gates[g] as ArgumentGate, g, chosen).forEach((input) => {
      stack.push(input);
    });
  }
  const gates: number[] = [];
  // Gates stand after their inputs in the argument.
  for (let g = 0; g < hasGate.length; g++) if (hasGate[g] === 1) gates.push(g);
  return { root, gates, hasLeaf, hasGate };
}

/** Inputs that the gate still depends on under the chosen legs: with partial credit all of them do. */
export function standingInputs(gate: ArgumentGate, index: number, chosen?: ChosenLegs): readonly number[] {
  if (chosen === undefined || !needsChoice(gate) || hasPartialCredit(gate)) return gate.inputs;
  return (chosen.get(index) ?? []).map((leg) => gate.inputs[leg] as number);
}

/**
 * How a common cause among these leaves can act on the node, from the shape of the argument alone:
 * `lowers` — it can never raise the doubt (given everything else the node is an "or" of members);
 * `raises` — it can never lower it (an "and" of members); `either` — both must be tried; `none` — fewer than two
 * members are there. Failures are monotone functions of independent causes, hence associated (Esary, Proschan and
 * Walkup 1967): an "and" of them is at least as likely as without the common cause, an "or" at most as likely.
 */
export type GroupAction = 'none' | 'lowers' | 'raises' | 'either';

export function groupAction(
  argument: ArgumentShape,
  cone: Cone,
  members: readonly number[],
  chosen?: ChosenLegs,
): GroupAction {
  const leaves = argument.leaves.length;
  const present = members.filter((member) => cone.hasLeaf[member] === 1);
  if (present.length < 2) return 'none';
  const marked = new Uint8Array(leaves + argument.gates.length);
  for (const member of present) marked[member] = 1;
  let canRaise = false;
  let canLower = false;
  // Not `for … of`, which makes an object for each step until V8 optimises it: there are many groups and many gates.
  for (let at = 0; at < cone.gates.length; at++) {
    const g = cone.gates[at]!;
    const gate = argument.gates[g] as ArgumentGate;
    let touching = 0;
    const inputs = standingInputs(gate, g, chosen);
    for (let i = 0; i < inputs.length; i++) touching += marked[inputs[i]!]!;
    if (touching === 0) continue;
    marked[leaves + g] = 1;
    if (touching === 1) continue;
    const [ands, ors] = kindOf(gate);
    canRaise ||= ands;
    canLower ||= ors;
  }
  if (canRaise && canLower) return 'either';
  return canRaise ? 'raises' : 'lowers';
}

/** Whether failures below several inputs meet as an "and", as an "or", or as both. */
function kindOf(gate: ArgumentGate): readonly [ands: boolean, ors: boolean] {
  if (gate.kind !== 'legs') return gate.kind === 'or' ? [false, true] : [true, false];
  // One leg (or k as "all") stands for the strategy: an "or" of what stands below.
  if (needsChoice(gate) && !hasPartialCredit(gate)) return [false, true];
  return gate.k === 1 ? [true, false] : [true, true];
}

/** A group with its members below a claim, by its place among all groups. */
export interface ActingGroup {
  readonly place: number;
  readonly members: readonly number[];
}

/** Groups that can raise the doubt of the cone's root (the others are out of force in every maximum). */
export function actingGroups(
  argument: ArgumentShape,
  cone: Cone,
  groups: readonly Group[],
): {
  /** Each with its members below the root only: what stands elsewhere has no part in this claim. */
  readonly acting: readonly ActingGroup[];
  /** Positions in `acting` of those that can never lower it, and so are in force in every maximum. */
  readonly fixed: ReadonlySet<number>;
} {
  const acting: ActingGroup[] = [];
  const fixed = new Set<number>();
  groups.forEach((whole, place) => {
    const action = groupAction(argument, cone, whole.members);
    if (action !== 'raises' && action !== 'either') return;
    if (action === 'raises') fixed.add(acting.length);
    acting.push({ place, members: whole.members.filter((member) => cone.hasLeaf[member] === 1) });
  });
  return { acting, fixed };
}

/** Leaves on which an element depends, in any way: through support, context, challenges and their answers, transfers. */
export function leavesBelow(argument: Argument, element: ElementId): ReadonlySet<LeafId> {
  const root = argument.nodeOf.get(element);
  if (root === undefined) return new Set();
  const { hasLeaf } = coneOf(argument, root);
  return new Set(argument.leaves.flatMap(({ id }, leaf) => (hasLeaf[leaf] === 1 ? [id] : [])));
}

/** Nodes of elements that stand below the root, itself included. */
export function nodesBelow(argument: Argument, root: number): readonly number[] {
  const { hasLeaf, hasGate } = coneOf(argument, root);
  const leaves = argument.leaves.length;
  return [...new Set(argument.nodeOf.values())].filter(
    (node) => (node < leaves ? hasLeaf[node] : hasGate[node - leaves]) === 1,
  );
}
