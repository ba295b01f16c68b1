import type { Limits } from '@surety/engine';
import {
  type Case,
  type CaseLookup,
  type Element,
  type ElementId,
  type EvidenceId,
  type IsoDate,
  isQuantified,
  lookup,
  type Measures,
  type QuantityName,
  type StatedDoubt,
} from '../case/index.js';
import { type SampledQuantities, sampleQuantities } from '../quantities/index.js';
import { type Argument, buildArgument } from './argument.js';
import type { LeafId, Note } from './assessment.js';
import { isBeyondLimit } from './beyond-limit.js';
import { coneOf } from './cone.js';
import { type EvidenceStatus, evidenceStatuses } from './evidence-state.js';
import { evidenceUnder } from './evidence-under.js';
import { findGroups } from './groups.js';
import { type LeafDoubt, leafDoubts } from './leaf-doubts.js';
import { withMapped } from './mapped-leaves.js';
import type { QuantifiedArgument, Solved } from './quantified.js';
import { quantify, writtenModel } from './quantify.js';
import { sampledBefore } from './sampled-before.js';
import { DEFAULT_PLAN, needsStreams, type TrialPlan, uniformColumn } from './trials.js';

/** Diagrams of at most this many nodes: an argument that is nearly a tree needs a few for each element. */
const LIMITS: Limits = { nodes: 400_000 };

export interface AssessOptions {
  /** Date of the assessment; what has expired, and which waivers hold, follows from it. */
  readonly asOf: IsoDate;
  /** Seed of the trials (default 1). */
  readonly seed?: number;
  readonly trials?: { readonly randomisations: number; readonly points: number };
  readonly limits?: Limits;
  /** What leaves and quantities are taken to be, whatever the text says of them; the draws of all others stay the same. */
  readonly instead?: Instead;
}

export interface Instead {
  readonly doubts?: ReadonlyMap<LeafId, number>;
  readonly quantities?: ReadonlyMap<QuantityName, number>;
}

/** A case with its argument built and its numbers in place. */
export interface Prepared {
  readonly lookup: CaseLookup;
  readonly asOf: IsoDate;
  readonly plan: TrialPlan;
  readonly measures: Measures;
  readonly statuses: ReadonlyMap<EvidenceId, EvidenceStatus>;
  readonly argument: Argument;
  readonly sampled: SampledQuantities;
  readonly leaves: readonly LeafDoubt[];
  readonly dimensions: number;
  /** Nodes of the argument below some root. */
  readonly reachable: (node: number) => boolean;
  /** Evidence that an element rests on, directly or through quantities. */
  readonly evidenceUnder: (element: Element) => readonly EvidenceId[];
  /** Absent where no doubt is stated anywhere. */
  readonly quantified?: QuantifiedArgument;
  readonly written: Solved;
  /** A leaf under other quantities, and quantities that differ from these in what is named. */
  readonly leafUnder: (sampled: SampledQuantities, leaf: number) => LeafDoubt;
  readonly sampledWith: (
    of: Case,
    values: ReadonlyMap<QuantityName, number>,
    except: ReadonlySet<string>,
  ) => SampledQuantities;
  readonly notes: readonly Note[];
}

/**
 * Builds the argument below the roots and puts its numbers in place; the roots are compiled first, in their order.
 * @param before another case that was prepared with the same options: quantities that are the same are taken from it
 */
export function prepare(
  of: Case,
  measures: Measures,
  options: AssessOptions,
  roots: readonly ElementId[],
  before?: Prepared,
): Prepared {
  const index = lookup(of);
  const plan: TrialPlan = { ...DEFAULT_PLAN, ...options.trials, seed: options.seed ?? 1 };
  const limits = options.limits ?? LIMITS;
  const statuses = evidenceStatuses(index, measures, options.asOf);
  const uniform = (dimension: number) => uniformColumn(plan, dimension);
  const sampling = {
    usable: (id: EvidenceId) => statuses.get(id)?.blockers.length === 0,
    uniform,
    trials: plan.randomisations * plan.points,
  };
  const values = options.instead?.quantities;
  const known = before === undefined ? undefined : sampledBefore(before, of, measures, statuses);
  const sampled = sampleQuantities(of, measures, {
    ...sampling,
    ...(values === undefined ? {} : { values }),
    ...(known === undefined ? {} : { before: known }),
  });
  const behind = (doubt: StatedDoubt) =>
    doubt.opinions.flatMap(({ value }) =>
      value.kind === 'quantity' ? sampled.doubtColumn(value.name).dependsOn.evidence : [],
    );
  const argument = buildArgument(index, roots, {
    transfers: (evidence) => statuses.get(evidence)?.transfer,
    evidenceBehind: behind,
    beyondLimit: (element) => isBeyondLimit(index, element),
  });
  const drawn = leafDoubts(of, { argument, measures, statuses, sampled, uniform });
  const { dimensions, under: leafUnder } = drawn;
  const stated = options.instead?.doubts;
  const leaves =
    stated === undefined ? drawn.leaves : drawn.leaves.map((leaf, at) => insteadOf(argument, leaf, at, stated));
  const rootNodes = roots.flatMap((root) => argument.nodeOf.get(root) ?? []);
  const common = {
    lookup: index,
    asOf: options.asOf,
    plan,
    measures,
    statuses,
    argument,
    sampled,
    leaves,
    dimensions,
    leafUnder,
    sampledWith: (other: Case, instead: ReadonlyMap<QuantityName, number>, except: ReadonlySet<string>) =>
      sampleQuantities(other, measures, { ...sampling, values: instead, before: { sampled, except } }),
    reachable: reachableFrom(argument, rootNodes),
    evidenceUnder: (element: Element) => evidenceUnder(element, behind),
  };
  if (!isQuantified(of)) {
    const unknown = argument.leaves.map(() => 0.5);
    return { ...common, written: writtenModel(argument, rootNodes, unknown, 1, limits), notes: [] };
  }
  const { groups, notes } = findGroups(of, argument, withMapped(of, argument, leaves), measures);
  const quantified = quantify(argument, rootNodes, {
    doubts: leaves.map((leaf) => leaf.column),
    groups,
    sharedSources: sharedSources(leaves),
    randomisations: plan.randomisations,
    limits,
  });
  const streams: Note[] = needsStreams(dimensions)
    ? [
        {
          code: 'sampling-streams',
          text: `${dimensions} uncertain inputs: those past the first 1,024 are drawn from plain random streams`,
        },
      ]
    : [];
  return { ...common, quantified, written: quantified.written, notes: [...notes, ...streams] };
}

function insteadOf(argument: Argument, leaf: LeafDoubt, at: number, stated: ReadonlyMap<LeafId, number>): LeafDoubt {
  const doubt = stated.get(argument.leaves[at]!.id);
  return doubt === undefined ? leaf : { ...leaf, column: doubt };
}

/** Leaves that draw on the same uncertain source. */
function sharedSources(leaves: readonly LeafDoubt[]): readonly (readonly number[])[] {
  const bySource = new Map<string, number[]>();
  leaves.forEach(({ sources }, leaf) => {
    for (const source of sources) bySource.set(source, [...(bySource.get(source) ?? []), leaf]);
  });
  return [...bySource.values()].filter((sharing) => sharing.length > 1);
}

function reachableFrom(argument: Argument, roots: readonly number[]): (node: number) => boolean {
  const cones = roots.map((root) => coneOf(argument, root));
  const leaves = argument.leaves.length;
  return (node) => cones.some(({ hasLeaf, hasGate }) => (node < leaves ? hasLeaf[node] : hasGate[node - leaves]) === 1);
}
