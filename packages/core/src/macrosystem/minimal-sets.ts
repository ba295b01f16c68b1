import { compile, type Gate, type Limits, type RiskModel } from '@surety/engine';
import type { Argument } from '../doubt/index.js';

/** How many sets are looked at unless told, likeliest first by the product of what their parts are worth. */
export const MOST_SETS = 64;
/** How many cut sets over leaves are looked at for the larger sets. */
const MOST_CUT_SETS = 2000;

/** The outcome's argument as written, over parts in place of leaves. */
export interface PartSets {
  /** Each ascending, over part numbers. */
  readonly sets: readonly (readonly number[])[];
  readonly count?: string;
  readonly complete: boolean;
}

/**
 * The minimal sets of parts that bring the claim down if all of them go wrong, every leg counted as written (`any`: all
 * legs fail). A part goes wrong as a whole: all its leaves fail.
 *
 * @param partsOf part numbers by leaf; a leaf without any holds
 * @param weights an upper bound per part of the probability that it goes wrong, to rank by
 * @param most how many are listed
 */
export function minimalSets(
  argument: Argument,
  root: number,
  partsOf: (leaf: number) => readonly number[],
  weights: Float64Array,
  most: number,
  limits: Limits,
): PartSets {
  const { model, node } = overVariables(argument, partsOf, weights.length);
  const compiled = compile(model, [node(root)], limits, { rootsOnly: true });
  const list = compiled.cutSets(node(root), { weights, top: most });
  const counts = compiled.cutSetCounts(node(root));
  const count = counts?.reduce((sum, one) => sum + one, 0n).toString();
  return {
    sets: list.sets.map(({ leaves }) => leaves),
    ...(count === undefined ? {} : { count }),
    complete: list.exact && count === String(list.sets.length),
  };
}

/** The leaves through which the claim can fail when only these can: those of the minimal cut sets among them. */
export function bearingLeaves(
  argument: Argument,
  root: number,
  free: (leaf: number) => boolean,
  limits: Limits,
): readonly number[] {
  const { model, node } = overLeaves(argument, free);
  return compile(model, [node(root)], limits, { rootsOnly: true }).support(node(root)).leaves;
}

/**
 * The likeliest minimal cut sets over leaves of which some can fail. `complete`: these are all.
 *
 * @param weights mean doubt by leaf, to rank by
 */
export function leafCutSets(
  argument: Argument,
  root: number,
  free: (leaf: number) => boolean,
  weights: Float64Array,
  limits: Limits,
): { readonly sets: readonly (readonly number[])[]; readonly complete: boolean } {
  const { model, node } = overLeaves(argument, free);
  const list = compile(model, [node(root)], limits, { rootsOnly: true }).cutSets(node(root), {
    weights,
    top: MOST_CUT_SETS,
  });
  return { sets: list.sets.map(({ leaves }) => leaves), complete: list.exact && list.sets.length < MOST_CUT_SETS };
}

function overLeaves(argument: Argument, free: (leaf: number) => boolean): ReturnType<typeof overVariables> {
  return overVariables(argument, (leaf) => (free(leaf) ? [leaf] : []), argument.leaves.length);
}

function gateOf(k: number, inputs: readonly number[]): Gate {
  if (k === 1) return { kind: 'or', inputs };
  return k === inputs.length ? { kind: 'and', inputs } : { kind: 'atLeast', k, inputs };
}

/**
 * The argument with every leaf replaced by an "or" of variables: of none where the leaf holds. What cannot fail then is
 * left out, so that the model of a few leaves is small whatever stands beside them.
 */
function overVariables(
  argument: Argument,
  variablesOf: (leaf: number) => readonly number[],
  variables: number,
): { readonly model: RiskModel; readonly node: (argumentNode: number) => number } {
  const gates: Gate[] = [];
  /** Undefined for what holds. */
  const nodes: (number | undefined)[] = [];
  const add = (gate: Gate) => variables + gates.push(gate) - 1;
  for (let leaf = 0; leaf < argument.leaves.length; leaf++) {
    const inputs = variablesOf(leaf);
    nodes.push(inputs.length < 2 ? inputs[0] : add({ kind: 'or', inputs }));
  }
  for (const gate of argument.gates) {
    const inputs = gate.inputs.flatMap((input) => nodes[input] ?? []);
    const all = gate.inputs.length;
    const k = gate.kind === 'legs' ? all - gate.k + 1 : gate.kind === 'or' ? 1 : all;
    nodes.push(inputs.length < k ? undefined : add(gateOf(k, inputs)));
  }
  const holds = add({ kind: 'or', inputs: [] });
  return { model: { leaves: variables, gates }, node: (argumentNode) => nodes[argumentNode] ?? holds };
}
