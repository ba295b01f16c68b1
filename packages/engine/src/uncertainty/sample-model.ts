import { type Drawer, drawer } from '@surety/numerics';
import { trialMemory } from '../fused/index.js';
import type { Compiled, NodeRef } from '../types.js';
import { mergeLognormals } from './merge-lognormals.js';
import { type SamplingPlan, uniformSource } from './points.js';
import { type Column, type Sampled, type TermSampler, termSampler } from './sample-terms.js';
import { type Tally, tallier } from './tally.js';
import type { UncertainLeaves } from './terms.js';

/** Replicates `from` up to before `to` of a plan, pushed through a model. */
export interface SampledModel {
  readonly from: number;
  readonly to: number;
  /** Probability of the root, trial by trial, replicate after replicate; the same array twice where exact. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly exact: boolean;
  /** Of `upper`. */
  readonly tally: Tally;
  /** By leaf, in how many trials its probability lay outside [0, 1] and was set to the nearer end. */
  readonly clipped: Float64Array;
  /** The first leaf that had no probability in some trial: an operation left its domain. */
  readonly without?: number;
}

/**
 * Push the trials of some replicates through a compiled model. Replicates do not depend on each other, so that any division
 * of them among threads gives the same numbers.
 *
 * @param place where `upper` is written, of all trials of the plan: threads may share it. By default a new one, of those asked for.
 */
export function sampleModel(
  compiled: Compiled,
  root: NodeRef,
  given: UncertainLeaves,
  plan: SamplingPlan,
  from = 0,
  to = plan.replicates,
  place?: Float64Array,
): SampledModel {
  const { points } = plan;
  const leaves = mergeLognormals(given);
  const many: Drawer | undefined = points * plan.replicates >= WORTH_TABLES ? drawer() : undefined;
  const sampler = termSampler(leaves.terms, leaves.leafTerms, many);
  const uniforms = uniformSource(plan, sampler.deviates.length, many);
  const uncertain = uncertainLeaves(leaves);
  const memory = trialMemory(uncertain.length, points);
  const places = new Map(uncertain.map((leaf, at) => [leaf, memory.columns[at]]));
  const room = roomFor(leaves, places, points);
  const upper = place?.subarray(from * points, to * points) ?? new Float64Array(points * (to - from));
  const { add, tally } = tallier(plan);
  let lower = upper;
  const clipped = new Float64Array(leaves.leafTerms.length);
  for (let replicate = from; replicate < to; replicate++) {
    const sampled = sampler.run(uniforms(replicate), points, room);
    const found = leafColumns(leaves, sampled, points, clipped, places);
    if (found.without !== undefined)
      return { from, to, lower, upper, exact: true, tally: tally(), clipped, without: found.without };
    const values = compiled.evaluate({ trials: points, ...found, checked: true, memory }).values(root);
    const at = (replicate - from) * points;
    put(upper, values.upper, at, points);
    add(upper.subarray(at, at + points));
    if (values.exact) continue;
    if (lower === upper) lower = upper.slice();
    put(lower, values.lower, at, points);
  }
  return { from, to, lower, upper, exact: lower === upper, tally: tally(), clipped };
}

/** Trials from which on tables of quantiles are worth their making. */
const WORTH_TABLES = 100_000;

/** Leaves whose terms depend on an uncertain number. */
function uncertainLeaves({ terms, leafTerms }: UncertainLeaves): readonly number[] {
  const varies = new Uint8Array(terms.length);
  for (const [at, term] of terms.entries()) {
    if (term.kind === 'deviate') varies[at] = 1;
    else if (term.kind === 'apply') varies[at] = term.inputs.some((input) => varies[input] === 1) ? 1 : 0;
  }
  return leafTerms.flatMap((term, leaf) => (varies[term] === 1 ? [leaf] : []));
}

/** A place for the column of each term: that of a leaf where the term is this leaf's alone, and else one of its own. */
function roomFor({ terms, leafTerms }: UncertainLeaves, places: ReadonlyMap<number, Float64Array>, trials: number) {
  const uses = new Int32Array(terms.length);
  for (const term of terms) if (term.kind !== 'constant') for (const input of term.inputs) uses[input]++;
  for (const term of leafTerms) uses[term]++;
  const columns = new Map<number, Float64Array>();
  for (const [leaf, place] of places) if (uses[leafTerms[leaf]] === 1) columns.set(leafTerms[leaf], place);
  return (term: number): Float64Array => {
    let column = columns.get(term);
    if (column === undefined) {
      column = new Float64Array(trials);
      columns.set(term, column);
    }
    return column;
  };
}

/**
 * Probabilities of the leaves in [0, 1] as `evaluate` takes them; those outside are moved to the nearer end and counted. With
 * `places` each leaf's column lies there.
 */
export function leafColumns(
  { leafTerms }: UncertainLeaves,
  sampled: Sampled,
  trials: number,
  clipped: Float64Array,
  places?: ReadonlyMap<number, Float64Array>,
): { readonly constants: Float64Array; readonly varying: Map<number, Float64Array>; readonly without?: number } {
  const constants = new Float64Array(leafTerms.length);
  const varying = new Map<number, Float64Array>();
  for (const [leaf, term] of leafTerms.entries()) {
    const column = withinOne(sampled[term], trials, leaf, clipped, places?.get(leaf));
    if (column === undefined) return { constants, varying, without: leaf };
    if (typeof column === 'number') constants[leaf] = column;
    else varying.set(leaf, column);
  }
  return { constants, varying };
}

function withinOne(
  column: Column,
  trials: number,
  leaf: number,
  clipped: Float64Array,
  place: Float64Array | undefined,
): Column | undefined {
  if (typeof column === 'number') {
    if (Number.isNaN(column)) return undefined;
    if (column < 0 || column > 1) clipped[leaf] += trials;
    return Math.min(1, Math.max(0, column));
  }
  let result = column;
  if (place !== undefined && place !== column) {
    place.set(column);
    result = place;
  }
  for (let t = firstBeyond(column); t < trials; t++) {
    const p = column[t];
    if (p >= 0 && p <= 1) continue;
    if (Number.isNaN(p)) return undefined;
    // Without a place the column may be the input of other terms, so it is not changed.
    if (result === column && place === undefined) result = column.slice();
    result[t] = p < 0 ? 0 : 1;
    clipped[leaf]++;
  }
  return result;
}

/** Before which place all numbers lie in [0, 1], in steps of four. */
function firstBeyond(column: Float64Array): number {
  const within = (p: number) => p >= 0 && p <= 1;
  let t = 0;
  while (
    t + 4 <= column.length &&
    within(column[t]) &&
    within(column[t + 1]) &&
    within(column[t + 2]) &&
    within(column[t + 3])
  ) {
    t += 4;
  }
  return t;
}

function put(out: Float64Array, values: Column, at: number, count: number): void {
  if (typeof values === 'number') out.fill(values, at, at + count);
  else out.set(values, at);
}

/** The sampler of the leaves, for who pushes columns through by himself. */
export function leafSampler({ terms, leafTerms }: UncertainLeaves): TermSampler {
  return termSampler(terms, leafTerms);
}
