import type { Argument, ArgumentGate } from './argument.js';
import { coneOf } from './cone.js';
import type { Column } from './group-model.js';
import type { QuantifiedArgument } from './quantified.js';
import { quantify } from './quantify.js';

/**
 * The part of an argument through which a claim can fail when some leaves never do, as an argument of its own: a small one
 * where few leaves are left, so that what is asked of it does not cost what the whole does.
 *
 * The doubts of the claim are the same. An "or" loses the inputs that never fail, and an "and" that has one never fails. Of
 * legs of which k must hold, those that never fail stand first whatever is chosen, as the doubt grows with every leg that
 * can: what is left is a choice of k less as many. A member of a group that never fails is the least of its nested causes,
 * and is no part of the others.
 *
 * @param doubts by leaf of the whole argument; a plain 0 never fails
 */
export function failingPart(
  quantified: QuantifiedArgument,
  root: number,
  doubts: readonly Column[],
): { readonly part: QuantifiedArgument; readonly root: number } {
  const { argument, groups, sharedSources, randomisations, limits } = quantified;
  const count = argument.leaves.length;
  const { gates: below, hasLeaf } = coneOf(argument, root);
  const kept = argument.leaves.flatMap((_, leaf) => (hasLeaf[leaf] === 1 && doubts[leaf] !== 0 ? [leaf] : []));
  /** By node of the whole: its node in the part, absent where it never fails. */
  const nodes = new Map(kept.map((leaf, at) => [leaf, at]));
  const gates: ArgumentGate[] = [];
  const add = (gate: ArgumentGate): number => kept.length + gates.push(gate) - 1;
  for (const g of below) {
    const gate = argument.gates[g] as ArgumentGate;
    const left = gate.inputs.flatMap((input, at) => (nodes.has(input) ? [at] : []));
    const inputs = left.map((at) => nodes.get(gate.inputs[at] as number) as number);
    const holding = gate.inputs.length - left.length;
    if (gate.kind === 'legs') {
      const k = gate.k - holding;
      const legs = left.map((at) => gate.legs[at] as string);
      if (k > 0) nodes.set(count + g, add({ ...gate, k, inputs, legs }));
    } else if (inputs.length > 0 && (gate.kind === 'or' || holding === 0)) {
      nodes.set(count + g, add({ kind: gate.kind, inputs }));
    }
  }
  // An "or" of nothing holds.
  const top = nodes.get(root) ?? add({ kind: 'or', inputs: [] });
  const renamed = (leaves: readonly number[]) => leaves.flatMap((leaf) => nodes.get(leaf) ?? []);
  const leaves = kept.map((leaf) => argument.leaves[leaf] as Argument['leaves'][number]);
  const part: Argument = {
    leaves,
    gates,
    nodeOf: new Map(
      [...argument.nodeOf].flatMap(([id, node]) => (nodes.has(node) ? [[id, nodes.get(node) as number]] : [])),
    ),
    leafByName: new Map(leaves.map(({ id }, at) => [id, at])),
  };
  const numbers = {
    doubts: kept.map((leaf) => doubts[leaf] as Column),
    groups: groups.flatMap((group) => {
      const members = renamed(group.members);
      return members.length < 2 ? [] : [{ ...group, members }];
    }),
    sharedSources: sharedSources.map(renamed).filter((shared) => shared.length > 1),
    randomisations,
    limits,
  };
  return { part: quantify(part, [top], numbers), root: top };
}
