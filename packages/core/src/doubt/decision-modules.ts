import type { ArgumentShape } from './argument.js';
import { type Cone, standingInputs } from './cone.js';
import type { ChosenLegs } from './declared-model.js';
import { walkDates } from './walk-dates.js';

/** A module in which something is to be decided; nothing in it occurs outside of it. */
export interface DecisionModule {
  /** Node of the argument. */
  readonly root: number;
  /** Argument gates whose legs are chosen here, in text order. */
  readonly choices: readonly number[];
  /** Groups (positions in the input) that are tried here. */
  readonly groups: readonly number[];
}

/**
 * The smallest modules that contain each choice of legs and each group, inner ones first. A gate is a module if
 * nothing below it (a leaf, a gate, or a group through any of its members) is reachable from outside.
 */
export function decisionModules(
  argument: ArgumentShape,
  cone: Cone,
  choices: readonly number[],
  groups: readonly (readonly number[])[],
  chosen?: ChosenLegs,
  /** Further sets of leaves that no module may cut in two: those that share an uncertain source. */
  ties: readonly (readonly number[])[] = [],
): readonly DecisionModule[] {
  const leaves = argument.leaves.length;
  if (cone.root < leaves || (choices.length === 0 && groups.length === 0)) return [];
  const walk = walkDates(argument, cone, [...groups, ...ties], (gate, index) => standingInputs(gate, index, chosen));
  const moduleOf = (from: number, until: number): number => {
    let gate = from;
    while (!(walk.isModule[gate] === 1 && (walk.leave[gate] as number) > until)) gate = walk.parent[gate] as number;
    return gate;
  };
  const found = new Map<number, { choices: number[]; groups: number[] }>();
  const at = (gate: number) => {
    const entry = found.get(gate) ?? { choices: [], groups: [] };
    found.set(gate, entry);
    return entry;
  };
  for (const choice of choices) at(moduleOf(choice, 0)).choices.push(choice);
  groups.forEach((members, group) => {
    const first = members.find((member) => cone.hasLeaf[member] === 1);
    if (first === undefined) return;
    const token = walk.token[first] as number;
    at(moduleOf(walk.firstGate[token] as number, walk.last[token] as number)).groups.push(group);
  });
  return [...found]
    .sort(([a], [b]) => (walk.leave[a] as number) - (walk.leave[b] as number))
    .map(([gate, decided]) => ({ root: leaves + gate, ...decided }));
}
