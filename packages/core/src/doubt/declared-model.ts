import type { Columns, Gate, RiskModel } from '@surety/engine';
import type { ArgumentGate, ArgumentShape } from './argument.js';
import { type Column, type GroupModel, groupModel } from './group-model.js';
import type { Group } from './groups.js';

/** What a leaf of the engine's model stands for. */
export type ModelLeaf =
  | { readonly kind: 'leaf'; readonly leaf: number }
  /** B of a group, D and I of a member (`at` is its place in the group model's order). */
  | { readonly kind: 'cause'; readonly group: number }
  | { readonly kind: 'nested' | 'own'; readonly group: number; readonly at: number }
  /** Common cause of the legs of a strategy (argument gate). */
  | { readonly kind: 'leg cause'; readonly gate: number; readonly beta: number }
  /** 1 where the leg is among those that stand for the strategy. */
  | { readonly kind: 'select'; readonly gate: number; readonly leg: number }
  /** Forces a member of a group to hold (0) or to fail (1) as a whole. */
  | { readonly kind: 'keep' | 'force'; readonly leaf: number };

/** Which legs stand for each strategy without full credit: by argument gate, positions among its legs. */
export type ChosenLegs = ReadonlyMap<number, readonly number[]>;

export type LegMode =
  /** Every leg counts in full (the argument as written). */
  | { readonly kind: 'written' }
  /** Leaves that can be switched say which legs stand. */
  | { readonly kind: 'selectable' }
  | { readonly kind: 'chosen'; readonly legs: ChosenLegs };

/** A group that the model expands, with its numbers. */
export interface ModelGroup {
  /** Its members below the claim. */
  readonly group: Group;
  /** The group as the case has it. */
  readonly whole: Group;
  readonly model: GroupModel;
}

/** Puts numbers to groups: one doubt per leaf of the argument, or one per trial. */
export function modelGroups(
  acting: readonly { readonly group: Group; readonly whole: Group }[],
  doubts: readonly Column[],
  means: readonly number[],
): readonly ModelGroup[] {
  return acting.map(({ group, whole }) => {
    const of = <T>(values: readonly T[]) => group.members.map((member) => values[member] as T);
    return { group, whole, model: groupModel(of(doubts), of(means), group.beta) };
  });
}

export interface DeclaredModel {
  readonly model: RiskModel;
  readonly leaves: readonly ModelLeaf[];
  /** Node of the engine's model for a node of the argument. */
  readonly node: (argumentNode: number) => number;
  /** Engine leaf by what it stands for. */
  readonly leafOf: (leaf: ModelLeaf) => number | undefined;
}

/** Strategies whose legs must be chosen: no credit, or partial credit, for diversity. */
export function needsChoice(gate: ArgumentGate): gate is ArgumentGate & { kind: 'legs' } {
  return (
    gate.kind === 'legs' &&
    (gate.dependence.kind === 'undeclared' || (gate.dependence.kind === 'beta' && gate.dependence.beta > 0))
  );
}

/** Beta strictly between 0 and 1: legs that do not stand for the strategy still count. At 1 there is no credit. */
export function hasPartialCredit(gate: ArgumentGate): boolean {
  return gate.kind === 'legs' && gate.dependence.kind === 'beta' && gate.dependence.beta < 1;
}

/** A gate of the engine that an argument needs. */
type ModelGate =
  | { readonly kind: 'or' | 'and'; readonly inputs: readonly number[] }
  | Extract<Gate, { readonly kind: 'atLeast' }>;

/** Written out: a copy with other inputs takes ten times as long, and there can be thousands. */
function withInputs(g: ModelGate, inputs: readonly number[]): ModelGate {
  return g.kind === 'atLeast' ? { kind: 'atLeast', k: g.k, inputs } : { kind: g.kind, inputs };
}

/** Translates the argument, with legs and groups as told, into a model of the engine. Linear in the argument. */
export function declaredModel(argument: ArgumentShape, mode: LegMode, groups: readonly ModelGroup[]): DeclaredModel {
  const leaves: ModelLeaf[] = [];
  const gates: ModelGate[] = [];
  const names = new Map<string, number>();
  /** Engine leaf that a leaf of the argument is by itself, or -1: most are, so they need no names. */
  const own = new Int32Array(argument.leaves.length).fill(-1);
  // While building, engine leaf i is `i` and gate g is `-1 - g`.
  const leaf = (what: Exclude<ModelLeaf, { kind: 'leaf' }>): number => {
    const key = keyOf(what);
    const known = names.get(key);
    if (known !== undefined) return known;
    const index = leaves.push(what) - 1;
    names.set(key, index);
    return index;
  };
  const plainLeaf = (of: number): number => {
    own[of] = leaves.push({ kind: 'leaf', leaf: of }) - 1;
    return own[of];
  };
  const gate = (g: ModelGate): number => -gates.push(g);
  const or = (inputs: readonly number[]) =>
    inputs.length === 1 ? (inputs[0] as number) : gate({ kind: 'or', inputs });
  const and = (inputs: readonly number[]) =>
    inputs.length === 1 ? (inputs[0] as number) : gate({ kind: 'and', inputs });

  const memberNodes = new Map<number, number>();
  groups.forEach(({ group, model }, g) => {
    const cause = leaf({ kind: 'cause', group: g });
    let common: number | undefined;
    for (let at = model.order.length - 1; at >= 0; at--) {
      const member = group.members[model.order[at] as number] as number;
      const nested = leaf({ kind: 'nested', group: g, at });
      common = common === undefined ? nested : and([nested, common]);
      const fails = or([and([cause, common]), leaf({ kind: 'own', group: g, at })]);
      memberNodes.set(
        member,
        or([and([fails, leaf({ kind: 'keep', leaf: member })]), leaf({ kind: 'force', leaf: member })]),
      );
    }
  });

  const count = argument.leaves.length;
  const nodes: number[] = new Array(count + argument.gates.length);
  for (let i = 0; i < count; i++) nodes[i] = memberNodes.get(i) ?? plainLeaf(i);
  argument.gates.forEach((g, index) => {
    nodes[count + index] = translate(g, index);
  });

  function translate(g: ArgumentGate, index: number): number {
    const inputs = g.inputs.map((input) => nodes[input] as number);
    if (g.kind !== 'legs') return g.kind === 'or' ? or(inputs) : and(inputs);
    const allLegs = g.k === 1 ? and(inputs) : gate({ kind: 'atLeast', k: inputs.length - g.k + 1, inputs });
    if (mode.kind === 'written' || !needsChoice(g)) return allLegs;
    const standing =
      mode.kind === 'selectable'
        ? inputs.map((input, leg) => and([leaf({ kind: 'select', gate: index, leg }), input]))
        : (mode.legs.get(index) ?? []).map((leg) => inputs[leg] as number);
    const noCredit = or(standing);
    if (g.dependence.kind !== 'beta' || g.dependence.beta === 1) return noCredit;
    const cause = leaf({ kind: 'leg cause', gate: index, beta: g.dependence.beta });
    return or([and([noCredit, cause]), allLegs]);
  }

  const number = (node: number) => (node >= 0 ? node : leaves.length - 1 - node);
  return {
    model: { leaves: leaves.length, gates: gates.map((g) => withInputs(g, g.inputs.map(number))) },
    leaves,
    node: (argumentNode) => number(nodes[argumentNode] as number),
    leafOf: (what) => {
      if (what.kind !== 'leaf') return names.get(keyOf(what));
      const found = own[what.leaf] ?? -1;
      return found < 0 ? undefined : found;
    },
  };
}

function keyOf(what: Exclude<ModelLeaf, { kind: 'leaf' }>): string {
  switch (what.kind) {
    case 'keep':
    case 'force':
      return `${what.kind} ${what.leaf}`;
    case 'cause':
      return `cause ${what.group}`;
    case 'nested':
    case 'own':
      return `${what.kind} ${what.group} ${what.at}`;
    case 'leg cause':
      return `leg cause ${what.gate}`;
    case 'select':
      return `select ${what.gate} ${what.leg}`;
  }
}

/** Probability of each leaf of the model, given the doubts of the argument's leaves. */
export function leafColumn(
  what: ModelLeaf,
  doubts: readonly Column[],
  groups: readonly ModelGroup[],
  inForce: (group: number) => boolean,
): Column {
  switch (what.kind) {
    case 'leaf':
      return doubts[what.leaf] as Column;
    case 'cause':
      return inForce(what.group) ? (groups[what.group] as ModelGroup).group.beta : 0;
    case 'nested':
      return (groups[what.group] as ModelGroup).model.nested[what.at] as Column;
    case 'own': {
      const { group, model } = groups[what.group] as ModelGroup;
      if (inForce(what.group)) return model.own[what.at] as Column;
      return doubts[group.members[model.order[what.at] as number] as number] as Column;
    }
    case 'leg cause':
      return what.beta;
    case 'select':
    case 'force':
      return 0;
    case 'keep':
      return 1;
  }
}

/** The engine's columns for all leaves of the model. */
export function modelColumns(
  declared: DeclaredModel,
  trials: number,
  doubts: readonly Column[],
  groups: readonly ModelGroup[],
  inForce: (group: number) => boolean,
): Columns {
  const constants = new Float64Array(declared.leaves.length);
  const varying = new Map<number, Float64Array>();
  declared.leaves.forEach((what, i) => {
    const column = leafColumn(what, doubts, groups, inForce);
    if (typeof column === 'number') constants[i] = column;
    else varying.set(i, column);
  });
  return { trials, constants, varying };
}
