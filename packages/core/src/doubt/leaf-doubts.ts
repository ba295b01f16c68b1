import {
  type AppliedPolicy,
  type Case,
  type Counts,
  type EvidenceId,
  type FlawPolicy,
  flawKinds,
  type Measures,
  type Opinion,
  type QuantityName,
  type StatedDoubt,
  statedDoubts,
} from '../case/index.js';
import { drawStatedDoubt, type SampledQuantities, uniformsOf } from '../quantities/index.js';
import { worstRequirementDoubt } from '../statistics/index.js';
import type { Argument, Leaf } from './argument.js';
import type { LeafSource } from './assessment.js';
import type { EvidenceStatus } from './evidence-state.js';
import type { Column } from './group-model.js';

/** The doubt of one leaf, and where it comes from. */
export interface LeafDoubt {
  readonly column: Column;
  readonly source: LeafSource;
  /** Evidence that it rests on, directly or through quantities. */
  readonly evidence: readonly EvidenceId[];
  /** Quantities that it rests on: the one named, then the random ones behind it. */
  readonly quantities: readonly QuantityName[];
  /** Uncertain sources that another leaf may share. */
  readonly sources: readonly string[];
  readonly opinions: readonly Opinion[];
  readonly jeffreys?: number;
  readonly policy?: string;
  /** What the requirement was held against. */
  readonly counts?: Counts;
  /** By evidence, the counts that hurt most, and so are the ones that count. */
  readonly counted: ReadonlyMap<EvidenceId, Counts>;
  readonly spread?: { readonly lowest: number; readonly highest: number };
  /** Why its quantity has no value: it counts as 1 then. */
  readonly problem?: string;
  /** Share of the trials whose stated doubt lay outside [0, 1]. */
  readonly clipped?: number;
  readonly notes: readonly string[];
}

export interface LeafDoubtInput {
  readonly argument: Argument;
  readonly measures: Measures;
  readonly statuses: ReadonlyMap<EvidenceId, EvidenceStatus>;
  readonly sampled: SampledQuantities;
  readonly uniform: (dimension: number) => Float64Array;
}

/**
 * The doubt of every leaf (`semantics.md` section 2). Distributions about doubts take the dimensions after those of the
 * quantities, in text order over the whole case, so that an element has the same draws whatever claim is asked about.
 * A leaf whose evidence may not be relied on, or whose quantity has no value, has doubt 1.
 */
export function leafDoubts(
  of: Case,
  input: LeafDoubtInput,
): {
  readonly leaves: readonly LeafDoubt[];
  readonly dimensions: number;
  /** One of them under other quantities, with the same draws of its own. */
  readonly under: (sampled: SampledQuantities, leaf: number) => LeafDoubt;
} {
  const { starts, dimensions } = allot(of, input.sampled.dimensions);
  const leaves = input.argument.leaves.map((leaf) => doubtOfLeaf(input, leaf, starts));
  const under = (sampled: SampledQuantities, leaf: number) =>
    doubtOfLeaf({ ...input, sampled }, input.argument.leaves[leaf]!, starts);
  return { leaves, dimensions, under };
}

function doubtOfLeaf(input: LeafDoubtInput, leaf: Leaf, starts: ReadonlyMap<StatedDoubt, number>): LeafDoubt {
  const { source } = leaf;
  switch (source.kind) {
    case 'certain':
      return certain(source.why);
    case 'evidence':
      return fromEvidence(input, leaf);
    case 'stated': {
      const plain = plainNumber(leaf, source.doubt);
      if (plain !== undefined) return plain;
      const count = uniformsOf(source.doubt);
      const start = starts.get(source.doubt) ?? 0;
      const uniforms = count === 0 ? [] : Array.from({ length: count }, (_, i) => input.uniform(start + i));
      return fromStatement(input, leaf, source.doubt, uniforms);
    }
  }
}

/** First dimension of each stated doubt that takes any. */
function allot(
  of: Case,
  first: number,
): { readonly starts: ReadonlyMap<StatedDoubt, number>; readonly dimensions: number } {
  const starts = new Map<StatedDoubt, number>();
  let dimensions = first;
  of.elements.forEach((element) => {
    statedDoubts(element).forEach(({ stated }) => {
      const uniforms = uniformsOf(stated);
      if (uniforms > 0) starts.set(stated, dimensions);
      dimensions += uniforms;
    });
  });
  return { starts, dimensions };
}

const nothing = {
  evidence: [],
  quantities: [],
  sources: [],
  opinions: [],
  notes: [],
  counted: new Map<EvidenceId, Counts>(),
} as const;

function certain(why: 'undeveloped' | 'nothing stated' | 'limit' | 'challenge'): LeafDoubt {
  return { ...nothing, column: 1, source: why === 'challenge' ? 'elicited' : why };
}

/** Of one number in [0, 1], as most doubts of a large case are: nothing is drawn, and it leans on nothing. */
function plainNumber(leaf: Leaf, { opinions }: StatedDoubt): LeafDoubt | undefined {
  const value = opinions.length === 1 ? opinions[0]!.value : undefined;
  if (value?.kind !== 'number' || !(value.value >= 0 && value.value <= 1)) return undefined;
  if (leaf.kind === 'element' && leaf.element.evidence !== undefined) return undefined;
  const { evidence, quantities, sources, notes, counted } = nothing;
  // Written out: copying `nothing` takes ten times as long, and there can be thousands.
  return { evidence, quantities, sources, opinions, notes, counted, column: value.value, source: 'elicited' };
}

function fromEvidence({ statuses, measures }: LeafDoubtInput, leaf: Leaf): LeafDoubt {
  if (leaf.source.kind !== 'evidence') throw new Error(`${leaf.id} does not rest on evidence`);
  const { evidence, requirement } = leaf.source;
  const common = { ...nothing, evidence: [evidence] };
  if ((statuses.get(evidence)?.blockers.length ?? 1) > 0) return { ...common, column: 1, source: 'blocked' };
  const results = measures[evidence]?.results ?? [];
  const worst = worstRequirementDoubt(results, requirement);
  const counted = worst.index === undefined ? undefined : results[worst.index];
  const policy = worst.policy === undefined ? '' : policyText(worst.policy);
  return {
    ...common,
    column: worst.doubt,
    source: 'evidence',
    ...(worst.jeffreys === undefined ? {} : { jeffreys: worst.jeffreys }),
    ...(policy === '' ? {} : { policy }),
    notes: worst.note === undefined ? [] : [worst.note],
    ...(counted === undefined ? {} : { counts: counted.counts, counted: new Map([[evidence, counted.counts]]) }),
  };
}

function fromStatement(
  input: LeafDoubtInput,
  leaf: Leaf,
  stated: StatedDoubt,
  uniforms: readonly Float64Array[],
): LeafDoubt {
  const { opinions } = stated;
  const named = opinions.flatMap(({ value }) => (value.kind === 'quantity' ? [value.name] : []));
  const source: LeafSource = opinions.length === 1 && named.length === 1 ? 'quantity' : 'elicited';
  const drawn = drawStatedDoubt(stated, input.sampled, uniforms);
  // An elicited doubt about something that was measured leans on the measurement all the same.
  const cited = leaf.kind === 'element' && leaf.element.evidence !== undefined ? [leaf.element.evidence] : [];
  const evidence = distinct(cited, drawn.dependsOn.evidence);
  const quantities = distinct(named, drawn.dependsOn.quantities);
  const common = { ...nothing, evidence, quantities, opinions };
  if (drawn.kind === 'problem') {
    // What rules can see of a text is refused before; what only shows once numbers are drawn, or moved along an axis, is told.
    return {
      ...common,
      column: 1,
      source: 'no value',
      problem: drawn.findings.map(({ message }) => message).join('; '),
    };
  }
  if (drawn.kind === 'blocked') return { ...common, column: 1, source: 'blocked' };
  const policies = drawn.policies.flatMap(({ evidence: id, policy }) => {
    const words = policyText(policy);
    return words === '' ? [] : [`${id}: ${words}`];
  });
  const blocked = evidence.some((id) => (input.statuses.get(id)?.blockers.length ?? 1) > 0);
  const found: LeafDoubt = {
    ...common,
    column: blocked ? 1 : drawn.column,
    source: blocked ? 'blocked' : source,
    sources: typeof drawn.column === 'number' ? [] : [...drawn.dependsOn.quantities],
    notes: drawn.notes,
  };
  return {
    ...found,
    counted: new Map(drawn.policies.map(({ evidence: id, counts }) => [id, counts])),
    ...(policies.length === 0 ? {} : { policy: policies.join('; ') }),
    ...(drawn.spread === undefined ? {} : { spread: { lowest: drawn.spread.min, highest: drawn.spread.max } }),
    ...(drawn.clippedMass.fraction > 0 ? { clipped: drawn.clippedMass.fraction } : {}),
  };
}

/** What stands in either. */
function distinct(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length + b.length === 0 ? [] : [...new Set([...a, ...b])];
}

/** `errors: exclude, refusals: count as success`: only of the kinds that occur, nothing where all trials are good. */
export function policyText({ epochs, class: of, other, ...counted }: AppliedPolicy): string {
  const words = [...flawWords(counted), ...(epochs === 'all' ? ['an event in all epochs'] : [])];
  const own = words.length === 0 ? [] : [`${of === undefined ? '' : `${of}: `}${words.join(', ')}`];
  const others = other === undefined ? [] : flawWords(other);
  return [...own, ...(others.length === 0 ? [] : [`${other!.class}: ${others.join(', ')}`])].join('; ');
}

/** A success is the event that the measure is about, which may well be a failure of the system. */
const countedAs = { exclude: 'left out', 'count as success': 'as events', 'count as failure': 'as no events' } as const;

function flawWords(policy: FlawPolicy): string[] {
  return flawKinds.flatMap((kind) => {
    const way = policy[kind];
    return way === undefined ? [] : [`${kind} ${countedAs[way]}`];
  });
}
