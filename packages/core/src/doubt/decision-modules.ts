import type { Argument, ArgumentGate } from './argument.js';
import { type Cone, standingInputs } from './cone.js';
import type { ChosenLegs } from './declared-model.js';
import { disjointSets } from './disjoint-sets.js';

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
 * nothing below it (a leaf, a gate, or a group through any of its members) is reachable from outside: found in linear
 * time by the dates of a depth-first walk (Dutuit and Rauzy 1996).
 */
export function decisionModules(
  argument: Argument,
  cone: Cone,
  choices: readonly number[],
  groups: readonly (readonly number[])[],
  chosen?: ChosenLegs,
  /** Further sets of leaves that no module may cut in two: those that share an uncertain source. */
  ties: readonly (readonly number[])[] = [],
): readonly DecisionModule[] {
  const leaves = argument.leaves.length;
  if (cone.root < leaves || (choices.length === 0 && groups.length === 0)) return [];
  const walk = walkDates(argument, cone, [...groups, ...ties], (gate) =>
    standingInputs(argument.gates[gate] as ArgumentGate, gate, chosen),
  );
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

interface Dates {
  /** Per gate. */
  readonly isModule: Uint8Array;
  readonly leave: Int32Array;
  readonly parent: Int32Array;
  /** Leaf → token: what stands for all leaves that it is tied to. */
  readonly token: Int32Array;
  /** Per token: date of its last visit, and the gate that visited it first. */
  readonly last: Int32Array;
  readonly firstGate: Int32Array;
}

function walkDates(
  argument: Argument,
  cone: Cone,
  together: readonly (readonly number[])[],
  inputsOf: (gate: number) => readonly number[],
): Dates {
  const leaves = argument.leaves.length;
  const gates = argument.gates.length;
  const { find, join } = disjointSets(leaves);
  for (const set of together) for (const leaf of set) join(set[0] as number, leaf);
  const token = Int32Array.from({ length: leaves }, (_, leaf) => find(leaf));
  const tokens = leaves;
  const tokenFirst = new Int32Array(tokens);
  const tokenLast = new Int32Array(tokens);
  const firstGate = new Int32Array(tokens).fill(-1);
  const first = new Int32Array(gates);
  const last = new Int32Array(gates);
  const leave = new Int32Array(gates);
  const parent = new Int32Array(gates).fill(-1);
  const finished: number[] = [];
  let date = 0;

  const stack: { gate: number; next: number }[] = [];
  const enter = (gate: number, from: number) => {
    date++;
    last[gate] = date;
    if (first[gate] !== 0) return;
    first[gate] = date;
    parent[gate] = from;
    stack.push({ gate, next: 0 });
  };
  enter(cone.root - leaves, -1);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const input = inputsOf(top.gate)[top.next++];
    if (input === undefined) {
      date++;
      leave[top.gate] = date;
      last[top.gate] = Math.max(last[top.gate] as number, date);
      finished.push(top.gate);
      stack.pop();
    } else if (input < leaves) {
      date++;
      const t = token[input] as number;
      if (tokenFirst[t] === 0) {
        tokenFirst[t] = date;
        firstGate[t] = top.gate;
      }
      tokenLast[t] = date;
    } else {
      enter(input - leaves, top.gate);
    }
  }

  const earliest = new Int32Array(gates);
  const latest = new Int32Array(gates);
  const isModule = new Uint8Array(gates);
  for (const gate of finished) {
    let low = Number.MAX_SAFE_INTEGER;
    let high = 0;
    for (const input of inputsOf(gate)) {
      const child = input - leaves;
      const t = input < leaves ? (token[input] as number) : -1;
      low = Math.min(
        low,
        t >= 0 ? (tokenFirst[t] as number) : Math.min(first[child] as number, earliest[child] as number),
      );
      high = Math.max(
        high,
        t >= 0 ? (tokenLast[t] as number) : Math.max(last[child] as number, latest[child] as number),
      );
    }
    earliest[gate] = Math.min(low, 2 ** 31 - 1);
    latest[gate] = high;
    isModule[gate] = low > (first[gate] as number) && high < (leave[gate] as number) ? 1 : 0;
  }
  return { isModule, leave, parent, token, last: tokenLast, firstGate };
}
