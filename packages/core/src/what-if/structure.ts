import type { Case, Element, LegDependence, Measures, Outcome } from '../case/index.js';
import {
  type Argument,
  type AssessOptions,
  type Column,
  type FollowedCase,
  followCase,
  type Group,
  isBeyondLimit,
  type Prepared,
  prepareCase,
} from '../doubt/index.js';
import { builtInQuantitiesOf } from '../quantities/index.js';
import type { ChangedCase } from './changed-case.js';
import type { CaseChange } from './types.js';

/** A case prepared and compiled: what may be another without that being done again are its numbers. */
export interface Structure {
  readonly case: Case;
  readonly prepared: Prepared;
  readonly outcomes: readonly Outcome[];
  readonly judge: FollowedCase;
  /** Doubts of the leaves as it was prepared. */
  readonly doubts: readonly Column[];
  /** Elements that hold up to some value of an axis. */
  readonly limited: readonly Element[];
  /** Columns of the leaves under other quantities, by what these are. */
  readonly drawn: Map<string, ReadonlyMap<number, Column>>;
}

/** Sets of quantities whose draws are kept: a column is 16,384 numbers. */
const MOST_DRAWN = 4;

export function structureOf(of: Case, measures: Measures, options: AssessOptions): Structure {
  const { prepared, argued } = prepareCase(of, measures, options);
  const doubts = prepared.leaves.map(({ column }) => column);
  const limited = of.elements.filter(({ holdsUntil }) => holdsUntil.length > 0);
  return {
    case: of,
    prepared,
    outcomes: argued,
    judge: followCase(prepared, argued),
    doubts,
    limited,
    drawn: new Map(),
  };
}

/**
 * Names the structure of a changed case: which limits are passed, which legs depend on each other in another manner, and how
 * strong groups are that were joined with others. Equal names, equal structures.
 */
export function structureKey({ prepared, limited }: Structure, changed: Case, changes: readonly CaseChange[]): string {
  const lookup = { ...prepared.lookup, case: changed };
  const passed = limited.filter((element) => isBeyondLimit(lookup, element));
  const legs = new Map<string, string>();
  const joined = new Map<string, number>();
  for (const change of changes) {
    if (change.kind === 'legs') {
      const stated = prepared.lookup.element(change.element)?.legs;
      const manner = mannerOf(change.dependence);
      if (stated !== undefined && manner === mannerOf(stated)) legs.delete(change.element);
      else legs.set(change.element, manner);
    }
    if (change.kind === 'group' && placeOf(prepared, change.name) < 0) joined.set(change.name, change.beta);
  }
  return JSON.stringify([passed.map(({ id }) => id), [...legs].sort(), [...joined].sort()]);
}

/** Betas strictly between 0 and 1 differ in a number only. */
function mannerOf(dependence: LegDependence): string {
  if (dependence.kind !== 'beta') return dependence.kind;
  return dependence.beta > 0 && dependence.beta < 1 ? 'beta' : `beta ${dependence.beta}`;
}

/** Doubts of all leaves in the changed case. */
export function doubtsIn(structure: Structure, { case: of, instead }: ChangedCase): readonly Column[] {
  const { prepared } = structure;
  const doubts = structure.doubts.slice();
  for (const [leaf, column] of drawnLeaves(structure, of, instead.quantities)) doubts[leaf] = column;
  for (const [id, doubt] of instead.doubts) {
    const leaf = prepared.argument.leafByName.get(id);
    if (leaf !== undefined) doubts[leaf] = doubt;
  }
  return doubts;
}

/** Leaves that rest on quantities that are others. */
function drawnLeaves(
  { case: made, prepared, drawn }: Structure,
  of: Case,
  quantities: ReadonlyMap<string, number>,
): ReadonlyMap<number, Column> {
  const before = builtInQuantitiesOf(made);
  const now = builtInQuantitiesOf(of);
  const moved = [...now].flatMap(([name, { value }]) =>
    before.get(name)?.value === value ? [] : [[name, value] as const],
  );
  const others = new Map([...moved, ...quantities]);
  if (others.size === 0) return new Map();
  const key = JSON.stringify([...others].sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const sampled = prepared.sampledWith(of, quantities, new Set(others.keys()));
  const found = new Map<number, Column>();
  prepared.argument.leaves.forEach(({ source }, leaf) => {
    if (source.kind !== 'stated') return;
    const rests = source.doubt.opinions.some(
      ({ value }) => value.kind === 'quantity' && [...sampled.madeOf(value.name)].some((name) => others.has(name)),
    );
    if (rests) found.set(leaf, prepared.leafUnder(sampled, leaf).column);
  });
  drawn.set(key, found);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value!);
  return found;
}

export function groupsIn({ quantified }: Prepared, changes: readonly CaseChange[]): readonly Group[] {
  const groups = [...(quantified?.groups ?? [])];
  for (const change of changes) {
    if (change.kind !== 'group') continue;
    const at = groups.findIndex(({ name, automatic }) => !automatic && name === change.name);
    const group = groups[at];
    if (group !== undefined && group.beta !== change.beta) groups[at] = { ...group, beta: change.beta };
  }
  return groups;
}

function placeOf({ quantified }: Prepared, group: string): number {
  return quantified?.groups.findIndex(({ name, automatic }) => !automatic && name === group) ?? -1;
}

/** The argument with the legs that are changed: of the same shape, since the structure has that of each of them. */
export function argumentIn({ argument }: Prepared, changes: readonly CaseChange[]): Argument {
  const dependences = new Map(
    changes.flatMap((one) => (one.kind === 'legs' ? [[one.element, one.dependence] as const] : [])),
  );
  if (dependences.size === 0) return argument;
  const gates = argument.gates.map((gate) => {
    const dependence = gate.kind === 'legs' ? dependences.get(gate.element.id) : undefined;
    return gate.kind === 'legs' && dependence !== undefined ? { ...gate, dependence } : gate;
  });
  return { ...argument, gates };
}
