import { fillQuantiles } from '@surety/numerics';
import {
  type Case,
  type CountedResult,
  distinctResults,
  type EvidenceId,
  type Measures,
  measureOf,
  type QuantityName,
} from '../case/index.js';
import type { Column } from '../expression/index.js';
import { estimatorOf } from '../statistics/index.js';
import { distributionOf } from './distribution-of.js';

/** Columns of uniform numbers in the open interval (0, 1), one per dimension, all of the same length. */
export type Uniforms = (dimension: number) => Float64Array;

/** A result, and the side from which it is drawn; see `Estimator.lowDraws`. */
export interface DrawnResult extends CountedResult {
  readonly low?: true;
}

/** Evidence that a quantity draws from. */
export interface EvidenceSource {
  readonly evidence: EvidenceId;
  /**
   * The results that differ in what was counted, each with the first policy that gives it, and again where it is drawn
   * from below as well. Empty: no measure.
   */
  readonly results: readonly DrawnResult[];
  readonly notes: readonly string[];
}

/** Where the random numbers of a case come from. */
export interface Sources {
  /** Dimensions used: 0 … dimensions − 1. */
  readonly dimensions: number;
  readonly evidence: ReadonlyMap<EvidenceId, EvidenceSource>;
  /** Draws of a quantity that is a distribution. */
  drawDistribution(name: QuantityName): Float64Array;
  /** Draws of the rate that the evidence measured, counted as in `results[index]`. */
  drawEvidence(id: EvidenceId, index: number): Column;
}

/**
 * Allots the dimensions in the order of the text: one to each distribution, and to each piece of evidence, where a
 * quantity first takes it, as many as it has strata. Two quantities of the same evidence share its draws: they are the
 * same rate. Evidence that cannot be used is allotted its dimensions all the same, so that the others keep theirs.
 */
export function sourcesOf(of: Case, measures: Measures, uniform: Uniforms): Sources {
  const starts = new Map<QuantityName, number>();
  const evidenceStarts = new Map<EvidenceId, number>();
  const evidence = new Map<EvidenceId, EvidenceSource>();
  let dimensions = 0;
  const definitions = new Map<QuantityName, (typeof of.quantities)[number]['definition']>();
  for (const { name, definition } of of.quantities) {
    if (definitions.has(name)) continue;
    definitions.set(name, definition);
    if (definition.kind === 'distribution') starts.set(name, dimensions++);
    if (definition.kind !== 'evidence' || evidence.has(definition.evidence)) continue;
    const id = definition.evidence;
    const counted = distinctResults(measureOf(measures, id)?.results ?? []);
    const below = counted.filter(({ counts }) => estimatorOf(counts).lowDraws !== undefined);
    const results = [...counted, ...below.map((result): DrawnResult => ({ ...result, low: true }))];
    const width = results.reduce((most, { counts }) => Math.max(most, estimatorOf(counts).dimensions(counts)), 1);
    const said = results.map(({ counts }) => estimatorOf(counts).drawNote).filter((note) => note !== undefined);
    const notes = [...new Set(said)].map((note) => `${id}: ${note}`);
    evidence.set(id, { evidence: id, results, notes });
    evidenceStarts.set(id, dimensions);
    dimensions += width;
  }
  return {
    dimensions,
    evidence,
    drawDistribution: (name) => {
      const definition = definitions.get(name)!;
      if (definition.kind !== 'distribution') throw new Error(`${name} is no distribution`);
      const u = uniform(starts.get(name)!);
      const out = new Float64Array(u.length);
      fillQuantiles(distributionOf(definition.distribution), u, out);
      return out;
    },
    drawEvidence: (id, index) => {
      const start = evidenceStarts.get(id)!;
      const { counts, low } = evidence.get(id)!.results[index]!;
      const estimator = estimatorOf(counts);
      const columns = Array.from({ length: estimator.dimensions(counts) }, (_, i) => uniform(start + i));
      return (low === true ? estimator.lowDraws! : estimator.draws)(counts, columns);
    },
  };
}
