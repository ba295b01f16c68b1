import type { ArgumentGate, ArgumentShape } from './argument.js';
import type { Cone } from './cone.js';
import { needsChoice } from './declared-model.js';
import { walkDates } from './walk-dates.js';

/**
 * The part of an argument below a node in which something is still open (which legs stand, which groups act). A module in
 * which nothing is open has one doubt whatever is decided elsewhere: it is a leaf of the part.
 */
export interface OpenPart {
  readonly root: number;
  /** Node of the argument by node of the part, its leaves first. */
  readonly behind: Int32Array;
  /** Node of the part by node of the argument; -1 for what is inside of a leaf, or not below the root. */
  readonly nodeOf: Int32Array;
  /** Leaf of the part by leaf of the argument, which is it or is inside of it; -1 for what is not below the root. */
  readonly leafOf: Int32Array;
  /** The part of an argument of the same shape. */
  readonly of: (argument: ArgumentShape) => ArgumentShape;
}

/**
 * @param open leaves on which something open acts
 * @param isKnown whether the doubt of a node of the argument as written is a number; what is an interval stays as it is
 */
export function openPart(
  argument: ArgumentShape,
  cone: Cone,
  open: Iterable<number>,
  isKnown: (node: number) => boolean,
): OpenPart {
  const leaves = argument.leaves.length;
  const count = leaves + argument.gates.length;
  const { isModule } = walkDates(argument, cone, [], (gate) => gate.inputs);
  const isOpen = openNodes(argument, cone, open);
  const isLeaf = (node: number) => {
    if (node < leaves) return true;
    return isOpen[node] === 0 && isModule[node - leaves] === 1 && isKnown(node);
  };

  const stands = new Uint8Array(count);
  /** The node that becomes a leaf, by what is inside of it. */
  const inside = new Int32Array(count).fill(-1);
  const closed: number[] = [];
  const gates: number[] = [];
  stands[cone.root] = 1;
  // Gates stand after their inputs.
  for (let node = count - 1; node >= leaves; node--) {
    if (stands[node] === 1) {
      const becomesLeaf = isLeaf(node);
      (becomesLeaf ? closed : gates).push(node);
      if (becomesLeaf) inside[node] = node;
    }
    const { inputs } = argument.gates[node - leaves]!;
    if (inside[node]! >= 0) for (let i = 0; i < inputs.length; i++) inside[inputs[i]!] = inside[node]!;
    else if (stands[node] === 1) for (let i = 0; i < inputs.length; i++) stands[inputs[i]!] = 1;
  }
  for (let leaf = leaves - 1; leaf >= 0; leaf--) {
    if (stands[leaf] === 0) continue;
    closed.push(leaf);
    inside[leaf] = leaf;
  }

  const behind = Int32Array.from([...closed.reverse(), ...gates.reverse()]);
  const nodeOf = new Int32Array(count).fill(-1);
  behind.forEach((node, at) => {
    nodeOf[node] = at;
  });
  const of = ({ gates: all }: ArgumentShape): ArgumentShape => ({
    leaves: { length: closed.length },
    gates: gates.map((node) => gateOfPart(all[node - leaves]!, nodeOf)),
  });
  const leafOf = inside.subarray(0, leaves).map((node) => (node < 0 ? -1 : nodeOf[node]!));
  return { root: nodeOf[cone.root]!, behind, nodeOf, leafOf, of };
}

/** Per node: 1 if something is open in it or below. */
function openNodes(argument: ArgumentShape, cone: Cone, open: Iterable<number>): Uint8Array {
  const leaves = argument.leaves.length;
  const isOpen = new Uint8Array(leaves + argument.gates.length);
  for (const leaf of open) isOpen[leaf] = 1;
  cone.gates.forEach((g) => {
    const gate = argument.gates[g]!;
    let found = needsChoice(gate) ? 1 : 0;
    for (let i = 0; i < gate.inputs.length; i++) found |= isOpen[gate.inputs[i]!]!;
    isOpen[leaves + g] = found;
  });
  return isOpen;
}

function gateOfPart(gate: ArgumentGate, nodeOf: Int32Array): ArgumentGate {
  const inputs = gate.inputs.map((input) => nodeOf[input]!);
  return gate.kind === 'legs' ? { ...gate, inputs } : { kind: gate.kind, inputs };
}
