import type { ArgumentGate, ArgumentShape } from './argument.js';
import type { Cone } from './cone.js';
import { disjointSets } from './disjoint-sets.js';

/** When a depth-first walk came by each gate and each leaf. */
interface Dates {
  /** Per gate: 1 if nothing below it is reachable from elsewhere. */
  readonly isModule: Uint8Array;
  readonly leave: Int32Array;
  readonly parent: Int32Array;
  /** Leaf → token: what stands for all leaves that it is tied to. */
  readonly token: Int32Array;
  /** Per token: date of its last visit, and the gate that visited it first. */
  readonly last: Int32Array;
  readonly firstGate: Int32Array;
}

/**
 * Modules in linear time, by the dates of a depth-first walk (Dutuit and Rauzy 1996).
 * @param together leaves that count as one: what contains one of them contains them all, or is no module
 */
export function walkDates(
  { leaves: { length: leaves }, gates: { length: gates }, gates: all }: ArgumentShape,
  cone: Cone,
  together: readonly (readonly number[])[],
  inputsOf: (gate: ArgumentGate, index: number) => readonly number[],
): Dates {
  const token = tokensOf(leaves, together);
  const tokenFirst = new Int32Array(leaves);
  const tokenLast = new Int32Array(leaves);
  const firstGate = new Int32Array(leaves).fill(-1);
  const first = new Int32Array(gates);
  const last = new Int32Array(gates);
  const leave = new Int32Array(gates);
  const parent = new Int32Array(gates).fill(-1);
  const inputs: (readonly number[] | undefined)[] = new Array(gates);
  const next = new Int32Array(gates);
  const finished = new Int32Array(cone.gates.length);
  let done = 0;
  let date = 0;

  const enter = (gate: number, from: number): boolean => {
    date++;
    last[gate] = date;
    if (first[gate] !== 0) return false;
    first[gate] = date;
    parent[gate] = from;
    inputs[gate] = inputsOf(all[gate]!, gate);
    return true;
  };
  let gate = cone.root - leaves;
  enter(gate, -1);
  // The way back up is that of the parents.
  while (gate >= 0) {
    const own = inputs[gate]!;
    if (next[gate] === own.length) {
      date++;
      leave[gate] = date;
      last[gate] = date;
      finished[done++] = gate;
      gate = parent[gate]!;
      continue;
    }
    const input = own[next[gate]!++]!;
    if (input >= leaves) {
      if (enter(input - leaves, gate)) gate = input - leaves;
      continue;
    }
    date++;
    const t = token[input]!;
    if (tokenFirst[t] === 0) {
      tokenFirst[t] = date;
      firstGate[t] = gate;
    }
    tokenLast[t] = date;
  }

  const earliest = new Int32Array(gates);
  const latest = new Int32Array(gates);
  const isModule = new Uint8Array(gates);
  for (let at = 0; at < done; at++) {
    const g = finished[at]!;
    const own = inputs[g]!;
    let low = 2 ** 31 - 1;
    let high = 0;
    for (let i = 0; i < own.length; i++) {
      const child = own[i]! - leaves;
      const t = child < 0 ? token[own[i]!]! : -1;
      low = Math.min(low, t >= 0 ? tokenFirst[t]! : Math.min(first[child]!, earliest[child]!));
      high = Math.max(high, t >= 0 ? tokenLast[t]! : Math.max(last[child]!, latest[child]!));
    }
    earliest[g] = low;
    latest[g] = high;
    isModule[g] = low > first[g]! && high < leave[g]! ? 1 : 0;
  }
  return { isModule, leave, parent, token, last: tokenLast, firstGate };
}

function tokensOf(leaves: number, together: readonly (readonly number[])[]): Int32Array {
  if (together.length === 0) return Int32Array.from({ length: leaves }, (_, leaf) => leaf);
  const { find, join } = disjointSets(leaves);
  for (const set of together) for (const leaf of set) join(set[0]!, leaf);
  return Int32Array.from({ length: leaves }, (_, leaf) => find(leaf));
}
